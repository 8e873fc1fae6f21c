// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/sheetsamples.h"

namespace zhibao::test {

namespace {

const QString sm3 = QStringLiteral("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
const QString sha256 = QStringLiteral("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
const QString head = QStringLiteral("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");

QDateTime march(int day, int hour)
{
    return {QDate(2023, 3, day), QTime(hour, 5)};
}

} // namespace

ApprovalSheet ordinarySheet()
{
    ApprovalSheet sheet;
    sheet.unit = QStringLiteral("贵州省市场监督管理局");
    sheet.noticeNumber = QStringLiteral("国市监质发〔2023〕9号");
    sheet.noticeTitle = QStringLiteral("市场监管总局关于认真学习宣传贯彻《质量强国建设纲要》的通知");
    sheet.forms = {{QStringLiteral("附件1"), QStringLiteral("《质量强国建设纲要》学习宣传贯彻情况表"), 3, -1},
        {QStringLiteral("附件2"), QStringLiteral("《质量强国建设纲要》学习宣传贯彻工作总结"), 6, 2871}};
    sheet.filler = {QStringLiteral("李某"), QStringLiteral("质量发展处"), QStringLiteral("四级主任科员"), march(28, 9)};
    sheet.reviewer = {QStringLiteral("王某某"), QStringLiteral("质量发展处"), QStringLiteral("处长"), march(29, 14)};
    sheet.approver = {QStringLiteral("张某"), QStringLiteral("局领导"), QStringLiteral("副局长"), march(30, 16)};
    sheet.comments = 7;
    sheet.resolvedComments = 6;
    sheet.openComments = 1;
    sheet.sm3 = sm3;
    sheet.sha256 = sha256;
    sheet.logEntry = 27;
    sheet.logDigest = head;
    sheet.code = QStringLiteral("ZHIBAO1;sm3=%1;log=%2;entry=27").arg(sm3, head);
    return sheet;
}

ApprovalSheet crowdedSheet()
{
    ApprovalSheet sheet = ordinarySheet();
    sheet.unit = QStringLiteral("某某省某某市高新技术产业开发区质量强市建设工作领导小组办公室（市场监督管理局）综合处");
    sheet.forms.clear();
    for (int number = 1; number <= 6; ++number)
        sheet.forms << SheetForm{QStringLiteral("附件%1").arg(number),
            QStringLiteral("《质量强国建设纲要》学习宣传贯彻工作总结以及重点和特色宣传贯彻工作的典型案例汇编"), 116,
            12871};
    sheet.filler
        = {QStringLiteral("买买提·艾合买提江·阿卜杜拉"), QStringLiteral("质量发展处（质量强省工作领导小组办公室）"),
            QStringLiteral("党组成员、副局长兼质量发展处处长"), march(28, 9)};
    sheet.reviewer = sheet.filler;
    sheet.reviewer.name = QStringLiteral("𬱖堃喆赟");
    sheet.approver = sheet.filler;
    sheet.remark = QStringLiteral("经管理员允许，由送审人本人审批。");
    return sheet;
}

ApprovalSheet emptySheet()
{
    ApprovalSheet sheet;
    sheet.unit = QStringLiteral("云溪市河东区计量检定所");
    sheet.forms = {{QStringLiteral("附表一"), QStringLiteral("《计量惠民行动方案》落实情况调查表"), 1, -1}};
    return sheet;
}

} // namespace zhibao::test
