// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/checks.h"

#include "core/checks/textchecks.h"
#include "core/report/columnvalue.h"
#include "core/text/dates.h"
#include "core/text/wordcount.h"

#include <algorithm>

namespace zhibao {

namespace {

// More findings than this were not made by people; they would only cost memory.
constexpr qsizetype findingsLimit = 10'000;

// Checks one form of a report.
class FormCheck {
public:
    FormCheck(const Report &report, const Notice &notice, const Form &form, const NoticeQuotations &quotations,
        CheckedTexts &texts, QList<Finding> &findings)
        : m_report(report)
        , m_notice(notice)
        , m_form(form)
        , m_table(form.table())
        , m_outline(form.outline())
        , m_quotations(quotations)
        , m_texts(texts)
        , m_findings(findings)
    {
    }

    void run()
    {
        const Place whole{m_form.id, {}, -1, -1, -1};
        if (!m_report.forms.contains(m_form.id)) {
            add(FindingLevel::Hint, FindingCode::FormEmpty, whole, {m_form.title});
            return;
        }
        m_places = textPlaces(m_report, m_notice, m_form.id);
        const bool begun = isBegun();
        const bool rowless = m_table && !hasRow();
        if (!begun || rowless)
            add(FindingLevel::Error, FindingCode::FormEmpty, whole, {m_form.title});
        if (!begun)
            return;
        checkLimit(whole);
        m_required = requiredPlaces(m_report, m_notice, m_form.id);
        // An empty table is one finding, not one for each cell.
        m_required.removeIf([rowless](const Place &place) { return rowless && place.row >= 0; });
        for (const Place &place : std::as_const(m_places)) {
            if (m_findings.size() >= findingsLimit)
                return;
            checkPlace(place);
        }
    }

private:
    void add(FindingLevel level, FindingCode code, const Place &place, const QStringList &arguments)
    {
        m_findings.append({level, code, place, -1, 0, arguments});
    }

    // Whether anything was typed beyond what the notice words beforehand.
    bool isBegun() const
    {
        return std::any_of(m_places.cbegin(), m_places.cend(), [&](const Place &place) {
            const QString text = textAt(m_report, place);
            return !isBlank(text) && !isDefault(place, text);
        });
    }

    bool isDefault(const Place &place, const QString &text) const
    {
        if (!m_outline)
            return false;
        if (place.field == field::addressee)
            return text == worded(m_outline->defaultAddressee, m_report, m_notice);
        return place.field == field::title && text == worded(m_outline->defaultTitle, m_report, m_notice);
    }

    bool hasRow() const
    {
        return std::any_of(m_places.cbegin(), m_places.cend(),
            [&](const Place &place) { return place.row >= 0 && !isBlank(textAt(m_report, place)); });
    }

    void checkLimit(const Place &whole)
    {
        const int most = m_outline ? m_outline->limit : 0;
        if (most <= 0)
            return;
        const WordCount count = countForm(m_report, m_notice, m_form.id);
        const QString limit = QString::number(most);
        if (count.words > most)
            add(FindingLevel::Error, FindingCode::OverLimit, whole, {QString::number(count.words), limit});
        else if (count.characters > most)
            add(FindingLevel::Warning, FindingCode::CharactersOverLimit, whole,
                {QString::number(count.characters), limit});
    }

    void checkPlace(const Place &place)
    {
        // The required places are some of the places, in the same order.
        const bool required = m_nextRequired < m_required.size() && m_required[m_nextRequired] == place;
        m_nextRequired += required ? 1 : 0;
        const QString text = textAt(m_report, place);
        if (isBlank(text)) {
            if (required)
                addEmpty(place);
        } else if (m_outline && m_outline->calendarDate && place.field == field::date) {
            checkDate(place, text);
        } else if (const Column *const column = typedColumn(place)) {
            checkValue(place, *column, text);
        } else {
            if (place.section >= 0 && m_outline->needsFigures && !hasFigure(text))
                add(FindingLevel::Warning, FindingCode::SectionWithoutFigure, place,
                    {m_outline->sections[place.section].heading});
            checkText(place, text);
        }
    }

    void checkDate(const Place &place, const QString &text)
    {
        const DateReading reading = readDate(text);
        if (reading.fault != DateFault::None)
            m_findings.append({FindingLevel::Error, FindingCode::ImpossibleDate, place,
                static_cast<int>(reading.offset), static_cast<int>(reading.length), dateFaultFacts(text)});
    }

    // Null where any text will do.
    const Column *typedColumn(const Place &place) const
    {
        const Column *const column = m_table && place.row >= 0 ? m_table->column(place.field) : nullptr;
        return column && column->type != ColumnType::Text ? column : nullptr;
    }

    void checkValue(const Place &place, const Column &column, const QString &text)
    {
        const QStringList told{column.label, text.trimmed()};
        switch (valueFault(column, text)) {
        case ValueFault::None:
            break;
        case ValueFault::NotDate:
            checkDate(place, text);
            break;
        case ValueFault::NotNumber:
            add(FindingLevel::Error, FindingCode::NotNumber, place, told);
            break;
        case ValueFault::NotInteger:
            add(FindingLevel::Error, FindingCode::NotInteger, place, told);
            break;
        case ValueFault::TooManyDecimals:
            add(FindingLevel::Error, FindingCode::TooManyDecimals, place,
                told + QStringList{QString::number(column.decimals)});
            break;
        case ValueFault::NotChoice:
            add(FindingLevel::Error, FindingCode::NotChoice, place, told + QStringList{column.choices.join(u'、')});
            break;
        case ValueFault::NotYesNo:
            add(FindingLevel::Error, FindingCode::NotYesNo, place, told);
            break;
        }
    }

    void checkText(const Place &place, const QString &text)
    {
        QList<Finding> found = m_texts.findings(text, [this](const QString &unknown) { return inText(unknown); });
        if (m_outline && place.field == field::title)
            found += otherUnits(text, m_report.unit, *m_outline);
        std::stable_sort(
            found.begin(), found.end(), [](const Finding &a, const Finding &b) { return a.offset < b.offset; });
        for (Finding &finding : found) {
            finding.place = place;
            m_findings.append(finding);
        }
    }

    QList<Finding> inText(const QString &text) const
    {
        QList<Finding> found = halfWidthMarks(text);
        found += unpairedMarks(text);
        found += markRuns(text);
        found += wrongDates(text);
        found += m_quotations.misquotations(text);
        return found;
    }

    void addEmpty(const Place &place)
    {
        const QString title = entryTitle();
        if (place.section >= 0) {
            add(FindingLevel::Error, FindingCode::SectionEmpty, place, {m_outline->sections[place.section].heading});
        } else if (place.entry >= 0 && place.field != title) {
            const Place titlePlace{place.form, title, place.row, place.entry, -1};
            add(FindingLevel::Warning, FindingCode::EntryIncomplete, place,
                {labelOf(place), textAt(m_report, titlePlace)});
        } else {
            add(FindingLevel::Error, FindingCode::RequiredEmpty, place, {labelOf(place)});
        }
    }

    // The column that names an entry: the first of its group.
    QString entryTitle() const
    {
        if (!m_table)
            return {};
        const auto column = std::find_if(m_table->columns.cbegin(), m_table->columns.cend(),
            [](const Column &candidate) { return candidate.repeating; });
        return column == m_table->columns.cend() ? QString() : column->id;
    }

    QString labelOf(const Place &place) const
    {
        if (!m_table)
            return place.field;
        if (place.row < 0)
            return m_table->contactLabel;
        const Column *const column = m_table->column(place.field);
        return column ? column->label : QString();
    }

    const Report &m_report;
    const Notice &m_notice;
    const Form &m_form;
    const TableForm *m_table; // of the two one is null
    const OutlineForm *m_outline;
    const NoticeQuotations &m_quotations;
    CheckedTexts &m_texts;
    QList<Finding> &m_findings;
    QList<Place> m_places; // that can hold a text, in reading order
    QList<Place> m_required;
    qsizetype m_nextRequired = 0;
};

} // namespace

QString findingName(FindingCode code)
{
    switch (code) {
    case FindingCode::RequiredEmpty:
        return QStringLiteral("required-empty");
    case FindingCode::OverLimit:
        return QStringLiteral("over-limit");
    case FindingCode::CharactersOverLimit:
        return QStringLiteral("characters-over-limit");
    case FindingCode::SectionEmpty:
        return QStringLiteral("section-empty");
    case FindingCode::SectionWithoutFigure:
        return QStringLiteral("section-without-figure");
    case FindingCode::EntryIncomplete:
        return QStringLiteral("entry-incomplete");
    case FindingCode::NoticeTitleMisquoted:
        return QStringLiteral("title-misquoted");
    case FindingCode::NoticeNumberMisquoted:
        return QStringLiteral("number-misquoted");
    case FindingCode::HalfWidthPunctuation:
        return QStringLiteral("half-width-punctuation");
    case FindingCode::UnpairedMark:
        return QStringLiteral("unpaired-mark");
    case FindingCode::ImpossibleDate:
        return QStringLiteral("impossible-date");
    case FindingCode::ReversedDates:
        return QStringLiteral("reversed-dates");
    case FindingCode::MarkRun:
        return QStringLiteral("mark-run");
    case FindingCode::OtherUnit:
        return QStringLiteral("other-unit");
    case FindingCode::NotNumber:
        return QStringLiteral("not-number");
    case FindingCode::NotInteger:
        return QStringLiteral("not-integer");
    case FindingCode::TooManyDecimals:
        return QStringLiteral("too-many-decimals");
    case FindingCode::NotChoice:
        return QStringLiteral("not-choice");
    case FindingCode::NotYesNo:
        return QStringLiteral("not-yes-no");
    case FindingCode::FormEmpty:
        return QStringLiteral("table-empty");
    }
    return {};
}

QList<Finding> check(const Report &report, const Notice &notice)
{
    CheckedTexts texts;
    return check(report, notice, texts);
}

QList<Finding> check(const Report &report, const Notice &notice, CheckedTexts &texts)
{
    QList<Finding> findings;
    const NoticeQuotations quotations(notice);
    for (const Form &form : notice.forms)
        FormCheck(report, notice, form, quotations, texts, findings).run();
    texts.end();
    return findings;
}

} // namespace zhibao
