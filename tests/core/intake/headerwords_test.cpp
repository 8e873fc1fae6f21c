// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What offices write over the columns of the status table, and what they write over others.
#include "core/data.h"
#include "core/intake/recognition.h"

#include <QMap>

namespace headerwords_test {

using namespace zhibao;

namespace {

struct Spellings {
    const char *column;
    const char *words; // parted by ;
};

const Spellings spellings[] = {
    {"instructions",
        "领导同志批示情况;领导批示;领导批示情况;批示情况;领导同志批示;省领导批示情况;主要领导批示情况;"
        "领导同志批示指示情况;"
        "领导作出批示情况;领导批示指示;领导 同志 批示 "
        "情况;领导同志↵批示情况;领导同志批示情况（附复印件）;党政领导批示情况;"
        "负责同志批示情况;领导干部批示情况;领导批示内容;各级领导批示情况;市领导批示;有关领导批示情况;"
        "领导批示、指示情况;"
        "领导同志对《纲要》批示情况;领导对《质量强国建设纲要》的批示;一、领导同志批示情况;领导人批示;分管领导批示情况;"
        "领导签批情况;领导批示（指示）情况;领导批阅情况;党委政府领导批示情况;批示;领导同志作出的批示;"
        "领导同志批示的情况;"
        "领导同志有关批示;领导指示批示情况;领导的批示;领导批示简要情况;主要领导同志批示;领導同志批示情況;"
        "领导同志批示具体情况"},
    {"study",
        "组织开展学习情况;学习情况;组织学习情况;组织学习;开展学习情况;学习开展情况;集中学习情况;组织开展学习;学习;"
        "组织 开展 学习 情况;组织开展↵学习情况;组织开展学习情况（次数、方式）;学习贯彻情况;学习组织情况;集中学习;"
        "组织集中学习情况;专题学习情况;学习《纲要》情况;组织开展《纲要》学习情况;学习纲要情况;组织开展的学习;开展学习;"
        "学习活动情况;组织开展学习活动情况;学习研讨情况;理论学习情况;学习传达情况;传达学习情况;组织学习传达情况;"
        "学习工作开展情况;党组学习情况;深入学习情况;二、组织开展学习情况;学习情况简述;组织开展学习的情况;学习方面;"
        "学习落实情况;组织干部学习情况;组织开展专题学习;学习部署情况"},
    {"title",
        "文件名称;文件名;文件标题;出台文件名称;文件题目;印发文件名称;贯彻落实文件名称;政策文件名称;文件 名称;文 件 名 "
        "称;"
        "文件↵名称;文件名称（全称）;文件全称;出台文件;印发文件;贯彻文件名称;出台的文件名称;制定文件名称;配套文件名称;"
        "出台政策文件名称;公文标题;公文名称;文件名称及文号;文件（名称）;出台贯彻落实文件名称;相关文件名称;文件具体名称;"
        "有关文件名称;发布文件名称;制度文件名称;文件名称（含文号）;落实文件名称;已出台文件名称;主要文件名称;"
        "下发文件名称;"
        "制发文件名称;政策名称;文件的名称;出台文件标题;规范性文件名称"},
    {"issuer",
        "发文主体;发文单位;发文机关;印发部门;出台部门;发文部门;制定机关;发布机关;制发单位;印发单位;印发机关;发 文 主 "
        "体;"
        "发文↵主体;发文主体（单位）;文件发文单位;文件印发单位;文件出台单位;出台单位;制发机关;发布单位;制定单位;"
        "制定部门;"
        "颁发机关;颁布单位;发文机构;印发主体;出台主体;发文的主体;文件制发机关;发文单位名称;发文机关名称;文件发布部门;"
        "签发单位;发文责任单位;下发单位;出台机关;发文单位（主体）;制发部门;文件印发机关;发文单位全称"},
    {"progress",
        "当前进展;进展情况;目前进展;进展;工作进展;落实进展;推进情况;进度;当前进度;最新进展;贯彻落实进展;实施进展;"
        "当 前 进 展;当前↵进展;当前进展（是否印发）;当前进展情况;目前进展情况;工作进度;文件进展情况;落实情况;执行情况;"
        "推进进度;文件当前进展;进展程度;当前的进展;进展状况;实施情况;贯彻落实情况;工作推进情况;完成情况;完成进度;"
        "文件落实情况;文件执行情况;目前进度;实施进度;最新进展情况;进展及落实情况;当前工作进展;落实进度;推进进展"},
    {"activities",
        "开展的重点和特色宣传贯彻工作;宣传贯彻工作;宣传活动;宣贯工作;重点和特色宣传贯彻工作;特色工作;重点工作;"
        "宣传贯彻情况;特色宣传贯彻活动;开展的重点和特色↵宣传贯彻工作;开 展 的 重 点 和 特 色 宣 传 贯 彻 工 作;"
        "重点宣传贯彻工作;特色宣传工作;宣传贯彻活动情况;开展宣传贯彻工作情况;宣传工作开展情况;宣贯活动;宣贯情况;"
        "重点特色工作;重点和特色工作;重点及特色宣传贯彻工作;开展重点和特色宣传贯彻工作情况;宣传情况;宣传;"
        "宣传贯彻工作情况;开展的宣传贯彻工作;开展的特色宣传工作;重点、特色宣贯工作;宣传贯彻重点工作;宣传活动开展情况;"
        "开展的宣传活动;重点宣传活动;特色宣传活动;宣贯工作开展情况;开展的重点和特色工作;重点宣贯工作;宣传贯彻特色工作;"
        "宣传贯彻;开展宣传情况;开展的重点和特色宣传贯彻工作情况"},
    {"experience",
        "好的经验和做法;经验做法;好经验好做法;好的经验做法;典型经验;经验和做法;主要经验;经验;做法;特色做法;经验总结;"
        "好 的 经 验 和 做 法;好的经验↵和做法;好的经验、做法;主要做法;好做法;好经验;典型做法;典型经验做法;"
        "好的经验和做法（简述）;经验与做法;经验及做法;好的做法;好的经验;主要经验做法;先进经验;先进经验做法;"
        "特色经验做法;创新做法;工作经验;工作做法;有效做法;可复制推广的经验做法;经验、做法;好的做法和经验;做法经验;"
        "好的经验及做法;典型经验和做法;突出经验做法;亮点做法"},
};

const Form &statusTable()
{
    static const Notice notice = test::shippedNotice();
    return *notice.form(QStringLiteral("annex1"));
}

FilledFile tableOf(const QStringList &header, const QStringList &row)
{
    FilledFile file;
    FilledTable table;
    table.rows = 2;
    table.columns = static_cast<int>(header.size());
    for (int at = 0; at < header.size(); ++at)
        table.cells.append({0, at, 1, 1, header[at], false, false});
    for (int at = 0; at < row.size(); ++at)
        table.cells.append({1, at, 1, 1, row[at], false, false});
    file.tables.append(table);
    return file;
}

// A column, by what stands over it, among those that are written to the letter; "?" where somebody is asked.
QString columnFor(const QString &spelling, const QString &column)
{
    static const Notice notice = test::shippedNotice();
    QStringList header;
    int place = -1;
    for (const Column &known : statusTable().table()->columns) {
        if (known.id == column)
            place = static_cast<int>(header.size());
        header.append(known.id == column ? spelling : known.label);
    }
    if (place < 0) {
        place = static_cast<int>(header.size());
        header.append(spelling);
    }
    QStringList row;
    for (int at = 0; at < header.size(); ++at)
        row.append(QStringLiteral("文字%1").arg(at));
    const RecognisedTable told = recogniseTables(tableOf(header, row), notice, {}).value(0);
    const bool isAsked = std::any_of(told.questions.cbegin(), told.questions.cend(),
        [&](const ColumnQuestion &question) { return question.column == place; });
    return isAsked ? QStringLiteral("?") : told.columns.value(place);
}

} // namespace

TEST_CASE("Of forty spellings of each column nearly all are known without asking, and none is taken for another")
{
    for (const auto &[column, words] : spellings) {
        const QStringList all = QString::fromUtf8(words).split(u';');
        int asked = 0;
        for (QString spelling : all) {
            spelling.replace(u'↵', u'\n');
            const QString found = columnFor(spelling, QString::fromLatin1(column));
            INFO(column << " " << spelling.toStdString() << " -> " << found.toStdString());
            asked += found != QString::fromLatin1(column) ? 1 : 0;
            CHECK((found == QString::fromLatin1(column) || found == QStringLiteral("?") || found.isEmpty()));
        }
        CHECK(all.size() == 40);
        CHECK(asked <= 1);
    }
}

TEST_CASE("What is another thing is taken for no column")
{
    for (const char *words :
        {"文号", "发文字号", "印发时间", "发文日期", "发文时间", "批示时间", "批示领导姓名", "学习人数", "学习时间",
            "学习次数", "文件类型", "文件数量", "联系人", "联系电话", "单位", "单位名称", "填报单位", "所属地区",
            "市州", "备注", "金额", "宣传场次", "活动时间", "参加人数", "责任单位", "牵头单位", "配合单位", "完成时限",
            "存在问题", "下一步打算", "意见建议", "印发范围", "文件密级", "页数", "审核人", "类别"}) {
        const QString found = columnFor(QString::fromUtf8(words), {});
        INFO(words << " -> " << found.toStdString());
        CHECK((found.isEmpty() || found == QStringLiteral("?")));
        // With the column itself missing, where guessing would put it there.
        for (const auto &[column, known] : spellings) {
            const QString other = columnFor(QString::fromUtf8(words), QString::fromLatin1(column));
            INFO(words << " in place of " << column << " -> " << other.toStdString());
            CHECK((other.isEmpty() || other == QStringLiteral("?")));
        }
    }
}

TEST_CASE("A wording that names two columns at once is asked")
{
    for (const char *words : {"学习宣传情况", "批示学习情况", "学习宣传贯彻情况"}) {
        INFO(words);
        CHECK(columnFor(QString::fromUtf8(words), QStringLiteral("study")) != QStringLiteral("study"));
        CHECK(columnFor(QString::fromUtf8(words), QStringLiteral("activities")) != QStringLiteral("activities"));
    }
}

} // namespace headerwords_test
