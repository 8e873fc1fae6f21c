// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/paste/summarysplit.h"

#include "core/text/dates.h"
#include "core/text/encoding.h"
#include "core/text/headings.h"
#include "core/text/script.h"

#include <algorithm>

namespace zhibao {

namespace {

constexpr qsizetype lineLimit = 20'000; // no summary has more
constexpr qsizetype longestLine = 60; // characters of a title, an addressee or a signature

// The lines as one text; line ends around it, which parted it from its neighbours, are left out.
QString joined(QStringList lines)
{
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    while (!lines.isEmpty() && lines.first().isEmpty())
        lines.removeFirst();
    return lines.join(u'\n');
}

bool isAddressee(const QString &line)
{
    const QString text = line.trimmed();
    // An opening may end so too: 现将有关情况报告如下：
    return text.size() <= longestLine && (text.endsWith(u'：') || text.endsWith(u':')) && !text.contains(u'。')
        && !text.contains(u'现') && !text.contains(QStringLiteral("如下"));
}

bool isTitle(const QString &line)
{
    const QString text = line.trimmed();
    return !text.isEmpty() && text.size() <= longestLine && !text.contains(u'。')
        && !QStringView(u"；;，,：:！!").contains(text.back());
}

// A date, also in brackets or none that the calendar has.
bool isDate(const QString &line)
{
    QString text = line.trimmed();
    if (text.startsWith(u'（') && text.endsWith(u'）'))
        text = text.mid(1, text.size() - 2);
    const DateFault fault = readDate(text).fault;
    return fault == DateFault::None || fault == DateFault::NoSuchMonth || fault == DateFault::NoSuchDay;
}

bool isContact(const QString &line)
{
    QString text = line.trimmed();
    if (text.startsWith(u'（') || text.startsWith(u'('))
        text = text.mid(1).trimmed();
    return text.startsWith(QStringLiteral("联系人")) || text.startsWith(QStringLiteral("联系电话"))
        || text.startsWith(QStringLiteral("联系方式"));
}

// How reports end, in words that no section starts a paragraph with.
bool startsClosing(const QString &line)
{
    static const QStringList phrases{QStringLiteral("下一步"), QStringLiteral("下步"), QStringLiteral("今后"),
        QStringLiteral("特此"), QStringLiteral("专此"), QStringLiteral("以上报告"), QStringLiteral("以上情况"),
        QStringLiteral("总之")};
    const QString text = line.trimmed();
    return std::any_of(
        phrases.cbegin(), phrases.cend(), [&](const QString &phrase) { return text.startsWith(phrase); });
}

// The line of the unit above the date: its name, or what else names an office and is no sentence.
bool isUnit(const QString &line, const QString &unit)
{
    QString text = line;
    text.removeIf([](QChar c) { return c.isSpace(); });
    if (text == unit)
        return !text.isEmpty();
    const bool sentence
        = std::any_of(text.cbegin(), text.cend(), [](QChar c) { return QStringView(u"，。；：、").contains(c); });
    return text.size() > 2 && text.size() <= 30 && !sentence
        && QStringView(u"局厅委会司院所部室处站组办").contains(text.back());
}

// What stands before the first heading: title, addressee, opening.
void splitHead(const QStringList &lines, SummarySplit &split)
{
    constexpr qsizetype searched = 8; // lines in which an addressee is sought
    const auto first = lines.cbegin();
    const auto end = first + qMin(lines.size(), searched);
    const auto addressee = std::find_if(first, end, isAddressee);
    qsizetype titleEnd = 0;
    if (addressee != end) {
        titleEnd = addressee - first;
        split.addressee = *addressee;
    } else {
        while (
            titleEnd < lines.size() && titleEnd < searched && (lines[titleEnd].isEmpty() || isTitle(lines[titleEnd])))
            ++titleEnd;
    }
    split.title = joined(lines.first(titleEnd));
    split.opening = joined(lines.mid(titleEnd + (addressee != end ? 1 : 0)));
}

// What stands behind the last section's text: closing, unit, date, contact, and what follows them.
class TailSplit {
public:
    // `ownHeading`: the line that carries on the headings' numbering.
    TailSplit(QStringList lines, qsizetype ownHeading, const QString &unit, SummarySplit &split)
        : m_lines(std::move(lines))
        , m_ownHeading(ownHeading)
        , m_unit(unit)
        , m_split(split)
    {
    }

    // Gives what is left for the section.
    QString run()
    {
        takeSignature();
        const qsizetype closing = closingStart();
        m_split.closing = joined(m_lines.mid(closing));
        return joined(m_lines.first(closing));
    }

private:
    void takeSignature()
    {
        constexpr qsizetype searched = 10; // lines from the end
        const qsizetype from = qMax(qsizetype{1}, m_lines.size() - searched);
        qsizetype date = -1;
        qsizetype contact = -1;
        qsizetype start = m_lines.size();
        for (qsizetype i = m_lines.size() - 1; i >= from; --i) {
            qsizetype *found = nullptr;
            if (date < 0 && isDate(m_lines[i]))
                found = &date;
            else if (contact < 0 && isContact(m_lines[i]))
                found = &contact;
            if (found)
                *found = start = i;
        }
        m_split.date = m_lines.value(date);
        m_split.contact = m_lines.value(contact);
        const qsizetype unit = unitLine(start, date >= 0);
        m_split.unit = m_lines.value(unit);
        start = unit >= 0 ? unit : start;
        QStringList behind;
        for (qsizetype i = start; i < m_lines.size(); ++i) {
            if (i != unit && i != date && i != contact)
                behind.append(m_lines[i]);
        }
        m_split.rest = joined(behind);
        m_lines = m_lines.first(start);
    }

    // The last line with words before `end` where it names the unit, -1 where it does not.
    qsizetype unitLine(qsizetype end, bool dated) const
    {
        qsizetype line = end - 1;
        while (line > 0 && isBlank(m_lines[line]))
            --line;
        const bool names = line > 0 && (dated ? isUnit(m_lines[line], m_unit) : m_lines[line].trimmed() == m_unit);
        return names ? line : -1;
    }

    // Where the closing starts, or a part of the author's own behind the last heading; the number of lines where there
    // is none.
    qsizetype closingStart() const
    {
        qsizetype closing = qMin(m_lines.size(), m_ownHeading);
        for (qsizetype i = closing - 1; i > 0; --i) {
            if (startsClosing(m_lines[i]))
                closing = i;
            else if (enumeratorLength(m_lines[i].trimmed(), 0) > 0)
                break;
        }
        return closing;
    }

    QStringList m_lines;
    qsizetype m_ownHeading;
    const QString &m_unit;
    SummarySplit &m_split;
};

} // namespace

SummarySplit splitSummary(const QString &text, const OutlineForm &form, const QString &unit)
{
    SummarySplit split;
    split.sections = QStringList(form.sections.size());
    const QStringList lines = wellFormed(text).split(u'\n');
    const QList<RecognisedHeading> headings
        = lines.size() <= lineLimit ? recogniseHeadings(lines, form.sections) : QList<RecognisedHeading>();
    split.headingsFound = static_cast<int>(headings.size());
    if (headings.isEmpty()) {
        split.rest = wellFormed(text);
        return split;
    }
    splitHead(lines.first(headings.first().line), split);
    for (qsizetype i = 0; i < headings.size(); ++i) {
        const RecognisedHeading &heading = headings[i];
        const bool last = i + 1 == headings.size();
        const qsizetype end = last ? lines.size() : headings[i + 1].line;
        QStringList body = lines.mid(heading.line + 1, end - heading.line - 1);
        body.prepend(lines[heading.line].mid(heading.textStart));
        const qsizetype ownHeading = last ? nextNumberedLine(lines, heading.line) - heading.line : 0;
        split.sections[heading.section] = last ? TailSplit(body, ownHeading, unit, split).run() : joined(body);
    }
    return split;
}

} // namespace zhibao
