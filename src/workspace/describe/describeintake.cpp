// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/describe/describeintake.h"

#include "workspace/describe/describe.h"
#include "workspace/describe/sentence.h"
#include "workspace/intake/intake.h"

#include <algorithm>

namespace zhibao {

namespace {

QString listed(const QStringList &names)
{
    constexpr qsizetype shown = 6;
    const QString all = names.mid(0, shown).join(u'、');
    return names.size() > shown ? all + QStringLiteral("……") : all;
}

QStringList labelsOf(const IntakeQuestion &question, const PlannedFile &file)
{
    QStringList labels;
    const Form *const form = file.definition.form(file.reading.tables.value(question.table).form);
    for (const QString &id : question.candidates) {
        const Column *const column = form && form->table() ? form->table()->column(id) : nullptr;
        labels.append(column ? column->label : id);
    }
    return labels;
}

QString unitQuestion(const IntakeQuestion &question)
{
    if (question.candidates.size() == 1)
        return translated(QT_TRANSLATE_NOOP("Describe", "“%1”像是%2，请确认单位。"))
            .arg(question.text, question.candidates.constFirst());
    if (!question.candidates.isEmpty())
        return translated(QT_TRANSLATE_NOOP("Describe", "“%1”可能是几个单位：%2，请写明是哪一个。"))
            .arg(question.text, listed(question.candidates));
    if (!question.text.isEmpty())
        return translated(QT_TRANSLATE_NOOP("Describe", "单位名录中没有“%1”，请写明是哪个单位。")).arg(question.text);
    return translated(QT_TRANSLATE_NOOP("Describe", "文件没有写明填报单位，请写明是哪个单位。"));
}

} // namespace

QString describeState(const PlannedFile &file)
{
    if (file.error)
        return translated(QT_TRANSLATE_NOOP("Describe", "不能读"));
    if (file.isReview())
        return translated(QT_TRANSLATE_NOOP("Describe", "送审文件"));
    if (!file.plan.isReady())
        return translated(QT_TRANSLATE_NOOP("Describe", "待答"));
    if (file.plan.isBlank)
        return translated(QT_TRANSLATE_NOOP("Describe", "空表"));
    if (!file.plan.changesAnything())
        return translated(QT_TRANSLATE_NOOP("Describe", "无改动"));
    return file.report == 0 ? translated(QT_TRANSLATE_NOOP("Describe", "新增"))
                            : translated(QT_TRANSLATE_NOOP("Describe", "更新"));
}

QString describeChanges(const PlannedFile &file)
{
    QStringList parts;
    const auto count = [&](IntakeChange::What what, const char *words) {
        const auto changes = std::count_if(file.plan.changes.cbegin(), file.plan.changes.cend(),
            [&](const IntakeChange &change) { return change.what == what; });
        if (changes > 0)
            parts.append(translated(words).arg(changes));
    };
    count(IntakeChange::What::Added, QT_TRANSLATE_NOOP("Describe", "新增 %1 处"));
    count(IntakeChange::What::Changed, QT_TRANSLATE_NOOP("Describe", "改动 %1 处"));
    count(IntakeChange::What::Removed, QT_TRANSLATE_NOOP("Describe", "删除 %1 处"));
    count(IntakeChange::What::Conflict, QT_TRANSLATE_NOOP("Describe", "冲突 %1 处"));
    return parts.join(u'，');
}

QString describe(const IntakeQuestion &question, const PlannedFile &file)
{
    using Kind = IntakeQuestion::Kind;
    switch (question.kind) {
    case Kind::Unit:
        return unitQuestion(question);
    case Kind::Notice:
        return translated(QT_TRANSLATE_NOOP("Describe", "文件像是答复几个通知的：%1，请写明文号。"))
            .arg(listed(question.candidates));
    case Kind::Form:
        return translated(QT_TRANSLATE_NOOP("Describe", "第%1个表格可能是几个表式的，请选定一个。"))
            .arg(question.table + 1);
    case Kind::Column:
        return translated(QT_TRANSLATE_NOOP("Describe", "第%1个表格的“%2”一列不能断定是哪一栏（%3），请选定。"))
            .arg(QString::number(question.table + 1), question.text.simplified(), listed(labelsOf(question, file)));
    case Kind::Table:
        return translated(QT_TRANSLATE_NOOP("Describe", "文件中有 %1 个表格都填了同一个表式，请选定一个。"))
            .arg(question.candidates.size());
    case Kind::Occasion:
        return translated(QT_TRANSLATE_NOOP("Describe", "这个通知要填报多次，请写明是哪一期。"));
    case Kind::Conflict:
        return translated(QT_TRANSLATE_NOOP("Describe", "这里先前导入后又改过，文件中同一处也有改动，请逐处确定。"));
    case Kind::Frozen:
        return file.refusal ? describe(*file.refusal) : QString();
    case Kind::NoForm:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("Describe", "文件中没有认出通知要求的表式，请核对是不是这份文件。"));
}

QString describe(const LineLink &link)
{
    if (link.before < 0)
        return translated(QT_TRANSLATE_NOOP("Describe", "新增一行"));
    constexpr int wholeShare = 100;
    return translated(QT_TRANSLATE_NOOP("Describe", "认作第%1行（%2 %）"))
        .arg(link.before + 1)
        .arg(static_cast<int>(link.likeness * wholeShare));
}

} // namespace zhibao
