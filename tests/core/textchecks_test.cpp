// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/textchecks.h"
#include "core/data.h"
#include "core/text/dates.h"
#include "core/text/encoding.h"
#include "core/text/script.h"

namespace textchecks_test {

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
    return covered(text, wrongDates(text));
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

TEST_CASE("marks that never follow each other are found")
{
    for (const char16_t *marks : {u"，。", u"，，", u"；。", u"。，", u"、，", u"。。", u"。。。", u"：：", u"、、",
             u"？。", u"！，", u"，,", u",,", u";。", u"。.", u"， 。", u"，　，", u"，；。"}) {
        const QString run = QString::fromUtf16(marks);
        INFO(run.toStdString());
        const QString text = QStringLiteral("已完成%1下一步").arg(run);
        CHECK(covered(text, markRuns(text)) == run);
    }
    const QList<Finding> found = markRuns(QStringLiteral("按期完成，。下一步"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].arguments == QStringList{QStringLiteral("，。"), QStringLiteral("按期完成，。下一步")});
    CHECK(covered(QStringLiteral("，，甲。。\n，乙"), markRuns(QStringLiteral("，，甲。。\n，乙")))
        == QStringLiteral("，，|。。"));
}

TEST_CASE("marks that may follow each other are left alone")
{
    for (const char16_t *text : {u"等等……", u"……。", u"——是", u"——，", u"他说：“好。”。", u"《纲要》，",
             u"“甲”，“乙”。", u"真的？！", u"好！！！", u"是吗？？", u"好?!", u"甲。\n，乙", u"（见附件）。", u"，“甲",
             u"：《纲要》", u"甲...乙", u"Co., Ltd.", u"Co., Ltd.，乙", u"etc.; and", u"No.：5", u"为：.5", u"1.，",
             u"甲，", u"std::move", u"a?b;:c", u"。", u"", u"甲，  乙。"}) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK(markRuns(QString::fromUtf16(text)).isEmpty());
    }
}

TEST_CASE("another unit than the report's in a title is found")
{
    const OutlineForm form = *test::shippedNotice().forms.constLast().outline();
    const QString guizhou = QStringLiteral("贵州省市场监督管理局");
    const auto named = [&](const char16_t *title, const QString &unit) {
        const QString text = QString::fromUtf16(title);
        return covered(text, otherUnits(text, unit, form));
    };
    const QString about = QStringLiteral("关于《质量强国建设纲要》学习宣传贯彻情况的总结");
    for (const char16_t *other : {u"云南省市场监督管理局", u"云南省市场监管局", u"贵阳市市场监督管理局",
             u"贵州省贵阳市市场监管局", u"贵州省农业农村厅", u"国家市场监督管理总局", u"市场监管总局",
             u"宁夏回族自治区市场监督管理厅", u"云南省", u"新疆生产建设兵团市场监督管理局"}) {
        const QString name = QString::fromUtf16(other);
        INFO(name.toStdString());
        const QString title = name + about;
        const QList<Finding> found = otherUnits(title, guizhou, form);
        REQUIRE(found.size() == 1);
        CHECK(found[0].code == FindingCode::OtherUnit);
        CHECK(found[0].arguments == QStringList{name, guizhou});
        CHECK(covered(title, found) == name);
    }
    CHECK(named(u"云南省市场监督管理局\n关于学习情况的总结", guizhou) == QStringLiteral("云南省市场监督管理局"));
    CHECK(named(u"《质量强国建设纲要》学习情况的总结（云南省市场监管局）", guizhou)
        == QStringLiteral("云南省市场监管局"));
    CHECK(named(u"云南省农业农村厅工作总结", guizhou) == QStringLiteral("云南省农业农村厅"));
    CHECK(named(u"关于云南省市场监督管理局学习情况的总结", guizhou) == QStringLiteral("云南省市场监督管理局"));
    CHECK(named(u"贵州省市场监管局关于学习情况的总结", QStringLiteral("贵州省贵阳市市场监督管理局"))
        == QStringLiteral("贵州省市场监管局"));
    CHECK(named(u"贵阳市市场监管局关于学习情况的总结", QStringLiteral("贵州省贵阳市市场监督管理局")).isEmpty());
}

TEST_CASE("the unit's own names in a title are left alone")
{
    const OutlineForm form = *test::shippedNotice().forms.constLast().outline();
    const QString guizhou = QStringLiteral("贵州省市场监督管理局");
    for (const char16_t *title :
        {u"贵州省市场监督管理局关于《质量强国建设纲要》学习宣传贯彻情况的总结", u"贵州省市场监管局关于学习情况的总结",
            u"贵州省市场监督管理局\n关于学习情况的总结", u"贵州省 市场监督管理局关于学习情况的总结",
            u"省市场监管局关于学习情况的总结", u"贵州市场监管局关于学习情况的总结", u"贵州省市监局关于学习情况的总结",
            u"贵州省关于学习情况的总结", u"我局关于学习情况的总结", u"全省市场监管系统关于学习情况的总结",
            u"贵州省市场监督管理局质量发展处关于学习情况的总结", u"中共贵州省市场监督管理局党组关于学习情况的总结",
            u"关于《质量强国建设纲要》学习宣传贯彻情况的总结", u"落实市场监管总局关于质量工作的通知情况",
            u"贵州省市场监督管理局贯彻市场监管总局关于质量工作的通知情况",
            u"贵州省市场监管局关于落实《市场监管总局关于学习的通知》的报告", u"关于推进贵州省市场监管局质量工作的总结",
            u"关于报送市场监管总局质量发展局的总结", u"学习情况总结", u"贵州省市场监管局工作总结",
            u"推进贵州省各部门各局工作总结", u"贵州省情况总结", u""}) {
        INFO(QString::fromUtf16(title).toStdString());
        CHECK(otherUnits(QString::fromUtf16(title), guizhou, form).isEmpty());
    }
    const OutlineForm other = *test::inventedNotice().forms.constLast().outline();
    CHECK(otherUnits(QStringLiteral("云溪市河东区计量检定所落实《计量惠民行动方案》工作报告"),
        QStringLiteral("云溪市河东区计量检定所"), other)
              .isEmpty());
    CHECK(otherUnits(QStringLiteral("云溪市河西区计量检定所落实《计量惠民行动方案》工作报告"),
              QStringLiteral("云溪市河东区计量检定所"), other)
              .size()
        == 1);
    CHECK(otherUnits(QString(1'000'000, u'局'), guizhou, form).isEmpty());
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
    const QList<Finding> found = wrongDates(QStringLiteral("于二〇二三年二月三十日"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == FindingCode::ImpossibleDate);
    CHECK(found[0].arguments
        == QStringList{QStringLiteral("二〇二三年二月三十日"), QStringLiteral("30"),
            dateFaultName(DateFault::NoSuchDay), QString()});
}

TEST_CASE("dates in full-width and Chinese digits are looked at too")
{
    for (const char16_t *text : {u"２０２３年２月３０日", u"２０２３．２．３０", u"二〇二三年二月三十日",
             u"二零二三年四月卅一日", u"二○二三年十三月", u"2023年二月三十日", u"二月三十日", u"四月三十一号",
             u"十三月", u"2023 年 2 月 30 日", u"2023年元月32日", u"二〇二三年 二月 三十日"}) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK(dates(QStringLiteral("于%1印发").arg(QString::fromUtf16(text))) == QString::fromUtf16(text));
    }
}

TEST_CASE("days of a range that is impossible or ends before it begins are found")
{
    for (const char16_t *text : {u"2月27日至30日", u"2月27—30日", u"2月27日、28日、30日", u"2月28、30日",
             u"3月5日至1日", u"3月5-1日", u"3月5日——1日", u"3月20日～10日", u"三月二十日至十日", u"4月2日至3月28日",
             u"3月5日起至3月1日", u"2023年5月1日至2023年4月1日", u"2023年5月1日至2022年6月1日",
             u"2023年5月20日至5月1日", u"2023.3.5-2023.3.1", u"2023.3.5—3.1", u"2023/3/5至2022/4/1",
             u"２０２３年５月２０日－１日", u"2023年1月1日至2月29日", u"2023年3月31日到32日"}) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK_FALSE(dates(QStringLiteral("自%1开展").arg(QString::fromUtf16(text))).isEmpty());
    }
    CHECK(dates(QStringLiteral("自2023年3月5日至1日开展")) == QStringLiteral("2023年3月5日至1日"));
    CHECK(dates(QStringLiteral("自3月5日至2月30日开展")) == QStringLiteral("2月30日"));
    CHECK(dates(QStringLiteral("2023.2.27—2.30")) == QStringLiteral("2.30"));
    const QList<Finding> found = wrongDates(QStringLiteral("3月5日至1日"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == FindingCode::ReversedDates);
    CHECK(found[0].arguments == QStringList{QStringLiteral("3月5日至1日")});
}

TEST_CASE("dates that may be, and numbers that are none, are left alone")
{
    for (const char16_t *text :
        {u"2023年3月31日", u"2023年底前", u"2023年12月", u"3月8日", u"13个月", u"13月龄", u"2023—2025年", u"2.13月均",
            u"0851-2023-13-45", u"GB/T 2023.13.1", u"GB2023-13-45", u"123月", u"2023.5", u"2023-24", u"12月20", u"9月",
            u"2023", u"年月日", u"3月1日至5日", u"3月1—5日", u"12月28日至1月3日", u"2023年10月8日至3月31日",
            u"2023年12月28日至2024年1月3日", u"12月28日至2024年1月3日", u"5日、3日", u"3月5日、1日", u"2023.3.1—3.5",
            u"2023.3.1-2023.3.5", u"2023年1—3月", u"1-12月", u"3月至2月", u"5月—3月", u"2023.10-2023.3",
            u"2023年11月至3月", u"三四月间", u"七八月", u"二三十日", u"三月三", u"几十三月", u"一百十三月", u"第十三月",
            u"十三月龄", u"农历二月三十日", u"农历 二月三十日", u"闰二月三十日", u"二〇二三年三月三十一日", u"十月一日",
            u"50元月租", u"V2.3.31", u"V2023.2.30", u"v 2023.13.1", u"版本2023.13.1", u"版本号：2023.13.1",
            u"2023.13.1版", u"GB/T 9704-2012", u"GB/T 19001—2016/ISO 9001:2015", u"ＧＢ２０２３．１３．１", u"10.5.1",
            u"2.30.45", u"192.168.13.45", u"2023.6.31.1", u"2023.5.31—6.30", u"1,234.13万元", u"2.30—3.50元",
            u"13.5.31", u"第2023-13-45号", u"2023-13-45号", u"https://a.cn/2023/13/45", u"X-2023-02-30", u"2月30家",
            u"2月30%", u"3月5日至3家", u"2023.3.5—2个", u"20230230", u"4.31", u"3.5.32"}) {
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
    bare.subject.clear();
    bare.title = QStringLiteral("通知");
    CHECK(misquoted(bare, QStringLiteral("《通》《通知》《》无号")).isEmpty());
}

TEST_CASE("hostile texts give no flood of findings and take no long time")
{
    const QString commas = QStringLiteral("质,").repeated(1'000'000);
    CHECK(halfWidthMarks(commas).size() == textFindingsLimit);
    CHECK(unpairedMarks(QString(1'000'000, u'“')).size() == textFindingsLimit);
    CHECK(wrongDates(QStringLiteral("13月").repeated(500'000)).size() == textFindingsLimit);
    CHECK(markRuns(QStringLiteral("，，甲").repeated(500'000)).size() == textFindingsLimit);
    CHECK(markRuns(QString(1'000'000, u'，')).size() == 1);
    CHECK(wrongDates(QString(1'000'000, u'9')).isEmpty());
    CHECK(wrongDates(QString(1'000'000, u'十')).isEmpty());
    CHECK(wrongDates(QString(500'000, u' ') + QStringLiteral("2023 .").repeated(100'000)).isEmpty());
    CHECK(wrongDates(QStringLiteral("2月") + QStringLiteral("1、").repeated(500'000)).isEmpty());
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

} // namespace textchecks_test
