// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/describe/describenotice.h"

#include "workspace/describe/describe.h"
#include "workspace/describe/sentence.h"

#include <array>

namespace zhibao {

namespace {

using Kind = NoticeChange::Kind;

// %1: as it read before, %2: as it reads now.
constexpr std::array changeWords{
    Wording{Kind::Notice, QT_TRANSLATE_NOOP("Describe", "“%1”改为“%2”")},
    Wording{Kind::FormAdded, QT_TRANSLATE_NOOP("Describe", "增加表式“%2”")},
    Wording{Kind::FormRemoved, QT_TRANSLATE_NOOP("Describe", "取消表式“%1”")},
    Wording{Kind::Form, QT_TRANSLATE_NOOP("Describe", "“%1”改为“%2”")},
    Wording{Kind::Deadline, QT_TRANSLATE_NOOP("Describe", "期限由“%1”改为“%2”")},
    Wording{Kind::Occasion, QT_TRANSLATE_NOOP("Describe", "由%1改为%2")},
    Wording{Kind::Orientation, QT_TRANSLATE_NOOP("Describe", "纸张由%1改为%2")},
    Wording{Kind::Limit, QT_TRANSLATE_NOOP("Describe", "字数上限由%1改为%2")},
    Wording{Kind::ColumnAdded, QT_TRANSLATE_NOOP("Describe", "增加栏目“%2”")},
    Wording{Kind::ColumnRemoved, QT_TRANSLATE_NOOP("Describe", "取消栏目“%1”")},
    Wording{Kind::Column, QT_TRANSLATE_NOOP("Describe", "栏目“%1”改为“%2”")},
    Wording{Kind::ColumnType, QT_TRANSLATE_NOOP("Describe", "栏目“%3”由%1改为%2")},
    Wording{Kind::SectionAdded, QT_TRANSLATE_NOOP("Describe", "增加标题“%2”")},
    Wording{Kind::SectionRemoved, QT_TRANSLATE_NOOP("Describe", "取消标题“%1”")},
    Wording{Kind::Section, QT_TRANSLATE_NOOP("Describe", "标题“%1”改为“%2”")},
    Wording{Kind::Guidance, QT_TRANSLATE_NOOP("Describe", "说明“%1”改为“%2”")},
    Wording{Kind::Other, QT_TRANSLATE_NOOP("Describe", "栏宽、必填等规定有改动")},
};

constexpr std::array typeNames{
    Wording{ColumnType::Text, QT_TRANSLATE_NOOP("Describe", "文字")},
    Wording{ColumnType::Date, QT_TRANSLATE_NOOP("Describe", "日期")},
    Wording{ColumnType::Integer, QT_TRANSLATE_NOOP("Describe", "整数")},
    Wording{ColumnType::Decimal, QT_TRANSLATE_NOOP("Describe", "数字")},
    Wording{ColumnType::Choice, QT_TRANSLATE_NOOP("Describe", "选填")},
    Wording{ColumnType::YesNo, QT_TRANSLATE_NOOP("Describe", "是或否")},
};

constexpr std::array occasionWords{
    Wording{OccasionKind::Once, QT_TRANSLATE_NOOP("Describe", "只填报一次")},
    Wording{OccasionKind::Month, QT_TRANSLATE_NOOP("Describe", "按月填报")},
    Wording{OccasionKind::Quarter, QT_TRANSLATE_NOOP("Describe", "按季度填报")},
    Wording{OccasionKind::Year, QT_TRANSLATE_NOOP("Describe", "按年填报")},
    Wording{OccasionKind::Number, QT_TRANSLATE_NOOP("Describe", "按期填报")},
};

QString limitWords(const QString &limit)
{
    return limit.isEmpty() ? translated(QT_TRANSLATE_NOOP("Describe", "“不限”"))
                           : translated(QT_TRANSLATE_NOOP("Describe", "“%1 字”")).arg(limit);
}

QString orientationWords(const QString &orientation)
{
    return orientation == QLatin1String("landscape") ? translated(QT_TRANSLATE_NOOP("Describe", "“横向”"))
                                                     : translated(QT_TRANSLATE_NOOP("Describe", "“纵向”"));
}

QString sideWords(Kind kind, const QString &side)
{
    if (kind == Kind::Limit)
        return limitWords(side);
    if (kind == Kind::Occasion) {
        const std::optional<OccasionKind> occasion = occasionKindNamed(side);
        return occasion ? describe(*occasion) : side;
    }
    if (const QStringList relative = side.split(QStringLiteral(" + ")); kind == Kind::Deadline && relative.size() == 2)
        return translated(QT_TRANSLATE_NOOP("Describe", "期后第 %2 个月 %1 日")).arg(relative.first(), relative.last());
    return kind == Kind::Orientation ? orientationWords(side) : side;
}

QString typeWords(const Column &column)
{
    QString words = wordingOf(typeNames, column.type);
    if (!column.choices.isEmpty())
        words += translated(QT_TRANSLATE_NOOP("Describe", "（%1）")).arg(column.choices.join(u'、'));
    if (!column.unit.isEmpty())
        words += translated(QT_TRANSLATE_NOOP("Describe", "（%1）")).arg(column.unit);
    if (column.decimals >= 0)
        words += translated(QT_TRANSLATE_NOOP("Describe", "，最多 %1 位小数")).arg(column.decimals);
    return column.total ? words + translated(QT_TRANSLATE_NOOP("Describe", "，列合计")) : words;
}

const Column *columnOf(const NoticeChange &change, const Notice &notice)
{
    const Form *const form = notice.form(change.form);
    return form && form->table() ? form->table()->column(change.column) : nullptr;
}

QString typeChangeWords(const NoticeChange &change, const Column &before, const Column &after)
{
    return filled(wordingOf(changeWords, change.kind), {typeWords(before), typeWords(after), after.label});
}

QString wordsOf(const NoticeChange &change, const Notice &earlier, const Notice &later)
{
    const Column *const before = columnOf(change, earlier);
    const Column *const after = columnOf(change, later);
    if (before && after)
        return typeChangeWords(change, *before, *after);
    return filled(wordingOf(changeWords, change.kind),
        {sideWords(change.kind, change.before), sideWords(change.kind, change.after)});
}

QString nameOf(const Form &form)
{
    return form.mark + u' ' + form.shortTitle;
}

QString askedBy(const TableForm &form)
{
    QStringList labels;
    for (const Column &column : form.columns) {
        if (!column.serial)
            labels.append(column.type == ColumnType::Text
                    ? column.label
                    : translated(QT_TRANSLATE_NOOP("Describe", "%1（%2）")).arg(column.label, typeWords(column)));
    }
    return translated(QT_TRANSLATE_NOOP("Describe", "填写：%1")).arg(labels.join(u'、'));
}

QString askedBy(const OutlineForm &form)
{
    QStringList headings;
    for (const Section &section : form.sections)
        headings.append(section.heading);
    const QString written = translated(QT_TRANSLATE_NOOP("Describe", "撰写：%1")).arg(headings.join(u'；'));
    return form.limit > 0 ? translated(QT_TRANSLATE_NOOP("Describe", "%1（不超过 %2 字）")).arg(written).arg(form.limit)
                          : written;
}

} // namespace

QString describe(OccasionKind kind)
{
    return wordingOf(occasionWords, kind);
}

QStringList describeNotice(const Notice &notice)
{
    QStringList lines{notice.number + u'　' + notice.title,
        translated(QT_TRANSLATE_NOOP("Describe", "发文单位：%1　发文日期：%2　报送：%3"))
            .arg(notice.issuer, notice.issued.toString(QStringLiteral("yyyy年M月d日")), notice.recipient)};
    if (notice.occasion != OccasionKind::Once)
        lines.append(describe(notice.occasion));
    for (const Form &form : notice.forms) {
        lines.append(
            translated(QT_TRANSLATE_NOOP("Describe", "%1　%2，%3")).arg(form.mark, form.title, form.deadlineWords));
        lines.append(std::visit([](const auto &kind) { return askedBy(kind); }, form.kind));
    }
    return lines;
}

QStringList describeChanges(const QList<NoticeChange> &changes, const Notice &before, const Notice &after)
{
    QStringList lines;
    for (const NoticeChange &change : changes) {
        const Form *const now = after.form(change.form);
        const Form *const form = now ? now : before.form(change.form);
        const bool isWhole = change.kind == Kind::FormAdded || change.kind == Kind::FormRemoved;
        lines.append(form && !isWhole
                ? translated(QT_TRANSLATE_NOOP("Describe", "%1：%2")).arg(nameOf(*form), wordsOf(change, before, after))
                : wordsOf(change, before, after));
    }
    return lines;
}

} // namespace zhibao
