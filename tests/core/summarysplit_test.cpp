// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/paste/summarysplit.h"
#include "core/text/headings.h"
#include "core/text/numbering.h"

#include <random>

namespace summarysplit_test {

using namespace zhibao;

namespace {

const QString unit = QStringLiteral("贵州省市场监督管理局");

const OutlineForm &outline()
{
    static const Notice notice = test::shippedNotice();
    return *notice.form(QStringLiteral("annex2"))->outline();
}

SummarySplit split(const QString &text)
{
    return splitSummary(text, outline(), unit);
}

// Headings numbered as given, each with a paragraph of its own.
QString numbered(const QStringList &numbers)
{
    QString text;
    for (qsizetype i = 0; i < numbers.size(); ++i)
        text += numbers[i] + outline().sections[i].heading.mid(2) + QStringLiteral("\n正文%1。\n").arg(i + 1);
    return text;
}

QStringList bodies()
{
    return {QStringLiteral("正文1。"), QStringLiteral("正文2。"), QStringLiteral("正文3。"), QStringLiteral("正文4。"),
        QStringLiteral("正文5。")};
}

// Sections that a text without any other part is split into.
QStringList sectionsOf(const QString &text)
{
    const SummarySplit result = split(text);
    CHECK(result.title.isEmpty());
    CHECK(result.addressee.isEmpty());
    CHECK(result.opening.isEmpty());
    CHECK(result.closing.isEmpty());
    CHECK(result.rest.isEmpty());
    return result.sections;
}

QStringList linesOf(const SummarySplit &result)
{
    QStringList lines;
    for (const QString &part : QStringList{result.title, result.addressee, result.opening} + result.sections
            + QStringList{result.closing, result.unit, result.date, result.contact, result.rest})
        lines += part.split(u'\n');
    lines.removeAll(QString());
    return lines;
}

} // namespace

TEST_CASE("a whole summary falls into its parts")
{
    const SummarySplit result
        = split(QStringLiteral("贵州省市场监督管理局关于\n《质量强国建设纲要》学习宣传贯彻情况的总结\n\n市场监管总局质"
                               "量发展局：\n按照要求，现将有关情况总结如下。\n"
                               "一、学习《纲要》有关情况\n（一）领导批示。批示5次。\n（二）集中学习。学习3次。\n\n二、"
                               "出台《纲要》贯彻落实文件情况\n（一）省级层面。印发1件。\n"
                               "三、开展的重要学习宣传贯彻活动情况和取得的成效\n1.宣讲768场。\n2."
                               "提升38个。\n四、学习宣传贯彻工作中好的经验、做法\n（一）坚持高位推动。\n"
                               "五、涌现出的先进典型和示范案例\n（一）某公司。\n（二）某合作社。\n下一步，我局将抓好三"
                               "项工作。\n\n　　　　贵州省市场监督管理局\n　　　　2023年12月20日\n"
                               "（联系人：李某，电话：0851-8000 0000）\n附：图片3张\n"));
    CHECK(result.headingsFound == 5);
    CHECK(result.title == QStringLiteral("贵州省市场监督管理局关于\n《质量强国建设纲要》学习宣传贯彻情况的总结"));
    CHECK(result.addressee == QStringLiteral("市场监管总局质量发展局："));
    CHECK(result.opening == QStringLiteral("按照要求，现将有关情况总结如下。"));
    CHECK(result.sections
        == QStringList{QStringLiteral("（一）领导批示。批示5次。\n（二）集中学习。学习3次。"),
            QStringLiteral("（一）省级层面。印发1件。"), QStringLiteral("1.宣讲768场。\n2.提升38个。"),
            QStringLiteral("（一）坚持高位推动。"), QStringLiteral("（一）某公司。\n（二）某合作社。")});
    CHECK(result.closing == QStringLiteral("下一步，我局将抓好三项工作。"));
    CHECK(result.unit == QStringLiteral("　　　　贵州省市场监督管理局"));
    CHECK(result.date == QStringLiteral("　　　　2023年12月20日"));
    CHECK(result.contact == QStringLiteral("（联系人：李某，电话：0851-8000 0000）"));
    CHECK(result.rest == QStringLiteral("附：图片3张"));
}

TEST_CASE("headings are recognised however they are numbered")
{
    const auto row = [](const char *words) { return QString::fromUtf8(words).split(u' '); };
    for (const char *numbers : {"一、 二、 三、 四、 五、", "（一） （二） （三） （四） （五）",
             "(一) (二) (三) (四) (五)", "1、 2、 3、 4、 5、", "1. 2. 3. 4. 5.", "一. 二. 三. 四. 五.",
             "第一部分 第二部分 第三部分 第四部分 第五部分", "第一、 第二、 第三、 第四、 第五、",
             "（1） （2） （3） （4） （5）", "1） 2） 3） 4） 5）",
             "第一部分： 第二部分： 第三部分： 第四部分： 第五部分：", "一、 二、 3、 四. 五、"}) {
        INFO(numbers);
        CHECK(sectionsOf(numbered(row(numbers))) == bodies());
    }
    CHECK(sectionsOf(numbered(QStringList(5))) == bodies()); // no number at all
    CHECK(sectionsOf(numbered({QStringLiteral("　　一、"), QStringLiteral("　　二、 "), QStringLiteral(" 三、"),
              QStringLiteral("\t四、"), QStringLiteral("五、　")}))
        == bodies());
}

TEST_CASE("reworded headings are recognised by their likeness, keywords or place")
{
    CHECK(sectionsOf(QStringLiteral("一、学习《质量强国建设纲要》情况\n正文1。\n二、出台贯彻落实文件情况\n正文2。\n三、"
                                    "开展活动情况及取得的成效\n正文3。\n四、主要做法\n正文4。\n"
                                    "五、典型案例\n正文5。"))
        == bodies());
    // No wording is like the notice's, but the numbering runs through.
    CHECK(sectionsOf(
              QStringLiteral("一、甲\n正文1。\n二、乙\n正文2。\n三、丙\n正文3。\n四、丁\n正文4。\n五、戊\n正文5。"))
        == bodies());
    CHECK(sectionsOf(QStringLiteral("第一部分 甲\n正文1。\n第二部分 乙\n正文2。\n第三部分 丙\n正文3。\n第四部分 "
                                    "丁\n正文4。\n第五部分 戊\n正文5。"))
        == bodies());
}

TEST_CASE("text may follow a heading on its line")
{
    const SummarySplit result = split(QStringLiteral("一、学习《纲要》有关情况。正文1。\n续1。\n二、出台《纲要》贯彻落"
                                                     "实文件情况：正文2。\n五、涌现出的先进典型和示范案例 正文5。"));
    CHECK(result.headingsFound == 3);
    CHECK(result.sections
        == QStringList{QStringLiteral("正文1。\n续1。"), QStringLiteral("正文2。"), QString(), QString(),
            QStringLiteral(" 正文5。")});
}

TEST_CASE("numbered lines below the headings are not taken for headings")
{
    const QString text = QStringLiteral(
        "（一）领导批示。\n1.批示5次。\n2.部署3次。\n（二）集中学习情况\n（三）作出部署\n（四）其他\n（五）补充");
    const SummarySplit result = split(QStringLiteral("一、学习《纲要》有关情况\n") + text
        + QStringLiteral("\n二、出台《纲要》贯彻落实文件情况\n") + text);
    CHECK(result.headingsFound == 2);
    CHECK(result.sections[0] == text);
    CHECK(result.sections[1] == text);
    // A list that starts again and again is no numbering of headings.
    CHECK(split(QStringLiteral("1.甲\n2.乙\n1.丙\n2.丁\n3.戊")).headingsFound == 0);
    // Nor is one that stands below another.
    CHECK(split(QStringLiteral("一、总述\n1.甲\n2.乙\n3.丙\n4.丁\n5.戊")).headingsFound == 0);
}

TEST_CASE("a part of the author's own stays visible")
{
    const SummarySplit six = split(numbered({QStringLiteral("一、"), QStringLiteral("二、"), QStringLiteral("三、"),
                                       QStringLiteral("四、"), QStringLiteral("五、")})
        + QStringLiteral("六、下一步工作打算\n继续努力。\n2023年12月20日"));
    CHECK(six.sections == bodies());
    CHECK(six.closing == QStringLiteral("六、下一步工作打算\n继续努力。"));
    CHECK(six.date == QStringLiteral("2023年12月20日"));
    const SummarySplit shifted = split(QStringLiteral(
        "一、基本情况\n概况。\n二、学习《纲要》有关情况\n正文1。\n三、出台《纲要》贯彻落实文件情况\n正文2。"));
    CHECK(shifted.headingsFound == 2);
    CHECK(shifted.title + shifted.opening == QStringLiteral("一、基本情况概况。"));
    CHECK(shifted.sections.mid(0, 2) == bodies().mid(0, 2));
}

TEST_CASE("the signature is recognised in its usual shapes only")
{
    const auto tail = [](const char16_t *text) {
        return split(QStringLiteral("五、涌现出的先进典型和示范案例\n典型2个。\n") + QString::fromUtf16(text));
    };
    CHECK(tail(u"某市市场监管局\n二〇二三年十二月二十日").unit == QStringLiteral("某市市场监管局"));
    CHECK(tail(u"某市市场监管局\n二〇二三年十二月二十日").date == QStringLiteral("二〇二三年十二月二十日"));
    CHECK(tail(u"贵州省市场监督管理局").unit == unit);
    CHECK(tail(u"特此报告\n2023年12月20日").closing == QStringLiteral("特此报告"));
    CHECK(tail(u"某公司获奖\n2023-12-20").sections[4] == QStringLiteral("典型2个。\n某公司获奖"));
    CHECK(tail(u"联系人：李某").contact == QStringLiteral("联系人：李某"));
    // The same line twice is in two parts, not in one.
    const SummarySplit twice = tail(u"2023年12月20日\n2023年12月20日");
    CHECK(twice.date == QStringLiteral("2023年12月20日"));
    CHECK(twice.sections[4] == QStringLiteral("典型2个。\n2023年12月20日"));
    CHECK(split(QStringLiteral("五、涌现出的先进典型和示范案例")).sections[4].isEmpty());
}

TEST_CASE("title and opening are told apart without an addressee")
{
    const QString heading = QStringLiteral("\n一、学习《纲要》有关情况\n正文");
    CHECK(split(QStringLiteral("工作总结") + heading).title == QStringLiteral("工作总结"));
    CHECK(split(QStringLiteral("今年以来，我局认真学习。") + heading).opening
        == QStringLiteral("今年以来，我局认真学习。"));
    const SummarySplit both = split(QStringLiteral("工作总结\n按照要求，现将情况报告如下：") + heading);
    CHECK(both.title == QStringLiteral("工作总结"));
    CHECK(both.opening == QStringLiteral("按照要求，现将情况报告如下："));
    CHECK(both.addressee.isEmpty());
}

TEST_CASE("a text without headings stays whole")
{
    for (const char16_t *text : {u"", u"一段文字。", u"甲\n\n乙\n", u"2023年12月20日", u"市场监管总局：\n您好。"}) {
        const SummarySplit result = split(QString::fromUtf16(text));
        CHECK(result.headingsFound == 0);
        CHECK(result.rest == QString::fromUtf16(text));
        CHECK(result.sections == QStringList(5));
    }
    const QString huge = QStringLiteral("一、学习《纲要》有关情况\n").repeated(100'000);
    CHECK(split(huge).rest == huge);
    CHECK(split(QString(1'000'000, u'一')).headingsFound == 0);
}

TEST_CASE("another notice's headings are recognised as well")
{
    const Notice notice = test::inventedNotice();
    const SummarySplit result
        = splitSummary(QStringLiteral("1、组织领导\na\n2、民生计量器具检定\nb\n3、收费减免\nc\n4、能力建设情况\nd\n5、"
                                      "宣传和培训\ne\n6、存在问题\nf\n7、建议\ng"),
            *notice.form(QStringLiteral("essay"))->outline(), unit);
    CHECK(result.headingsFound == 7);
    CHECK(result.sections.join(u' ') == QStringLiteral("a b c d e f g"));
}

TEST_CASE("nothing is dropped, whatever is pasted")
{
    const QStringList stock{QStringLiteral("一、学习《纲要》有关情况"),
        QStringLiteral("（二）出台《纲要》贯彻落实文件情况"), QStringLiteral("3、活动情况"),
        QStringLiteral("第四部分 好的经验"), QStringLiteral("五.先进典型。甲公司。"), QStringLiteral("六、下一步打算"),
        QStringLiteral("（一）领导批示。"), QStringLiteral("1.批示"), QStringLiteral("市场监管总局："),
        QStringLiteral("工作总结"), QStringLiteral("一段正文，共3项。"), QString(), QStringLiteral("　　"),
        QStringLiteral("下一步，努力。"), unit, QStringLiteral("2023年12月20日"), QStringLiteral("（联系人：李某）"),
        QStringLiteral("𠮷👍"), QStringLiteral("先进典型"), QStringLiteral("一"), QStringLiteral("（"),
        QStringLiteral("第"), QStringLiteral("十"), QStringLiteral("1."), QStringLiteral("学习情况：甲")};
    std::mt19937 random(11);
    for (int round = 0; round < 3000; ++round) {
        QStringList lines;
        for (auto count = random() % 14; count > 0; --count)
            lines.append(stock[static_cast<qsizetype>(random() % static_cast<std::size_t>(stock.size()))]);
        INFO("round " << round << ": " << lines.join(u'|').toStdString());
        const SummarySplit result = split(lines.join(u'\n'));
        // What the parts do not hold are the headings, one a section that was found.
        QStringList missing = lines;
        missing.removeAll(QString());
        const QStringList kept = linesOf(result);
        int restOfLine = 0;
        for (const QString &line : kept) {
            const bool whole = missing.removeOne(line);
            restOfLine += whole ? 0 : 1;
        }
        CHECK(missing.size() == result.headingsFound);
        const QList<RecognisedHeading> headings = recogniseHeadings(lines, outline().sections);
        CHECK(headings.size() == result.headingsFound);
        int behindHeading = 0;
        for (const RecognisedHeading &heading : headings) {
            CHECK(missing.removeOne(lines[heading.line]));
            behindHeading += heading.textStart < lines[heading.line].size() ? 1 : 0;
        }
        CHECK(restOfLine == behindHeading);
    }
}

TEST_CASE("ordinals are read in both kinds of digits")
{
    CHECK(ordinalOf(u"一") == 1);
    CHECK(ordinalOf(u"十") == 10);
    CHECK(ordinalOf(u"十二") == 12);
    CHECK(ordinalOf(u"二十") == 20);
    CHECK(ordinalOf(u"九十九") == 99);
    CHECK(ordinalOf(u"7") == 7);
    CHECK(ordinalOf(u"12") == 12);
    for (const char16_t *text : {u"", u"百", u"一一", u"十十", u"123", u"甲", u"二三十"})
        CHECK(ordinalOf(QStringView(text)) == 0);
}

} // namespace summarysplit_test
