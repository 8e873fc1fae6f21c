// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/script.h"
#include "core/textchecks.h"

#include <QDate>

namespace zhibao {

namespace {

bool isDigit(QChar c)
{
    return isAsciiDigit(c) || (c >= u'０' && c <= u'９');
}

// What a number in Chinese may count. 一 alone is left out: 一批, 一个 and 进一步 are words, not figures.
bool isCounted(QChar c)
{
    return QStringView(u"个项次场家件人份期名类条批部种篇户台套张册轮起例位支对只辆座间亩吨米元倍余多万亿百千")
        .contains(c);
}

bool isChineseFigure(QStringView text, qsizetype at, qsizetype *end)
{
    qsizetype to = at;
    while (to < text.size() && isChineseNumeral(text[to]))
        ++to;
    *end = to;
    const QStringView numeral = text.mid(at, to - at);
    const bool large = numeral.size() > 1
        && (numeral.contains(u'百') || numeral.contains(u'千') || numeral.endsWith(u'万') || numeral.endsWith(u'亿'));
    const bool counts = to < text.size() && isCounted(text[to]) && numeral != u"一";
    return large || counts;
}

// Reads the dates of a text from left to right.
class DateScan {
public:
    explicit DateScan(const QString &text)
        : m_text(text)
    {
    }

    QList<Finding> run()
    {
        while (m_at < m_text.size() && m_findings.size() < textFindingsLimit) {
            const qsizetype start = m_at;
            const int digits = digitRun();
            if (digits == 0)
                ++m_at;
            else if (!isPartOfNumber(start))
                readDate(start, digits);
        }
        return m_findings;
    }

private:
    QChar here() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }

    bool isPartOfNumber(qsizetype start) const
    {
        if (start == 0)
            return false;
        const QChar before = m_text[start - 1];
        const bool joins = QStringView(u".,-/").contains(before) && start > 1 && isAsciiDigit(m_text[start - 2]);
        return joins || isAsciiLetter(before);
    }

    // GB/T 2023.13.1 is no date.
    bool followsLetters(qsizetype start) const
    {
        const QStringView before = QStringView(m_text).left(start).trimmed();
        return !before.isEmpty() && isAsciiLetter(before.back());
    }

    // Passes over digits; how many there were.
    int digitRun()
    {
        const qsizetype start = m_at;
        while (isAsciiDigit(here()))
            ++m_at;
        return static_cast<int>(qMin(m_at - start, qsizetype{9}));
    }

    int numberAt(qsizetype start) const { return m_text.mid(start, m_at - start).toInt(); }

    // Passes over the mark, with blanks before it; false and nothing passed where it does not stand here.
    bool take(QStringView marks)
    {
        const qsizetype start = m_at;
        while (here() == u' ')
            ++m_at;
        if (marks.contains(here()) && !here().isNull()) {
            ++m_at;
            return true;
        }
        m_at = start;
        return false;
    }

    // A number of one or two digits with the mark behind it.
    int takePart(QStringView marks)
    {
        const qsizetype start = m_at;
        while (here() == u' ')
            ++m_at;
        const qsizetype first = m_at;
        const int digits = digitRun();
        const int number = numberAt(first);
        if (digits >= 1 && digits <= 2 && take(marks))
            return number;
        m_at = start;
        return -1;
    }

    void readDate(qsizetype start, int digits)
    {
        const int number = numberAt(start);
        if (digits == 4 && take(u"年")) {
            if (const int month = takePart(u"月"); month >= 0)
                judge(start, number, month, takePart(u"日号"));
        } else if (digits <= 2 && take(u"月")) {
            // 13月龄 tells an age.
            if (here() != u'龄')
                judge(start, 0, number, takePart(u"日号"));
        } else if (digits == 4 && number >= 1900 && number < 2100 && !followsLetters(start)) {
            readPlainDate(start, number);
        }
    }

    // 2023-12-20, 2023/12/20, 2023.12.20
    void readPlainDate(qsizetype start, int year)
    {
        const QChar separator = here();
        if (!QStringView(u"-/.").contains(separator) || separator.isNull())
            return;
        ++m_at;
        const int month = takePart(QStringView(&separator, 1));
        const qsizetype first = m_at;
        const int digits = month < 0 ? 0 : digitRun();
        if (digits >= 1 && digits <= 2 && here() != separator && !isAsciiLetter(here()))
            judge(start, year, month, numberAt(first));
    }

    // Year 0: not told, so that 29 February may be. Day -1: not told.
    void judge(qsizetype start, int year, int month, int day)
    {
        const int anyLeapYear = 2000;
        if (QDate::isValid(year == 0 ? anyLeapYear : year, month, day < 0 ? 1 : day))
            return;
        const qsizetype length = m_at - start;
        m_findings.append({FindingLevel::Warning, FindingCode::ImpossibleDate, {}, static_cast<int>(start),
            static_cast<int>(length), {m_text.mid(start, length)}});
    }

    const QString &m_text;
    QList<Finding> m_findings;
    qsizetype m_at = 0;
};

} // namespace

QList<Finding> impossibleDates(const QString &text)
{
    return DateScan(text).run();
}

bool hasFigure(const QString &text)
{
    bool paragraphStart = true;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            paragraphStart = paragraphStart || text[at] == u'\n';
            ++at;
            continue;
        }
        const qsizetype enumerator = paragraphStart ? enumeratorLength(text, at) : 0;
        paragraphStart = false;
        if (enumerator > 0) {
            at += enumerator;
        } else if (isDigit(text[at])) {
            return true;
        } else if (isChineseNumeral(text[at])) {
            if (isChineseFigure(text, at, &at))
                return true;
        } else {
            ++at;
        }
    }
    return false;
}

} // namespace zhibao
