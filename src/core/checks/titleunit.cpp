// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/textchecks.h"
#include "core/text/foldedname.h"

#include <QRegularExpression>

#include <algorithm>
#include <initializer_list>

namespace zhibao {

namespace {

constexpr qsizetype longestTitle = 400; // characters: no title has more

// The name as it is compared: without what abbreviations leave out.
QString shortName(const QString &name)
{
    QString text = foldedName(name);
    text.replace(QStringLiteral("监督管理"), QStringLiteral("监管"));
    return text.replace(QStringLiteral("委员会"), QStringLiteral("委"));
}

// How long the part is that names a region: 贵州省贵阳市 of 贵州省贵阳市市场监管局. The 市 of 市场 names none.
qsizetype regionLength(const QString &name)
{
    for (qsizetype at = name.size() - 1; at >= 0; --at) {
        const QChar next = at + 1 < name.size() ? name[at + 1] : QChar();
        const bool market = name[at] == u'市' && (next == u'场' || next == u'监');
        if (QStringView(u"省市县区州盟旗").contains(name[at]) && !market)
            return at + 1;
    }
    return 0;
}

bool isSubsequence(const QString &part, const QString &whole)
{
    qsizetype at = 0;
    for (const QChar c : whole)
        at += at < part.size() && part[at] == c ? 1 : 0;
    return at == part.size();
}

// Whether both are of one place: 贵阳市 and 贵州省贵阳市, 省 and 贵州省, 贵州 and 贵州省.
bool isSameRegion(const QString &one, const QString &other)
{
    return one.endsWith(other) || other.endsWith(one) || other.chopped(1) == one;
}

// Whether a name in a title is the unit's, in full or for short, or that of a part of it.
bool namesUnit(const QString &named, const QString &unit)
{
    const qsizetype namedRegion = regionLength(named);
    const qsizetype unitRegion = regionLength(unit);
    if (named.contains(unit) || (namedRegion == 0 && isSubsequence(named, unit)))
        return true;
    if (namedRegion == 0 || unitRegion == 0 || !isSameRegion(named.left(namedRegion), unit.left(unitRegion)))
        return false;
    const QString office = named.mid(namedRegion);
    const QString unitOffice = unit.mid(unitRegion);
    return office.contains(unitOffice) || isSubsequence(office, unitOffice);
}

// 我局 and 全省 are nobody else; what begins with a verb tells what is done.
bool isPlainName(const QString &name)
{
    const std::initializer_list<QStringView> others{u"我", u"本", u"全", u"各", u"该", u"落实", u"贯彻", u"学习",
        u"宣传", u"按照", u"根据", u"推进", u"开展", u"执行", u"传达", u"深入", u"认真", u"转发"};
    return name.size() > 2
        && std::none_of(others.begin(), others.end(), [&](QStringView other) { return name.startsWith(other); });
}

// Looks at the names of offices in one title.
class TitleScan {
public:
    TitleScan(const QString &title, const QString &unit, const QString &usualTitle)
        : m_title(title)
        , m_unit(unit)
        , m_shortUnit(shortName(unit))
        , m_office(m_shortUnit.mid(regionLength(m_shortUnit)))
        , m_usual(usualTitle.section(QStringLiteral("{unit}"), 1).section(u'《', 0, 0))
    {
    }

    QList<Finding> run()
    {
        // Titles of papers, marks, and the words behind the unit's name part a title.
        QString pattern = QStringLiteral("《[^》]*》?|关于|[，。、：；（）()“”—]");
        if (!m_usual.trimmed().isEmpty())
            pattern += u'|' + QRegularExpression::escape(m_usual);
        const QRegularExpression parting(pattern);
        qsizetype start = 0;
        for (QRegularExpressionMatchIterator partings = parting.globalMatch(m_title); partings.hasNext();) {
            const QRegularExpressionMatch match = partings.next();
            judge(start, match.capturedStart(),
                match.captured() == QStringLiteral("关于") || match.captured() == m_usual);
            start = match.capturedEnd();
        }
        judge(start, m_title.size(), false);
        return m_findings;
    }

private:
    // One part of the title. `authors`: behind it stand the words that stand behind the unit's name.
    void judge(qsizetype start, qsizetype end, bool authors)
    {
        const bool begins = start == 0;
        const bool leads = begins && authors;
        while (start < end && m_title[start].isSpace())
            ++start;
        while (start < end && m_title[end - 1].isSpace())
            --end;
        static const QString endings = QStringLiteral("局厅委会所院部办室司");
        qsizetype officeEnd = end;
        while (officeEnd > start && !endings.contains(m_title[officeEnd - 1]))
            --officeEnd;
        if (leads && officeEnd != end) {
            const QString whole = shortName(m_title.mid(start, end - start));
            officeEnd = regionLength(whole) == whole.size() ? end : start;
        }
        const QString name = shortName(m_title.mid(start, officeEnd - start));
        if ((leads ? isPlainName(name) : isSurelyOffice(name, begins)) && !namesUnit(name, m_shortUnit))
            m_findings.append({FindingLevel::Warning, FindingCode::OtherUnit, {}, static_cast<int>(start),
                static_cast<int>(officeEnd - start), {m_title.mid(start, officeEnd - start), m_unit}});
    }

    // Where the usual words do not follow, an office with its region: at the beginning any, elsewhere one of the same
    // kind.
    bool isSurelyOffice(const QString &name, bool begins) const
    {
        const qsizetype region = regionLength(name);
        if (region == 0 || region == name.size() || m_office.isEmpty())
            return false;
        const bool isBureau = begins && isPlainName(name) && QStringView(u"局厅委").contains(name.back());
        return isBureau || name.endsWith(m_office);
    }

    const QString &m_title;
    const QString &m_unit;
    QString m_shortUnit;
    QString m_office; // without its region
    QString m_usual; // what stands behind the unit's name in the title that the notice words
    QList<Finding> m_findings;
};

} // namespace

QList<Finding> otherUnits(const QString &title, const QString &unit, const OutlineForm &form)
{
    if (title.size() > longestTitle || foldedName(unit).isEmpty())
        return {};
    return TitleScan(title, unit, form.defaultTitle).run();
}

} // namespace zhibao
