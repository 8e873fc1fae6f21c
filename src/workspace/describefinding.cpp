// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/describe.h"
#include "workspace/sentence.h"

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

// %1, %2, … are the finding's arguments as checks.h names them.
struct FindingSentence {
    FindingCode code;
    const char *text;
};

constexpr std::array findingSentences{
    FindingSentence{FindingCode::RequiredEmpty, QT_TRANSLATE_NOOP("Describe", "“%1”还没有填写。")},
    FindingSentence{FindingCode::OverLimit, QT_TRANSLATE_NOOP("Describe", "全文 %1 字，超过 %2 字的限额，请压缩。")},
    FindingSentence{FindingCode::CharactersOverLimit,
        QT_TRANSLATE_NOOP("Describe", "字符数（不计空格）为 %1，超过 %2；字数未超，但有的单位按字符数核对。")},
    FindingSentence{FindingCode::SectionEmpty, QT_TRANSLATE_NOOP("Describe", "“%1”之下还没有内容。")},
    FindingSentence{
        FindingCode::SectionWithoutFigure, QT_TRANSLATE_NOOP("Describe", "“%1”之下没有一个数字，请补充数据。")},
    FindingSentence{FindingCode::EntryWithoutIssuer, QT_TRANSLATE_NOOP("Describe", "“%2”缺少“%1”。")},
    FindingSentence{
        FindingCode::NoticeTitleMisquoted, QT_TRANSLATE_NOOP("Describe", "引用的标题“%1”与原文不符，应为“%2”。")},
    FindingSentence{
        FindingCode::NoticeNumberMisquoted, QT_TRANSLATE_NOOP("Describe", "引用的文号“%1”与原文不符，应为“%2”。")},
    FindingSentence{
        FindingCode::HalfWidthPunctuation, QT_TRANSLATE_NOOP("Describe", "“%3”中的标点“%1”是半角，中文之间应用“%2”。")},
    FindingSentence{FindingCode::UnpairedMark, QT_TRANSLATE_NOOP("Describe", "“%2”中的“%1”没有成对。")},
    FindingSentence{FindingCode::ImpossibleDate, QT_TRANSLATE_NOOP("Describe", "“%1”不是日历上有的日期。")},
    FindingSentence{FindingCode::TableEmpty, QT_TRANSLATE_NOOP("Describe", "“%1”还没有填写任何内容。")},
};

QString columnLabel(const Form &form, const QString &id)
{
    const auto column = std::find_if(
        form.columns.cbegin(), form.columns.cend(), [&](const Column &candidate) { return candidate.id == id; });
    return column == form.columns.cend() ? id : column->label;
}

// The label as a name: without the colon that leads to the blank behind it.
QString withoutColon(QString label)
{
    while (label.endsWith(u'：') || label.endsWith(u':'))
        label.chop(1);
    return label;
}

QString fieldLabel(const Form &form, const QString &id)
{
    if (id == field::contact && !form.contactLabel.isEmpty())
        return withoutColon(form.contactLabel);
    const QMap<QString, QString> labels{
        {field::contact, QCoreApplication::translate("Describe", "联系人")},
        {field::title, QCoreApplication::translate("Describe", "标题")},
        {field::addressee, QCoreApplication::translate("Describe", "主送单位")},
        {field::opening, QCoreApplication::translate("Describe", "开头")},
        {field::closing, QCoreApplication::translate("Describe", "结尾")},
        {field::date, QCoreApplication::translate("Describe", "日期")},
    };
    return labels.value(id, id);
}

} // namespace

QString describe(const Finding &finding)
{
    const auto sentence = std::find_if(findingSentences.begin(), findingSentences.end(),
        [&](const FindingSentence &known) { return known.code == finding.code; });
    if (sentence == findingSentences.end())
        return {};
    // An entry may lack its name as well.
    if (finding.code == FindingCode::EntryWithoutIssuer && finding.arguments.value(1).isEmpty())
        return filled(QCoreApplication::translate("Describe", "缺少“%1”。"), finding.arguments);
    return filled(QCoreApplication::translate("Describe", sentence->text), finding.arguments);
}

QString describe(FindingLevel level)
{
    switch (level) {
    case FindingLevel::Error:
        return QCoreApplication::translate("Describe", "错误");
    case FindingLevel::Warning:
        return QCoreApplication::translate("Describe", "警告");
    case FindingLevel::Hint:
        return QCoreApplication::translate("Describe", "提示");
    }
    return {};
}

QString describePlace(const Notice &notice, const Place &place)
{
    const Form *const form = notice.form(place.form);
    if (!form)
        return place.form;
    QStringList words{form->mark};
    if (place.row >= 0)
        words << QCoreApplication::translate("Describe", "第%1行").arg(place.row + 1);
    if (place.entry >= 0)
        words << QCoreApplication::translate("Describe", "第%1个%2")
                     .arg(QString::number(place.entry + 1), form->entryNoun);
    if (place.section >= 0)
        words << (place.section < form->sections.size() ? form->sections[place.section].heading
                                                        : QString::number(place.section + 1));
    else if (!place.field.isEmpty())
        words << (place.row >= 0 ? columnLabel(*form, place.field) : fieldLabel(*form, place.field));
    return words.join(u' ');
}

} // namespace zhibao
