// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/dates.h"
#include "workspace/describe/describe.h"
#include "workspace/describe/sentence.h"

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

// %1, %2, … are the finding's arguments as checks.h names them.
constexpr std::array findingSentences{
    Wording{FindingCode::RequiredEmpty, QT_TRANSLATE_NOOP("Describe", "“%1”还没有填写。")},
    Wording{FindingCode::OverLimit, QT_TRANSLATE_NOOP("Describe", "全文 %1 字，超过 %2 字的限额，请压缩。")},
    Wording{FindingCode::CharactersOverLimit,
        QT_TRANSLATE_NOOP("Describe", "字符数（不计空格）为 %1，超过 %2；字数未超，但有的单位按字符数核对。")},
    Wording{FindingCode::SectionEmpty, QT_TRANSLATE_NOOP("Describe", "“%1”之下还没有内容。")},
    Wording{FindingCode::SectionWithoutFigure, QT_TRANSLATE_NOOP("Describe", "“%1”之下没有一个数字，请补充数据。")},
    Wording{FindingCode::EntryIncomplete, QT_TRANSLATE_NOOP("Describe", "“%2”缺少“%1”。")},
    Wording{FindingCode::NoticeTitleMisquoted, QT_TRANSLATE_NOOP("Describe", "引用的标题“%1”与原文不符，应为“%2”。")},
    Wording{FindingCode::NoticeNumberMisquoted, QT_TRANSLATE_NOOP("Describe", "引用的文号“%1”与原文不符，应为“%2”。")},
    Wording{
        FindingCode::HalfWidthPunctuation, QT_TRANSLATE_NOOP("Describe", "“%3”中的标点“%1”是半角，中文之间应用“%2”。")},
    Wording{FindingCode::UnpairedMark, QT_TRANSLATE_NOOP("Describe", "“%2”中的“%1”没有成对。")},
    Wording{FindingCode::ReversedDates, QT_TRANSLATE_NOOP("Describe", "“%1”的起止日期前后颠倒。")},
    Wording{FindingCode::MarkRun, QT_TRANSLATE_NOOP("Describe", "“%2”中的标点“%1”连用了，请只留一个。")},
    Wording{FindingCode::OtherUnit, QT_TRANSLATE_NOOP("Describe", "标题写的是“%1”，而这份报表的填报单位是“%2”。")},
    Wording{FindingCode::NotNumber, QT_TRANSLATE_NOOP("Describe", "“%1”应填数字，“%2”不是数字。")},
    Wording{FindingCode::NotInteger, QT_TRANSLATE_NOOP("Describe", "“%1”应填整数，“%2”有小数。")},
    Wording{FindingCode::TooManyDecimals, QT_TRANSLATE_NOOP("Describe", "“%1”最多填 %3 位小数，“%2”超过了。")},
    Wording{FindingCode::NotChoice, QT_TRANSLATE_NOOP("Describe", "“%1”应从“%3”中选填，“%2”不在其中。")},
    Wording{FindingCode::NotYesNo, QT_TRANSLATE_NOOP("Describe", "“%1”应填“是”或“否”，填写的是“%2”。")},
    Wording{FindingCode::FormEmpty, QT_TRANSLATE_NOOP("Describe", "“%1”还没有填写任何内容。")},
};

// Why a text is no date: %1 the text, %2 its part at fault, %4 the mark that is expected.
constexpr std::array dateSentences{
    Wording{DateFault::NotDate, QT_TRANSLATE_NOOP("Describe", "“%1”不是日期，请写成“2023年3月31日”的样子。")},
    Wording{DateFault::YearMissing, QT_TRANSLATE_NOOP("Describe", "日期“%1”没有写年份。")},
    Wording{DateFault::YearNotFourDigits, QT_TRANSLATE_NOOP("Describe", "日期“%1”的年份“%2”不是四位数字，请写全。")},
    Wording{DateFault::MonthMissing, QT_TRANSLATE_NOOP("Describe", "日期“%1”没有写月份。")},
    Wording{DateFault::NoSuchMonth, QT_TRANSLATE_NOOP("Describe", "“%1”不是日历上有的日期：一年里没有“%2”月。")},
    Wording{DateFault::DayMissing, QT_TRANSLATE_NOOP("Describe", "日期“%1”没有写是哪一日。")},
    Wording{DateFault::NoSuchDay, QT_TRANSLATE_NOOP("Describe", "“%1”不是日历上有的日期：这个月里没有“%2”日。")},
    Wording{DateFault::MarkMissing, QT_TRANSLATE_NOOP("Describe", "日期“%1”中，“%2”之后应是“%4”。")},
    Wording{DateFault::TextAround, QT_TRANSLATE_NOOP("Describe", "日期“%1”之外还写了“%2”，请删去。")},
};

QString dateSentence(const QStringList &arguments)
{
    const auto fault = std::find_if(dateSentences.begin(), dateSentences.end(),
        [&](const auto &known) { return dateFaultName(known.key) == arguments.value(2); });
    return fault == dateSentences.end() ? QString() : filled(translated(fault->text), arguments);
}

QString columnLabel(const Form &form, const QString &id)
{
    const Column *const column = form.table() ? form.table()->column(id) : nullptr;
    return column ? column->label : id;
}

// The label as a name: without the colon that leads to the blank behind it.
QString withoutColon(QString label)
{
    while (label.endsWith(u'：') || label.endsWith(u':'))
        label.chop(1);
    return label;
}

// What an outline's own field is called.
QString fieldName(const QString &id)
{
    const QMap<QString, QString> names{
        {field::contact, QCoreApplication::translate("Describe", "联系人")},
        {field::title, QCoreApplication::translate("Describe", "标题")},
        {field::addressee, QCoreApplication::translate("Describe", "主送单位")},
        {field::opening, QCoreApplication::translate("Describe", "开头")},
        {field::closing, QCoreApplication::translate("Describe", "结尾")},
        {field::date, QCoreApplication::translate("Describe", "日期")},
    };
    return names.value(id, id);
}

QString fieldLabel(const Form &form, const QString &id)
{
    if (const TableForm *const table = form.table(); table && id == field::contact)
        return withoutColon(table->contactLabel);
    const OutlineField *const named = form.outline() ? form.outline()->field(id) : nullptr;
    return named && !named->label.isEmpty() ? named->label : fieldName(id);
}

} // namespace

QString describe(const Finding &finding)
{
    if (finding.code == FindingCode::ImpossibleDate)
        return dateSentence(finding.arguments);
    const QString sentence = wordingOf(findingSentences, finding.code);
    if (finding.code == FindingCode::RequiredEmpty) {
        const QString label = withoutColon(finding.arguments.value(0));
        // An outline's own field is named by its id.
        const bool isId = label.isEmpty() || label == finding.place.field;
        return filled(sentence, {isId ? fieldName(finding.place.field) : label});
    }
    // An entry may lack its name as well.
    if (finding.code == FindingCode::EntryIncomplete && finding.arguments.value(1).isEmpty())
        return filled(QCoreApplication::translate("Describe", "缺少“%1”。"), finding.arguments);
    return filled(sentence, finding.arguments);
}

QString describeDateFault(const QString &text)
{
    return dateSentence(dateFaultFacts(text));
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
                     .arg(QString::number(place.entry + 1), form->table() ? form->table()->entryNoun : QString());
    if (place.section >= 0) {
        const QList<Section> sections = form->outline() ? form->outline()->sections : QList<Section>();
        words << (place.section < sections.size() ? sections[place.section].heading
                                                  : QString::number(place.section + 1));
    } else if (!place.field.isEmpty())
        words << (place.row >= 0 ? columnLabel(*form, place.field) : fieldLabel(*form, place.field));
    return words.join(u' ');
}

} // namespace zhibao
