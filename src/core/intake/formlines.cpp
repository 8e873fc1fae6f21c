// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/intake/formlines.h"

#include "core/report/report.h"
#include "core/text/numbering.h"
#include "core/text/script.h"

#include <QRegularExpression>

#include <algorithm>

namespace zhibao {

namespace {

QString withoutSpace(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace(); });
    return text;
}

const QRegularExpression &bracketed()
{
    static const QRegularExpression pattern(QStringLiteral("[（(][^）)]*[）)]"));
    return pattern;
}

// "填表人：…", or such a label in a cell of its own.
bool isCommonLabel(const QString &cell)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(?:(?:填报|填表|制表|审核|审批|复核|联系|经办|报送)人(?:员|姓名)?(?:及|和)?(?:联系)?(?:方式|电话)?|"
        "(?:单位|部门|科室|分管|主要)?(?:负责人|领导)(?=[（(]?(?:签字|签名|签章|审签))(?:签字|签名|签章|审签)?|"
        "(?:填报|填表|制表|报送|上报)?(?:单位|部门|日期|时间)(?:名称)?|联系电话|电话|手机|联系方式)"
        "(?:[（(][^）)]*[）)])?(?:[:：]|$)"));
    return pattern.match(withoutSpace(cell)).hasMatch();
}

// 栏次, 甲 乙 1 2 3: how the columns are counted.
bool isColumnNumbers(const QStringList &texts)
{
    constexpr int fewest = 4;
    int last = 0;
    for (const QString &cell : texts) {
        const QString text = withoutSpace(cell);
        const bool isLetter = text.size() == 1 && QStringLiteral("甲乙丙丁戊").contains(text);
        if (isLetter || text == QStringLiteral("栏次"))
            continue;
        const int number = runningNumber(text);
        if (number == 0 || (last > 0 && number != last + 1))
            return false;
        last = number;
    }
    return texts.size() >= fewest;
}

} // namespace

int runningNumber(const QString &cell)
{
    static const QRegularExpression marks(QStringLiteral("^[(（\\[]?(?:第|No\\.?)?(.+?)[)）\\]]?[、.．。,，:：]?$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QStringList romans{QStringLiteral("I"), QStringLiteral("II"), QStringLiteral("III"),
        QStringLiteral("IV"), QStringLiteral("V"), QStringLiteral("VI"), QStringLiteral("VII"), QStringLiteral("VIII"),
        QStringLiteral("IX"), QStringLiteral("X"), QStringLiteral("XI"), QStringLiteral("XII")};
    constexpr qsizetype longest = 8;
    const QString plain = withoutSpace(cell).normalized(QString::NormalizationForm_KC);
    if (plain.size() > longest)
        return 0;
    constexpr char16_t blackCircled = u'❶'; // has no compatibility form, ❷ to ❿ neither
    if (plain.size() == 1 && plain[0].unicode() >= blackCircled && plain[0].unicode() < blackCircled + 10)
        return plain[0].unicode() - blackCircled + 1;
    const QString numeral = marks.match(plain).captured(1);
    const bool isArabic = !numeral.isEmpty() && std::all_of(numeral.cbegin(), numeral.cend(), isAsciiDigit);
    return isArabic ? numeral.toInt()
                    : qMax(ordinalOf(numeral), static_cast<int>(romans.indexOf(numeral.toUpper())) + 1);
}

bool isTotal(const QString &cell)
{
    static const QStringList words{QStringLiteral("合计"), QStringLiteral("总计"), QStringLiteral("小计"),
        QStringLiteral("共计"), QStringLiteral("累计"), QStringLiteral("总数"), QStringLiteral("合计数"),
        QStringLiteral("总分")};
    return words.contains(lettersOf(cell));
}

QStringList textsOf(const QStringList &line)
{
    QStringList texts;
    for (const QString &cell : line) {
        if (!isBlank(cell))
            texts.append(cell);
    }
    return texts;
}

FormLines::FormLines(const Form &form, QString unit)
    : m_title(withoutSpace(form.title))
    , m_unit(std::move(unit))
{
    if (const TableForm *const table = form.table()) {
        for (const QString &label : {table->unitLabel, table->contactLabel})
            m_labels.append(lettersOf(QString(label).remove(bracketed())));
    }
}

std::optional<FormLineKind> FormLines::kindOf(const QStringList &line) const
{
    QStringList texts = textsOf(line);
    if (isColumnNumbers(texts))
        return FormLineKind::ColumnNumbers;
    if (texts.size() == 1 && isLineOfItsOwn(texts.first()))
        return FormLineKind::Remark;
    if (texts.size() > 1 && runningNumber(texts.first()) > 0)
        texts.removeFirst();
    if (texts.isEmpty())
        return std::nullopt;
    if (isTotal(texts.first()))
        return FormLineKind::Total;
    // A row's own text may begin with such a word as well: then it has others beside it.
    const auto labels = std::count_if(texts.cbegin(), texts.cend(), isCommonLabel);
    const bool isLabel = isOwnLabel(texts.first()) || (isCommonLabel(texts.first()) && 2 * labels >= texts.size());
    return isLabel ? std::optional(FormLineKind::Label) : std::nullopt;
}

// "填报单位（盖章）：…": a label that the form itself prints.
bool FormLines::isOwnLabel(const QString &cell) const
{
    static const QRegularExpression rest(QStringLiteral("[:：].*"), QRegularExpression::DotMatchesEverythingOption);
    const QString label = lettersOf(withoutSpace(cell).remove(rest).remove(bracketed()));
    return !label.isEmpty() && m_labels.contains(label);
}

bool FormLines::isLineOfItsOwn(const QString &cell) const
{
    static const QRegularExpression pattern(
        QStringLiteral("^(?:备注|注|说明|填表说明|填报说明|注释)[:：]|^附(?:件|表)[0-9一二三四五六七八九十]*[:：]?$|"
                       "^[0-9〇零一二三四五六七八九十]{2,4}年[0-9一二三四五六七八九十]{1,3}月"
                       "[0-9一二三四五六七八九十]{1,3}[日号]$|^第[0-9]+页"));
    const QString text = withoutSpace(cell);
    const QString name = QString(text).remove(bracketed());
    return pattern.match(text.normalized(QString::NormalizationForm_KC).replace(u':', u'：')).hasMatch()
        || name == m_unit || name == m_title;
}

} // namespace zhibao
