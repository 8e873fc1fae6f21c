// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "workspace/describe/describe.h"

#include <QJsonArray>

namespace describelog_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

QString told(EntryKind kind, const QJsonObject &detail)
{
    const Notice notice = shippedNotice();
    LogEntry entry;
    entry.kind = kind;
    entry.detail = detail;
    return describeDetail(entry, &notice);
}

} // namespace

TEST_CASE("What an entry tells besides is told in words")
{
    const QJsonArray files{QJsonObject{{QStringLiteral("name"), QStringLiteral("扫描1.pdf")}},
        QJsonObject{{QStringLiteral("name"), QStringLiteral("扫描2.pdf")}}};
    const QJsonObject place = placeToJson({QStringLiteral("annex1"), QStringLiteral("instructions"), 0});
    CHECK(told(EntryKind::AttachScan, {{QStringLiteral("files"), files}}) == QStringLiteral("“扫描1.pdf”“扫描2.pdf”"));
    CHECK(told(EntryKind::Comment, {{QStringLiteral("place"), place}, {QStringLiteral("quote"), QStringLiteral("5次")}})
              .endsWith(QStringLiteral("“5次”")));
    CHECK(told(EntryKind::Comment, {{QStringLiteral("place"), place}}).startsWith(QStringLiteral("附件1 第1行")));
    CHECK(told(EntryKind::Comment, {}).isEmpty()); // on the whole
    CHECK(told(EntryKind::Send,
        {{QStringLiteral("to"), QStringLiteral("张某")}, {QStringLiteral("by"), QStringLiteral("机要交换")},
            {QStringLiteral("at"), QStringLiteral("2023-03-01T01:00:00Z")}, {QStringLiteral("files"), files}})
              .contains(QStringLiteral("送 张某：“扫描1.pdf”")));
    CHECK(told(EntryKind::Lateness, {{QStringLiteral("form"), QStringLiteral("annex2")}}) == QStringLiteral("附件2"));
    CHECK(
        told(EntryKind::PersonAdded, {{QStringLiteral("name"), QStringLiteral("张三")}, {QStringLiteral("duties"), 3}})
        == QStringLiteral("“张三”：填报人、审核人"));
    CHECK(told(EntryKind::PersonChanged,
              {{QStringLiteral("name"), QStringLiteral("张三")}, {QStringLiteral("active"), false}})
        == QStringLiteral("停用“张三”"));
    CHECK(told(EntryKind::KeyTrusted,
              {{QStringLiteral("unit"), QStringLiteral("乙局")},
                  {QStringLiteral("units"), QJsonArray{QStringLiteral("甲局")}}, {QStringLiteral("roles"), 3}})
        == QStringLiteral("“乙局”可为“甲局”办理：送审、审核"));
    CHECK(told(EntryKind::Approve, {{QStringLiteral("sole"), true}}).contains(QStringLiteral("自行批准")));
    CHECK(told(EntryKind::Approve, {}).isEmpty());
}

TEST_CASE("Who did something is told with the password and the office it came from")
{
    LogEntry entry;
    CHECK(describeActor(entry, {}) == QStringLiteral("（未设人员）"));
    entry.person = QStringLiteral("张三");
    CHECK(describeActor(entry, {}) == QStringLiteral("张三（未用口令）"));
    entry.verified = true;
    CHECK(describeActor(entry, {}) == QStringLiteral("张三"));
    entry.origin = QByteArray(32, 'o');
    CHECK(describeActor(entry, {{entry.origin, QStringLiteral("乙局")}}).contains(QStringLiteral("“乙局”")));
}

} // namespace describelog_test
