// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/textchecks.h"
#include "core/text/script.h"

#include <algorithm>

namespace zhibao {

namespace {

// Finds half-width marks that stand in Chinese words, paragraph by paragraph.
class HalfWidthScan {
public:
    explicit HalfWidthScan(const QString &text)
        : m_text(text)
    {
    }

    QList<Finding> run()
    {
        for (m_at = 0; m_at < m_text.size() && m_findings.size() < textFindingsLimit; ++m_at) {
            const QChar c = m_text[m_at];
            m_chinese += isChineseAt(m_text, m_at) ? 1 : 0;
            switch (c.unicode()) {
            case u'\n':
                endParagraph();
                break;
            case u',':
            case u';':
            case u':':
            case u'?':
            case u'!':
                separator(c);
                break;
            case u'.':
                point();
                break;
            case u'(':
            case u'（':
                m_brackets.append({m_at, m_chinese});
                break;
            case u')':
            case u'）':
                closeBracket();
                break;
            case u'"':
                quote(m_double, QStringLiteral("\"\""), QStringLiteral("“”"));
                break;
            case u'\'':
                // It's, 5': an apostrophe follows a letter or a digit.
                if (m_single.at >= 0 || m_at == 0
                    || !(isAsciiLetter(m_text[m_at - 1]) || isAsciiDigit(m_text[m_at - 1])))
                    quote(m_single, QStringLiteral("''"), QStringLiteral("‘’"));
                break;
            default:
                break;
            }
        }
        endParagraph();
        return m_findings;
    }

private:
    struct Open {
        qsizetype at = -1;
        qsizetype chinese = 0; // how many Chinese characters stood before it
    };

    void add(qsizetype at, qsizetype length, const QString &mark, const QString &full)
    {
        m_findings.append({FindingLevel::Warning, FindingCode::HalfWidthPunctuation, {}, static_cast<int>(at),
            static_cast<int>(length), {mark, full, wordsAround(m_text, at, length)}});
    }

    bool isEnd(qsizetype at) const { return at >= m_text.size() || m_text[at] == u'\n'; }

    bool isFigure(qsizetype at) const
    {
        return at >= 0 && at < m_text.size() && (isAsciiDigit(m_text[at]) || m_text[at] == u'%');
    }

    // A mark with Chinese on one side, and Chinese, a figure or the paragraph's end on the other. 3:2 and 1,234 are
    // none, nor are marks in Latin words.
    void separator(QChar mark)
    {
        const bool before = isChineseBefore(m_text, m_at);
        const bool after = isChineseAt(m_text, m_at + 1);
        const bool afterFits = after || isFigure(m_at + 1) || isEnd(m_at + 1);
        const bool figureFirst = mark != u':' && isFigure(m_at - 1) && after;
        if ((before && afterFits) || figureFirst)
            add(m_at, 1, mark, fullWidthMark(mark));
    }

    void point()
    {
        if (!isChineseBefore(m_text, m_at))
            return;
        qsizetype end = m_at;
        while (end < m_text.size() && m_text[end] == u'.')
            ++end;
        const qsizetype length = end - m_at;
        if (length >= 3) {
            add(m_at, length, m_text.mid(m_at, length), QStringLiteral("……"));
            m_at = end - 1;
        } else if (length == 1 && (isChineseAt(m_text, end) || isEnd(end))) {
            const qsizetype start = m_text.lastIndexOf(u'\n', m_at) + 1;
            const bool enumerates = start + enumeratorLength(m_text, start) == end;
            add(m_at, 1, QStringLiteral("."), enumerates ? QStringLiteral("、") : QStringLiteral("。"));
        }
    }

    void closeBracket()
    {
        if (m_brackets.isEmpty())
            return;
        const Open open = m_brackets.takeLast();
        const bool halfOpen = m_text[open.at] == u'(';
        const bool halfClose = m_text[m_at] == u')';
        if (halfOpen && !halfClose)
            add(open.at, 1, QStringLiteral("("), QStringLiteral("（"));
        else if (!halfOpen && halfClose)
            add(m_at, 1, QStringLiteral(")"), QStringLiteral("）"));
        else if (halfOpen && m_chinese > open.chinese)
            add(open.at, m_at + 1 - open.at, QStringLiteral("()"), QStringLiteral("（）"));
    }

    void quote(Open &open, const QString &marks, const QString &full)
    {
        if (open.at < 0) {
            open = {m_at, m_chinese};
            return;
        }
        if (m_chinese > open.chinese)
            add(open.at, m_at + 1 - open.at, marks, full);
        open = {};
    }

    void endParagraph()
    {
        for (const Open &open : {m_double, m_single}) {
            if (open.at >= 0 && isChineseBefore(m_text, open.at) && isChineseAt(m_text, open.at + 1))
                add(open.at, 1, m_text[open.at], open.at == m_double.at ? QStringLiteral("“") : QStringLiteral("‘"));
        }
        m_double = {};
        m_single = {};
        m_brackets.clear();
    }

    const QString &m_text;
    QList<Finding> m_findings;
    qsizetype m_at = 0;
    qsizetype m_chinese = 0;
    QList<Open> m_brackets;
    Open m_double;
    Open m_single;
};

// Marks that end a clause or a sentence, in full width and half.
bool isStop(QChar c)
{
    return QStringView(u"，。、；：？！,.;:?!").contains(c);
}

// Where the marks end that follow each other from here, with or without blanks between them.
qsizetype markRunEnd(const QString &text, qsizetype at)
{
    qsizetype end = at;
    for (qsizetype i = at; i < text.size() && text[i] != u'\n' && (isStop(text[i]) || text[i].isSpace()); ++i) {
        // .5 is a figure.
        if (text[i] == u'.' && i + 1 < text.size() && isAsciiDigit(text[i + 1]))
            break;
        end = isStop(text[i]) ? i + 1 : end;
    }
    return end;
}

// ？！ and ！！ are right, ... stands for ……, and marks of Latin words (Co., Ltd.) are left alone.
bool isWrongRun(QStringView run, bool afterChinese)
{
    const auto all = [&](QStringView marks) {
        return std::all_of(run.cbegin(), run.cend(), [&](QChar c) { return marks.contains(c) || c.isSpace(); });
    };
    if (!afterChinese)
        run = run.mid(run.startsWith(u'.') ? 1 : 0).trimmed();
    const bool chinese = afterChinese || !all(u",.;:?!");
    return run.size() > 1 && chinese && !all(u"？！?!") && !all(u".");
}

struct MarkPair {
    QStringView opening; // each of these may open
    QStringView closing;
};

constexpr MarkPair markPairs[] = {{u"“", u"”"}, {u"‘", u"’"}, {u"《", u"》"}, {u"〈", u"〉"}, {u"（(", u"）)"},
    {u"「", u"」"}, {u"『", u"』"}, {u"【", u"】"}, {u"〔", u"〕"}};

// Whether the character can be one of the pairs: nearly none is, and this runs after every keystroke.
bool isBracketLike(QChar c)
{
    const char16_t code = c.unicode();
    return c == u'(' || c == u')' || (code >= 0x2018 && code <= 0x301F) || code == u'（' || code == u'）';
}

// 1） and a) number the parts of a sentence: no bracket was opened.
bool closesEnumerator(const QString &text, qsizetype at)
{
    qsizetype first = at;
    while (first > 0 && at - first < 3 && (isAsciiDigit(text[first - 1]) || isChineseNumeral(text[first - 1])))
        --first;
    if (first == at && at > 0 && isAsciiLetter(text[at - 1]))
        --first;
    if (first == at)
        return false;
    return first == 0 || text[first - 1].isSpace() || text[first - 1].isPunct();
}

// Marks that may stand alone: a half-width bracket in Latin words, an apostrophe, an enumerator.
bool mayStandAlone(const QString &text, qsizetype at)
{
    const QChar mark = text[at];
    if (mark == u'’' && at > 0)
        return isAsciiLetter(text[at - 1]) || isAsciiDigit(text[at - 1]);
    if ((mark == u'）' || mark == u')') && closesEnumerator(text, at))
        return true;
    if (mark == u'(' || mark == u')')
        return !isChineseBefore(text, at) && !isChineseAt(text, at + 1);
    return false;
}

} // namespace

QChar fullWidthMark(QChar mark)
{
    switch (mark.unicode()) {
    case u',':
        return u'，';
    case u';':
        return u'；';
    case u':':
        return u'：';
    case u'?':
        return u'？';
    case u'!':
        return u'！';
    default:
        return mark;
    }
}

QList<Finding> halfWidthMarks(const QString &text)
{
    return HalfWidthScan(text).run();
}

QList<Finding> markRuns(const QString &text)
{
    QList<Finding> findings;
    for (qsizetype at = 0; at < text.size() && findings.size() < textFindingsLimit;) {
        const qsizetype end = isStop(text[at]) ? markRunEnd(text, at) : at;
        if (isWrongRun(QStringView(text).mid(at, end - at), isChineseBefore(text, at)))
            findings.append({FindingLevel::Warning, FindingCode::MarkRun, {}, static_cast<int>(at),
                static_cast<int>(end - at), {text.mid(at, end - at), wordsAround(text, at, end - at)}});
        at = qMax(end, at + 1);
    }
    return findings;
}

QList<Finding> unpairedMarks(const QString &text)
{
    QList<Finding> findings;
    QList<qsizetype> open[std::size(markPairs)];
    QList<qsizetype> alone;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (!isBracketLike(c))
            continue;
        for (std::size_t pair = 0; pair < std::size(markPairs); ++pair) {
            if (markPairs[pair].opening.contains(c))
                open[pair].append(at);
            else if (!markPairs[pair].closing.contains(c))
                continue;
            else if (!open[pair].isEmpty())
                open[pair].removeLast();
            else
                alone.append(at);
            break;
        }
    }
    for (const QList<qsizetype> &left : open)
        alone += left;
    for (const qsizetype at : std::as_const(alone)) {
        if (findings.size() == textFindingsLimit)
            break;
        if (!mayStandAlone(text, at))
            findings.append({FindingLevel::Warning, FindingCode::UnpairedMark, {}, static_cast<int>(at), 1,
                {QString(text[at]), wordsAround(text, at, 1)}});
    }
    return findings;
}

} // namespace zhibao
