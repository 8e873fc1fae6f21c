// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/textchecks.h"
#include "core/text/script.h"

#include <algorithm>

namespace zhibao {

namespace {

// A title without the marks and blanks that may differ with where it is quoted.
QString plain(QStringView title)
{
    QString result = title.toString();
    result.removeIf([](QChar c) { return c.isSpace() || QStringView(u"《》〈〉<>“”\"").contains(c); });
    return result;
}

// 质量强省建设纲要 beside 质量强国建设纲要: a paper of a place's own, not a slip.
bool isLocalCounterpart(QStringView written, QStringView meant)
{
    if (written.size() != meant.size())
        return false;
    for (qsizetype i = 0; i < meant.size(); ++i) {
        if (written[i] != meant[i]
            && !(meant[i] == u'国' && QStringView(u"省市区县州旗盟城乡镇企校").contains(written[i])))
            return false;
    }
    return true;
}

// The same characters in another order: 质量建设强国纲要.
bool isRearranged(QString one, QString other)
{
    std::sort(one.begin(), one.end());
    std::sort(other.begin(), other.end());
    return one == other;
}

// Inside 《》 the marks of an inner title are 〈〉.
QString asQuoted(QString title)
{
    return title.replace(u'《', u'〈').replace(u'》', u'〉');
}

// Reads backwards from a position.
class BackwardReader {
public:
    BackwardReader(QStringView text, qsizetype at)
        : m_text(text)
        , m_at(at)
    {
    }

    qsizetype position() const { return m_at; }

    void skipBlanks()
    {
        while (m_at > 0 && m_text[m_at - 1].isSpace() && m_text[m_at - 1] != u'\n')
            --m_at;
    }

    bool take(QStringView marks)
    {
        const bool there = m_at > 0 && marks.contains(m_text[m_at - 1]);
        m_at -= there ? 1 : 0;
        return there;
    }

    QString digits()
    {
        const qsizetype end = m_at;
        while (m_at > 0 && end - m_at < 9 && isAsciiDigit(m_text[m_at - 1]))
            --m_at;
        return m_text.mid(m_at, end - m_at).toString();
    }

private:
    QStringView m_text;
    qsizetype m_at;
};

// A document number read backwards from its 号: 国市监质发〔2023〕9号, in whatever brackets and blanks.
struct WrittenNumber {
    QString year;
    QString serial;
    qsizetype stemEnd = 0; // where the letters before the year end
};

std::optional<WrittenNumber> numberBefore(QStringView text, qsizetype end)
{
    WrittenNumber number;
    BackwardReader reader(text, end);
    reader.skipBlanks();
    number.serial = reader.digits();
    reader.skipBlanks();
    reader.take(u"第");
    reader.skipBlanks();
    if (number.serial.isEmpty() || !reader.take(u"〕]］】)）"))
        return std::nullopt;
    reader.skipBlanks();
    number.year = reader.digits();
    reader.skipBlanks();
    if (number.year.isEmpty() || !reader.take(u"〔[［【(（"))
        return std::nullopt;
    reader.skipBlanks();
    number.stemEnd = reader.position();
    return number;
}

Finding misquoted(FindingCode code, const QString &text, qsizetype from, qsizetype to, const QString &meant)
{
    return {FindingLevel::Warning, code, {}, static_cast<int>(from), static_cast<int>(to - from),
        {text.mid(from, to - from), meant}};
}

} // namespace

NoticeQuotations::NoticeQuotations(const Notice &notice)
    : m_title(asQuoted(notice.title))
    , m_subject(notice.subject)
    , m_plainTitle(plain(notice.title))
    , m_number(notice.number)
{
    if (!notice.number.endsWith(u'号'))
        return;
    if (const auto own = numberBefore(notice.number, notice.number.size() - 1)) {
        m_stem = notice.number.left(own->stemEnd);
        m_year = own->year;
        m_serial = own->serial;
    }
}

QList<Finding> NoticeQuotations::misquotations(const QString &text) const
{
    QList<Finding> findings;
    QList<qsizetype> open;
    for (qsizetype at = 0; at < text.size() && findings.size() < textFindingsLimit; ++at) {
        switch (text[at].unicode()) {
        case u'《':
        case u'〈':
            open.append(at);
            break;
        case u'》':
        case u'〉':
            if (!open.isEmpty())
                checkTitle(text, open.takeLast() + 1, at, findings);
            break;
        case u'号':
            checkNumber(text, at, findings);
            break;
        default:
            break;
        }
    }
    return findings;
}

void NoticeQuotations::checkTitle(const QString &text, qsizetype from, qsizetype to, QList<Finding> &findings) const
{
    constexpr qsizetype longest = 200; // longer than any title
    if (to - from > longest)
        return;
    const QString written = plain(QStringView(text).mid(from, to - from));
    if (written == m_plainTitle || written == plain(m_subject))
        return;
    // A slip in a few characters; what the issuer is called stands before 关于, and another issuer's paper is its own.
    const qsizetype issuer = m_plainTitle.indexOf(QStringLiteral("关于")) + 1;
    const int titleSlips = qMax(1, static_cast<int>(m_plainTitle.size() / 8));
    const bool ownTitle = issuer > 0 && written.left(issuer) == m_plainTitle.left(issuer);
    if (ownTitle && editDistance(written, m_plainTitle, titleSlips) <= titleSlips) {
        findings.append(misquoted(FindingCode::NoticeTitleMisquoted, text, from, to, m_title));
        return;
    }
    const QString subject = plain(m_subject);
    // With words before or behind it is another paper's title, such as a reader of it.
    if (subject.size() < 4 || written.contains(subject) || isLocalCounterpart(written, subject))
        return;
    const int subjectSlips = qMax(1, static_cast<int>(subject.size() / 4));
    if (editDistance(written, subject, subjectSlips) <= subjectSlips || isRearranged(written, subject))
        findings.append(misquoted(FindingCode::NoticeTitleMisquoted, text, from, to, m_subject));
}

void NoticeQuotations::checkNumber(const QString &text, qsizetype end, QList<Finding> &findings) const
{
    if (m_stem.isEmpty())
        return;
    const auto written = numberBefore(text, end);
    if (!written || written->year != m_year || written->serial != m_serial)
        return;
    // The same letters, or one slip in them behind the first: with another first one it is another office's paper.
    for (const qsizetype length : {m_stem.size(), m_stem.size() - 1, m_stem.size() + 1}) {
        const qsizetype from = written->stemEnd - length;
        if (from < 0 || length < 2)
            continue;
        const QStringView stem = QStringView(text).mid(from, length);
        if (stem.front() != m_stem.front() || editDistance(stem, m_stem, 1) > 1)
            continue;
        if (QStringView(text).mid(from, end + 1 - from) != m_number)
            findings.append(misquoted(FindingCode::NoticeNumberMisquoted, text, from, end + 1, m_number));
        return;
    }
}

} // namespace zhibao
