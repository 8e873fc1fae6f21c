// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/notice/notice.h"

#include <algorithm>

namespace zhibao {

QString nameOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Text:
        return QStringLiteral("text");
    case ColumnType::Date:
        return QStringLiteral("date");
    case ColumnType::Integer:
        return QStringLiteral("integer");
    case ColumnType::Decimal:
        return QStringLiteral("decimal");
    case ColumnType::Choice:
        return QStringLiteral("choice");
    case ColumnType::YesNo:
        return QStringLiteral("yes-no");
    }
    return {};
}

QList<OutlineField> usualOutlineFields()
{
    return {{field::title, {}, true, false}, {field::addressee, {}, false, false}, {field::opening, {}, false, false},
        {field::closing, {}, false, true}, {field::date, {}, true, true}, {field::contact, {}, true, true}};
}

const OutlineField *OutlineForm::field(const QString &sought) const
{
    const auto found = std::find_if(
        fields.cbegin(), fields.cend(), [&](const OutlineField &candidate) { return candidate.id == sought; });
    return found == fields.cend() ? nullptr : &*found;
}

const Column *TableForm::column(const QString &sought) const
{
    const auto found = std::find_if(
        columns.cbegin(), columns.cend(), [&](const Column &column) { return !column.serial && column.id == sought; });
    return found == columns.cend() ? nullptr : &*found;
}

const Form *Notice::form(const QString &id) const
{
    const auto found = std::find_if(forms.cbegin(), forms.cend(), [&](const Form &form) { return form.id == id; });
    return found == forms.cend() ? nullptr : &*found;
}

const Notice *findNotice(const QList<Notice> &notices, const QString &number, const QByteArray &definition)
{
    const auto find = [&](const auto &isMeant) {
        const auto found = std::find_if(notices.crbegin(), notices.crend(),
            [&](const Notice &notice) { return notice.number == number && isMeant(notice); });
        return found == notices.crend() ? nullptr : &*found;
    };
    if (!definition.isEmpty())
        return find([&](const Notice &notice) { return notice.digest == definition; });
    const Notice *const implied = find([](const Notice &notice) { return notice.isImplied; });
    return implied ? implied : find([](const Notice &) { return true; });
}

QDate deadlineOf(const Form &form, const Notice &notice, const QString &occasion)
{
    if (!form.relativeDeadline)
        return form.deadline;
    const QDate last = lastDayOf(occasion, notice.occasion);
    if (!last.isValid())
        return {};
    const QDate month = QDate(last.year(), last.month(), 1).addMonths(form.relativeDeadline->months);
    return month.addDays(std::min(form.relativeDeadline->day, month.daysInMonth()) - 1);
}

Result<void> checkOccasion(const Notice &notice, const QString &occasion, const QString &path)
{
    if (isOccasion(occasion, notice.occasion))
        return {};
    return Error{ErrorCode::OccasionUnfit, {path, occasion, notice.number, nameOf(notice.occasion)}};
}

} // namespace zhibao
