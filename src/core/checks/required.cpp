// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/report/report.h"

#include <algorithm>

namespace zhibao {

namespace {

bool hasText(const Texts &texts)
{
    return std::any_of(texts.cbegin(), texts.cend(), [](const QString &text) { return !isBlank(text); });
}

bool hasText(const Row &row)
{
    return hasText(row.cells)
        || std::any_of(row.entries.cbegin(), row.entries.cend(), [](const Texts &entry) { return hasText(entry); });
}

bool isRequired(const TableForm &form, const QString &column)
{
    return std::any_of(form.columns.cbegin(), form.columns.cend(),
        [&](const Column &candidate) { return candidate.required && candidate.id == column; });
}

QList<Place> requiredOf(const TableForm &table, const Report &report, const Notice &notice, const QString &formId)
{
    const QList<Row> rows = report.forms.value(formId).rows;
    const bool blank = std::none_of(rows.cbegin(), rows.cend(), [](const Row &row) { return hasText(row); });
    QList<Place> places = textPlaces(report, notice, formId);
    places.removeIf([&](const Place &place) {
        if (place.row < 0)
            return false;
        const Row &row = rows[place.row];
        const bool asked = place.entry >= 0 ? hasText(row.entries[place.entry]) : blank ? place.row == 0 : hasText(row);
        return !asked || !isRequired(table, place.field);
    });
    return places;
}

QList<Place> requiredOf(const OutlineForm &outline, const Report &report, const Notice &notice, const QString &formId)
{
    QList<Place> places = textPlaces(report, notice, formId);
    places.removeIf([&](const Place &place) {
        const OutlineField *const asked = outline.field(place.field);
        return place.section < 0 && (!asked || !asked->required);
    });
    return places;
}

// Of the texts asked for, how many are there.
struct Filled {
    qsizetype asked = 0;
    qsizetype there = 0;

    Filled &operator+=(const Filled &other)
    {
        asked += other.asked;
        there += other.there;
        return *this;
    }
    int perCent() const { return asked == 0 ? 100 : static_cast<int>(there * 100 / asked); }
};

Filled filledOf(Report report, const Notice &notice, const Form &form)
{
    // A table without rows is as far as one with an empty row.
    if (QList<Row> &rows = report.forms[form.id].rows; form.table() && rows.isEmpty())
        rows.append(Row());
    Filled filled;
    for (const Place &place : requiredPlaces(report, notice, form.id)) {
        if (place.field == field::title && form.outline() && !form.outline()->defaultTitle.isEmpty())
            continue;
        ++filled.asked;
        filled.there += isBlank(textAt(report, place)) ? 0 : 1;
    }
    return filled;
}

} // namespace

QList<Place> requiredPlaces(const Report &report, const Notice &notice, const QString &formId)
{
    const Form *form = notice.form(formId);
    if (!form)
        return {};
    return std::visit([&](const auto &kind) { return requiredOf(kind, report, notice, formId); }, form->kind);
}

int progressOf(const Report &given, const Notice &notice)
{
    Filled filled;
    for (const Form &form : notice.forms)
        filled += filledOf(given, notice, form);
    return filled.perCent();
}

QDate dueOf(const Report &report, const Notice &notice)
{
    QDate due;
    for (const Form &form : notice.forms) {
        const QDate deadline = deadlineOf(form, notice, report.occasion);
        const bool earlier = !due.isValid() || deadline < due;
        if (deadline.isValid() && earlier && filledOf(report, notice, form).perCent() < 100)
            due = deadline;
    }
    return due;
}

} // namespace zhibao
