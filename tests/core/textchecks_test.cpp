// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/encoding.h"
#include "core/script.h"
#include "core/textchecks.h"

using namespace zhibao;

namespace {

// What the findings cover, parted by |.
QString covered(const QString &text, const QList<Finding> &findings)
{
    QStringList result;
    for (const Finding &finding : findings)
        result.append(text.mid(finding.offset, finding.length));
    return result.join(u'|');
}

QString halfWidth(const QString &text)
{
    return covered(text, halfWidthMarks(text));
}

QString unpaired(const QString &text)
{
    return covered(text, unpairedMarks(text));
}

QString dates(const QString &text)
{
    return covered(text, impossibleDates(text));
}

QString misquoted(const Notice &notice, const QString &text)
{
    return covered(text, NoticeQuotations(notice).misquotations(text));
}

} // namespace

TEST_CASE("half-width marks between Chinese characters are found")
{
    CHECK(halfWidth(QStringLiteral("质量,强国;建设:纲要?好!")) == QStringLiteral(",|;|:|?|!"));
    CHECK(halfWidth(QStringLiteral("已完成.下一步")) == QStringLiteral("."));
    CHECK(halfWidth(QStringLiteral("已完成.")) == QStringLiteral("."));
    CHECK(halfWidth(QStringLiteral("《纲要》,推动")) == QStringLiteral(","));
    CHECK(halfWidth(QStringLiteral("达到86.5,农产品98%,同比")) == QStringLiteral(",|,"));
    CHECK(halfWidth(QStringLiteral("其中,2023年")) == QStringLiteral(","));
    CHECK(halfWidth(QStringLiteral("如下:\n一")) == QStringLiteral(":"));
    CHECK(halfWidth(QStringLiteral("等等...以及")) == QStringLiteral("..."));
    CHECK(halfWidth(QStringLiteral("𠮷,𡐓")) == QStringLiteral(","));
}

TEST_CASE("half-width brackets and quotes around Chinese are found as a pair")
{
    CHECK(halfWidth(QStringLiteral("已印发(2023年3月)")) == QStringLiteral("(2023年3月)"));
    CHECK(halfWidth(QStringLiteral("手机 (保密)")) == QStringLiteral("(保密)"));
    CHECK(halfWidth(QStringLiteral("按(甲)（乙）办")) == QStringLiteral("(甲)"));
    CHECK(halfWidth(QStringLiteral("见（附件1)")) == QStringLiteral(")"));
    CHECK(halfWidth(QStringLiteral("见(附件1）")) == QStringLiteral("("));
    CHECK(halfWidth(QStringLiteral("开展\"质量月\"活动")) == QStringLiteral("\"质量月\""));
    CHECK(halfWidth(QStringLiteral("开展'质量月'活动")) == QStringLiteral("'质量月'"));
    CHECK(halfWidth(QStringLiteral("开展\"质量月活动")) == QStringLiteral("\""));
    const QList<Finding> pair = halfWidthMarks(QStringLiteral("开展\"质量月\"活动"));
    CHECK(pair[0].arguments
        == QStringList{QStringLiteral("\"\""), QStringLiteral("“”"), QStringLiteral("开展\"质量月\"活动")});
}

TEST_CASE("half-width marks in figures, addresses and Latin words are left alone")
{
    for (const char16_t *text : {u"1,234.5亿元", u"比例3:2，9:30开会", u"https://www.samr.gov.cn/a,b;c?d=e!",
             u"GDP, CPI; (ISO 9001)", u"质量发展处 李某 0851-8000 0000", u"邮箱：zhang@example.org", u"A/B测试(QB)体系",
             u"1.加强领导\n2.推动落实", u"1)加强；2)推动", u"It's Worker's；5'宽", u"占5.2%。",
             u"“牧区流动课堂”：36场次；", u"24\"屏幕", u"", u",", u".\n,"}) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK(halfWidth(QString::fromUtf16(text)).isEmpty());
    }
}

TEST_CASE("the full-width mark to write instead is told")
{
    const auto full = [](const QString &text) { return halfWidthMarks(text).value(0).arguments.value(1); };
    CHECK(full(QStringLiteral("甲,乙")) == QStringLiteral("，"));
    CHECK(full(QStringLiteral("甲.乙")) == QStringLiteral("。"));
    CHECK(full(QStringLiteral("一.加强")) == QStringLiteral("、"));
    CHECK(full(QStringLiteral("甲……等....乙")) == QStringLiteral("……"));
    CHECK(full(QStringLiteral("(甲)")) == QStringLiteral("（）"));
}

TEST_CASE("marks that should stand in pairs and do not are found")
{
    CHECK(unpaired(QStringLiteral("“质量强国")) == QStringLiteral("“"));
    CHECK(unpaired(QStringLiteral("质量强国”")) == QStringLiteral("”"));
    CHECK(unpaired(QStringLiteral("”质量强国“")) == QStringLiteral("”|“"));
    CHECK(unpaired(QStringLiteral("《纲要")) == QStringLiteral("《"));
    CHECK(unpaired(QStringLiteral("纲要》及〈办法")) == QStringLiteral("》|〈"));
    CHECK(unpaired(QStringLiteral("（见附件")) == QStringLiteral("（"));
    CHECK(unpaired(QStringLiteral("见附件）")) == QStringLiteral("）"));
    CHECK(unpaired(QStringLiteral("(见附件")) == QStringLiteral("("));
    CHECK(unpaired(QStringLiteral("「甲】乙〔丙』")) == QStringLiteral("】|』|「|〔"));
    CHECK(unpairedMarks(QStringLiteral("推动质量强国”建设工作"))[0].arguments
        == QStringList{QStringLiteral("”"), QStringLiteral("推动质量强国”建设工作")});
}

TEST_CASE("pairs, enumerators and apostrophes are left alone")
{
    for (const char16_t *text : {u"“甲‘乙’丙”《丁〈戊〉》（己）「庚」【辛】〔2023〕", u"《关于《纲要》的通知》",
             u"1）加强；2）推动", u"（1）加强", u"1)甲 2)乙", u"一）甲", u"a）甲", u"包括：1）甲；2）乙", u"it’s",
             u"(甲）", u"（甲)", u"“甲\n乙”", u"f(x", u":)", u""}) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK(unpaired(QString::fromUtf16(text)).isEmpty());
    }
}

TEST_CASE("dates that no calendar has are found")
{
    CHECK(dates(QStringLiteral("于2023年2月30日印发")) == QStringLiteral("2023年2月30日"));
    CHECK(dates(QStringLiteral("2023年2月29日、2024年2月29日、2月29日")) == QStringLiteral("2023年2月29日"));
    CHECK(dates(QStringLiteral("13月召开，0月，4月31号")) == QStringLiteral("13月|0月|4月31号"));
    CHECK(dates(QStringLiteral("2023 年 13 月")) == QStringLiteral("2023 年 13 月"));
    CHECK(
        dates(QStringLiteral("2023-02-30，2023/13/1，2023.6.31")) == QStringLiteral("2023-02-30|2023/13/1|2023.6.31"));
    CHECK(dates(QStringLiteral("2023年0月1日")) == QStringLiteral("2023年0月1日"));
}

TEST_CASE("dates that may be, and numbers that are none, are left alone")
{
    for (const char16_t *text : {u"2023年3月31日", u"2023年底前", u"2023年12月", u"3月8日", u"13个月", u"13月龄",
             u"2023—2025年", u"2.13月均", u"0851-2023-13-45", u"GB/T 2023.13.1", u"GB2023-13-45", u"123月", u"2023.5",
             u"2023-24", u"12月20", u"9月", u"2023", u"年月日", u""}) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK(dates(QString::fromUtf16(text)).isEmpty());
    }
}

TEST_CASE("a figure is a number, not the number of a paragraph")
{
    for (const char16_t *text : {u"宣讲12场", u"宣讲１２场", u"培训三百余人次", u"出台两项制度", u"惠及上千万群众",
             u"（一）甲。\n（二）乙3次。", u"1.5万元", u"三十二条任务", u"2023年完成"}) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK(hasFigure(QString::fromUtf16(text)));
    }
    for (const char16_t *text :
        {u"", u"进一步统一思想", u"一批先进典型", u"（一）甲。\n（二）乙。", u"1.甲\n2.乙\n3、丙\n（4）丁\n5）戊",
            u"一、甲", u"党的二十大精神", u"“十四五”规划", u"千方百计、万无一失"}) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK_FALSE(hasFigure(QString::fromUtf16(text)));
    }
}

TEST_CASE("a misquoted title is told from the titles of other papers")
{
    const Notice notice = test::shippedNotice();
    for (const char16_t *text : {u"质量强国纲要", u"质量强国建设刚要", u"质量建设强国纲要", u"质量强国建设的纲要",
             u"质量强国建设纲", u"市场监管总局关于学习宣传贯彻〈质量强国建设纲要〉的通知",
             u"市场监管总局关于认真学习宣传贯彻《质量强国建设纲要》的通告"}) {
        const QString title = QString::fromUtf16(text);
        INFO(title.toStdString());
        CHECK(misquoted(notice, u'《' + title + u'》') == title);
    }
    CHECK(misquoted(notice, QStringLiteral("《关于落实〈质量强国纲要〉的意见》")) == QStringLiteral("质量强国纲要"));
    for (const char16_t *text : {u"《质量强国建设纲要》", u"《纲要》", u"《质量强区建设纲要》", u"《质量强省建设纲要》",
             u"《国家标准化发展纲要》", u"《质量强国 建设纲要》", u"《质量强国建设纲要解读》",
             u"《关于贯彻落实〈质量强国建设纲要〉深化质量强省建设的实施意见》",
             u"《市场监管总局关于认真学习宣传贯彻〈质量强国建设纲要〉的通知》",
             u"《市场监管总局关于认真学习宣传贯彻《质量强国建设纲要》的通知》",
             u"《关于认真学习宣传贯彻〈质量强国建设纲要〉的通知》",
             u"《市场监管局关于认真学习宣传贯彻〈质量强国建设纲要〉的通知》", u"质量强国纲要", u"》《", u"《》"}) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK(misquoted(notice, QString::fromUtf16(text)).isEmpty());
    }
    const QList<Finding> found = NoticeQuotations(notice).misquotations(QStringLiteral("《质量强国纲要》"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == FindingCode::NoticeTitleMisquoted);
    CHECK(found[0].arguments == QStringList{QStringLiteral("质量强国纲要"), QStringLiteral("质量强国建设纲要")});
}

TEST_CASE("a misquoted number is told from the numbers of other papers")
{
    const Notice notice = test::shippedNotice();
    for (const char16_t *text : {u"国市监质发[2023]9号", u"国市监质发【2023】9号", u"国市监质发（2023）9号",
             u"国市监质发(2023)9号", u"国市监质〔2023〕9号", u"国市监发〔2023〕9号", u"国市监质发〔2023〕 9 号",
             u"国市监质发 〔2023〕9号", u"国市监质发〔2023〕第9号", u"国市监质量发〔2023〕9号"}) {
        const QString number = QString::fromUtf16(text);
        INFO(number.toStdString());
        CHECK(misquoted(notice, QStringLiteral("按照") + number + QStringLiteral("要求")) == number);
    }
    for (const char16_t *text : {u"（国市监质发〔2023〕9号）", u"国市监质发〔2023〕12号", u"国市监质发〔2022〕9号",
             u"国市监特设〔2023〕9号", u"黔市监质发〔2023〕9号", u"X市监质〔2023〕18号", u"X发〔2023〕6号",
             u"〔2023〕9号", u"9号", u"号", u"国市监质发9号"}) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK(misquoted(notice, QString::fromUtf16(text)).isEmpty());
    }
}

TEST_CASE("quotations follow the notice in hand")
{
    const Notice notice = test::inventedNotice();
    CHECK(misquoted(notice, QStringLiteral("《计量惠民行动计划》《计量便民行动方案》"))
        == QStringLiteral("计量惠民行动计划|计量便民行动方案"));
    CHECK(misquoted(notice, QStringLiteral("云溪计函（2031）4号")) == QStringLiteral("云溪计函（2031）4号"));
    CHECK(misquoted(notice, QStringLiteral("《质量强国纲要》国市监质发[2023]9号")).isEmpty());
    Notice bare = notice;
    bare.number = QStringLiteral("无号");
    bare.outlineTitle.clear();
    bare.title = QStringLiteral("通知");
    CHECK(misquoted(bare, QStringLiteral("《通》《通知》《》无号")).isEmpty());
}

TEST_CASE("hostile texts give no flood of findings and take no long time")
{
    const QString commas = QStringLiteral("质,").repeated(1'000'000);
    CHECK(halfWidthMarks(commas).size() == textFindingsLimit);
    CHECK(unpairedMarks(QString(1'000'000, u'“')).size() == textFindingsLimit);
    CHECK(impossibleDates(QStringLiteral("13月").repeated(500'000)).size() == textFindingsLimit);
    CHECK(impossibleDates(QString(1'000'000, u'9')).isEmpty());
    const NoticeQuotations quotations(test::shippedNotice());
    CHECK(quotations.misquotations(QString(1'000'000, u'《') + QString(1'000'000, u'》')).size() <= textFindingsLimit);
    CHECK(halfWidthMarks(QString(1'000'000, u'(') + QString(1'000'000, u')')).isEmpty());
    CHECK_FALSE(hasFigure(QString(1'000'000, u'十') + u'。'));
}

TEST_CASE("enumerators, context and distance")
{
    const auto length = [](const char16_t *text) { return enumeratorLength(QStringView(text), 0); };
    CHECK(length(u"（一）甲") == 3);
    CHECK(length(u"(12)甲") == 4);
    CHECK(length(u"1.甲") == 2);
    CHECK(length(u"十二、甲") == 3);
    CHECK(length(u"3）甲") == 2);
    CHECK(length(u"1.5万") == 0);
    CHECK(length(u"2023年") == 0);
    CHECK(length(u"（甲）") == 0);
    CHECK(length(u"（1") == 0);
    CHECK(length(u"") == 0);
    CHECK(wordsAround(QStringLiteral("一二三四五六七八九十"), 7, 1) == QStringLiteral("二三四五六七八九十"));
    CHECK(wordsAround(QStringLiteral("上\n甲,乙\n下"), 3, 1) == QStringLiteral("甲,乙"));
    CHECK(wordsAround(QStringLiteral("𠮷𠮷𠮷𠮷,𠮷𠮷𠮷𠮷"), 8, 1) == QStringLiteral("𠮷𠮷𠮷,𠮷𠮷𠮷"));
    CHECK(isWellFormed(wordsAround(QStringLiteral("𠮷𠮷𠮷a,b𠮷𠮷𠮷"), 7, 1)));
    CHECK(editDistance(u"质量强国纲要", u"质量强国建设纲要", 5) == 2);
    CHECK(editDistance(u"甲", u"乙丙丁", 1) == 2);
    CHECK(editDistance(u"", u"", 0) == 0);
}
