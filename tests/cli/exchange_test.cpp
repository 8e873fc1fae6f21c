// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Review as the command line has it: two machines that exchange files.
#include "cli/office.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace exchange_test {

using namespace zhibao;
using namespace zhibao::test;

TEST_CASE("Two machines review a report by files, each taken once")
{
    const Office county(QStringLiteral("county"));
    const Office province(QStringLiteral("province"));
    const QString handedIn = county.zhibao.path(QStringLiteral("送审.zbsh"));
    const QString answer = province.zhibao.path(QStringLiteral("答复.zbsh"));
    const auto output = [](const QString &file) { return QStringList{QStringLiteral("--output"), file}; };
    REQUIRE(county.byAnybody({QStringLiteral("import"), examplePath(guizhou)}).code == 0);
    REQUIRE(county.byAnybody(Office::on(QStringLiteral("submit"), output(handedIn))).code == 0);

    // An unknown key is told with its fingerprint, and taken once that was compared.
    const Run unknown = province.byAnybody({QStringLiteral("receive"), handedIn});
    CHECK(unknown.code == 3);
    const QString fingerprint = unknown.errors.section(QStringLiteral("指纹 "), 1).section(u'）', 0, 0);
    CHECK(fingerprint.size() == 39);
    const Run taken = province.byAnybody({QStringLiteral("receive"), handedIn, QStringLiteral("--trust"), fingerprint});
    INFO(taken.errors.toStdString());
    REQUIRE(taken.code == 0);
    CHECK(stateOf(taken) == QStringLiteral("待审核"));
    CHECK(taken.lines().size() == 2);
    CHECK(province.byAnybody({QStringLiteral("receive"), handedIn}).lines().size() == 1); // nothing new
    REQUIRE(province.byAnybody(Office::on(QStringLiteral("approve"), output(answer))).code == 0);

    const Run back = county.byAnybody({QStringLiteral("receive"), answer});
    const QString provinceKey = back.errors.section(QStringLiteral("指纹 "), 1).section(u'）', 0, 0);
    const Run approved = county.byAnybody({QStringLiteral("receive"), answer, QStringLiteral("--trust"), provinceKey});
    INFO(approved.errors.toStdString());
    CHECK(stateOf(approved) == QStringLiteral("已批准"));
    CHECK(county.byAnybody({QStringLiteral("receive"), answer}).lines().size() == 1);
    const QString log = county.zhibao({QStringLiteral("log"), QStringLiteral("--store"), county.store}).output;
    CHECK(log.count(QStringLiteral("来自“%1”的送审文件").arg(guizhou)) == 2); // reviewed and approved there
    const QString changed = county.zhibao.write(QStringLiteral("changed.json"), changedExample());
    CHECK(county.byAnybody({QStringLiteral("import"), changed}).code == 3);

    QFile file(answer);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(file.size() / 2));
    REQUIRE(file.write("x") == 1);
    file.close();
    const Run tampered = county.byAnybody({QStringLiteral("receive"), answer});
    CHECK(tampered.code == 3);
    CHECK(tampered.errors.contains(QStringLiteral("签名")));
}

TEST_CASE("Only an administrator trusts an office, which then may do what was said and nothing else")
{
    const Office county(QStringLiteral("county"));
    Office province = twoPeople();
    const QString handedIn = county.zhibao.path(QStringLiteral("送审.zbsh"));
    REQUIRE(county.byAnybody({QStringLiteral("import"), examplePath(guizhou)}).code == 0);
    REQUIRE(county.byAnybody(Office::on(QStringLiteral("submit"), {QStringLiteral("--output"), handedIn})).code == 0);
    const QStringList receive{QStringLiteral("receive"), handedIn};
    const Run unknown = province.bySupervisor(receive);
    const QString fingerprint = unknown.errors.section(QStringLiteral("指纹 "), 1).section(u'）', 0, 0);
    const QStringList trust = receive + QStringList{QStringLiteral("--trust"), fingerprint};
    const auto byReporter = [&](QStringList call) {
        return province.zhibao(
            call << QStringLiteral("--store") << province.store << QStringLiteral("--person") << staff);
    };
    checkRefused(byReporter(trust), 3, staff);
    checkRefused(byReporter(receive), 3, fingerprint);
    CHECK(province.bySupervisor(trust + QStringList{QStringLiteral("--role"), QStringLiteral("all")}).code == 2);
    CHECK(province.zhibao({QStringLiteral("list"), QStringLiteral("--store"), province.store}).output.isEmpty());

    const QStringList named = trust
        + QStringList{QStringLiteral("--office"), QStringLiteral("县局"), QStringLiteral("--for"), guizhou,
            QStringLiteral("--role"), QStringLiteral("review"), QStringLiteral("--role"), QStringLiteral("approve")};
    const Run refused = province.bySupervisor(named);
    CHECK(refused.code == 3);
    CHECK(refused.errors.contains(QStringLiteral("“县局”无权为“%1”办理“送审”").arg(guizhou)));
    CHECK(province.zhibao({QStringLiteral("list"), QStringLiteral("--store"), province.store}).output.isEmpty());
    // Nor is the trust left that came with it.
    CHECK_FALSE(refused.errors.contains(QStringLiteral("已认可")));
    checkRefused(province.bySupervisor(receive), 3, fingerprint);
    const Run taken = province.bySupervisor(trust
        + QStringList{
            QStringLiteral("--office"), QStringLiteral("县局"), QStringLiteral("--role"), QStringLiteral("hand-in")});
    CHECK(stateOf(taken) == QStringLiteral("待审核"));
    CHECK(taken.errors.contains(QStringLiteral("可为“%1”办理送审").arg(guizhou)));
    const Run log
        = province.zhibao({QStringLiteral("log"), QStringLiteral("--store"), province.store, QStringLiteral("--json")});
    const QJsonArray entries = QJsonDocument::fromJson(log.output.toUtf8()).array();
    const QJsonObject submitted = entries.at(entries.size() - 2).toObject();
    CHECK(submitted.value(QStringLiteral("kind")) == QStringLiteral("submit"));
    CHECK(submitted.value(QStringLiteral("originName")) == QStringLiteral("县局"));
}

TEST_CASE("The own key is not trusted as another office's, and the store stays sound")
{
    const Office office;
    const Office other(QStringLiteral("other"));
    const QString file = office.zhibao.path(QStringLiteral("送审.zbsh"));
    REQUIRE(office.byAnybody({QStringLiteral("import"), examplePath(guizhou)}).code == 0);
    REQUIRE(office.byAnybody(Office::on(QStringLiteral("submit"), {QStringLiteral("--output"), file})).code == 0);
    const Run unknown = other.byAnybody({QStringLiteral("receive"), file});
    const QString fingerprint = unknown.errors.section(QStringLiteral("指纹 "), 1).section(u'）', 0, 0);
    checkRefused(office.byAnybody({QStringLiteral("receive"), file, QStringLiteral("--trust"), fingerprint,
                     QStringLiteral("--office"), QStringLiteral("别名")}),
        3, fingerprint);
    CHECK(office.byAnybody({QStringLiteral("fsck")}).code == 0);
}

TEST_CASE("Where the file for the other office is in the way nothing is done")
{
    const Office office;
    REQUIRE(office.byAnybody({QStringLiteral("import"), examplePath(guizhou)}).code == 0);
    const QString taken = office.zhibao.write(QStringLiteral("taken.zbsh"), "another file");
    const auto submit = [&](const QString &path, const QStringList &more = {}) {
        return office.byAnybody(
            Office::on(QStringLiteral("submit"), QStringList{QStringLiteral("--output"), path} + more));
    };
    checkRefused(submit(taken), 4, taken);
    checkRefused(submit(office.zhibao.path(QStringLiteral("nowhere/file.zbsh"))), 4, QStringLiteral("nowhere"));
    const Run list = office.byAnybody({QStringLiteral("list")});
    CHECK(list.output.contains(QStringLiteral("填报中")));
    CHECK(submit(taken, {QStringLiteral("--replace")}).code == 0);
}

TEST_CASE("An answer that comes late overwrites nothing")
{
    const Office county(QStringLiteral("county"));
    const Office province(QStringLiteral("province"));
    const QString handedIn = county.zhibao.path(QStringLiteral("送审.zbsh"));
    const QString answer = province.zhibao.path(QStringLiteral("答复.zbsh"));
    REQUIRE(county.byAnybody({QStringLiteral("import"), examplePath(guizhou)}).code == 0);
    REQUIRE(county.byAnybody(Office::on(QStringLiteral("submit"), {QStringLiteral("--output"), handedIn})).code == 0);
    const auto trusting = [](const Office &office, const QString &path) {
        const Run unknown = office.byAnybody({QStringLiteral("receive"), path});
        const QString fingerprint = unknown.errors.section(QStringLiteral("指纹 "), 1).section(u'）', 0, 0);
        return office.byAnybody({QStringLiteral("receive"), path, QStringLiteral("--trust"), fingerprint});
    };
    REQUIRE(trusting(province, handedIn).code == 0);
    REQUIRE(
        province.byAnybody(Office::on(QStringLiteral("approve"), QStringList{QStringLiteral("--output"), answer})).code
        == 0);
    // Meanwhile it was taken back and changed.
    REQUIRE(county.byAnybody(Office::on(QStringLiteral("withdraw"), reason(QStringLiteral("补充数据")))).code == 0);
    const QString changed = county.zhibao.write(QStringLiteral("changed.json"), changedExample());
    REQUIRE(county.byAnybody({QStringLiteral("import"), changed}).code == 0);
    const QStringList show = Office::on(QStringLiteral("show"), {QStringLiteral("--store"), county.store});
    const QString before = county.zhibao(show).output;

    const Run late = trusting(county, answer);
    INFO(late.errors.toStdString());
    CHECK(late.code == 0);
    CHECK(stateOf(late) == QStringLiteral("填报中"));
    CHECK(late.errors.contains(QStringLiteral("2 条到得晚")));
    CHECK(county.zhibao(show).output == before);
}

} // namespace exchange_test
