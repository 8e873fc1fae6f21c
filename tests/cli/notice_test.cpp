// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Notices from outside, and commands on reports that follow them.
#include "cli/office.h"
#include "core/notice/noticereader.h"
#include "exchange/report/reportfile.h"

#include <QFileInfo>

namespace notice_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString invented = QStringLiteral(TEST_DATA "/notices/2031-4.json");
const QString number = QStringLiteral("云溪计函〔2031〕4号");
const QString inventedUnit = QStringLiteral("云溪市河东区计量检定所");

QStringList notice(const QString &what, const QStringList &more = {})
{
    return QStringList{QStringLiteral("notice"), what} + more;
}

QString lineOf(const Notice &notice)
{
    return QStringList{notice.number, notice.title, QString::fromLatin1(notice.digest.toHex())}.join(u'\t');
}

} // namespace

TEST_CASE("The notices of a store are listed: number, title, digest")
{
    const Office office;
    const Run shipped = office.byAnybody(notice(QStringLiteral("list")));
    CHECK(shipped.code == 0);
    CHECK(shipped.lines() == QStringList{lineOf(shippedNotice())});
    CHECK_FALSE(QFileInfo::exists(office.store)); // to look at it makes nothing

    const Run added = office.byAnybody(notice(QStringLiteral("add"), {invented}));
    INFO(added.errors.toStdString());
    CHECK(added.code == 0);
    CHECK(added.lines() == QStringList{lineOf(inventedNotice())});
    CHECK(office.byAnybody(notice(QStringLiteral("list"))).lines()
        == QStringList{lineOf(shippedNotice()), lineOf(inventedNotice())});

    const Run again = office.byAnybody(notice(QStringLiteral("add"), {invented}));
    CHECK(again.code == 0);
    CHECK(again.output == added.output);
    CHECK(again.errors.contains(QStringLiteral("没有改动")));

    const Run shown = office.byAnybody(notice(QStringLiteral("show"), {number}));
    CHECK(shown.code == 0);
    CHECK(shown.lines().constFirst() == lineOf(inventedNotice()));
    CHECK(shown.output.contains(QStringLiteral("附表一　《计量惠民行动方案》落实情况调查表，2031年6月底前")));
    const Run sound = office.byAnybody({QStringLiteral("fsck")});
    CHECK(sound.code == 0);
}

TEST_CASE("Reports that follow a notice from outside are imported, checked, shown and exported")
{
    const Office office;
    const QString report = QStringLiteral(TEST_DATA "/reports/云溪市河东区计量所.json");
    checkRefused(office.byAnybody({QStringLiteral("import"), report}), 3, number);
    REQUIRE(office.byAnybody(notice(QStringLiteral("add"), {invented})).code == 0);
    const Run imported = office.byAnybody({QStringLiteral("import"), report});
    INFO(imported.errors.toStdString());
    REQUIRE(imported.code == 0);
    const QStringList ofUnit{QStringLiteral("--unit"), inventedUnit};
    const Run shown = office.byAnybody(QStringList{QStringLiteral("show")} + ofUnit);
    CHECK(shown.code == 0);
    CHECK(shown.output.contains(
        QStringLiteral("\"definition\": \"%1\"").arg(QString::fromLatin1(inventedNotice().digest.toHex()))));
    CHECK(office.byAnybody(QStringList{QStringLiteral("check")} + ofUnit).code <= 1);
    const Run exported = office.byAnybody(
        QStringList{QStringLiteral("export"), QStringLiteral("--output"), office.zhibao.path(QStringLiteral("out"))}
        + ofUnit);
    INFO(exported.errors.toStdString());
    CHECK(exported.code == 0);
    CHECK(exported.lines().size() == 4);
    const Run blank = office.byAnybody({QStringLiteral("blank"), QStringLiteral("--notice"), number,
        QStringLiteral("--output"), office.zhibao.path(QStringLiteral("blank"))});
    CHECK(blank.code == 0);
    CHECK(blank.lines().constFirst().contains(QStringLiteral("附表一")));
}

TEST_CASE("A corrected definition is told by what it changes, and what is begun then follows it")
{
    const Office office;
    QByteArray json = shippedNotice().json;
    json.replace("\"label\": \"领导同志批示情况\"", "\"label\": \"主要领导批示情况\"");
    const QString file = office.zhibao.write(QStringLiteral("更正.json"), json);
    REQUIRE(office.byAnybody({QStringLiteral("import"), examplePath(guizhou)}).code == 0);
    const Run added = office.byAnybody(notice(QStringLiteral("add"), {file}));
    CHECK(added.code == 0);
    CHECK(added.errors.contains(QStringLiteral("栏目“领导同志批示情况”改为“主要领导批示情况”")));
    CHECK(office.byAnybody(notice(QStringLiteral("list"))).lines().size() == 1);
    // What was begun goes on with its own.
    CHECK_FALSE(office.byAnybody(Office::on(QStringLiteral("show"))).output.contains(QStringLiteral("definition")));
}

TEST_CASE("A report file that follows a definition which the office added is exported as that one asks")
{
    const Office office;
    QByteArray json = shippedNotice().json;
    json.replace(
        "\"title\": \"《质量强国建设纲要》学习宣传贯彻情况表\"", "\"title\": \"《质量强国建设纲要》贯彻落实情况表\"");
    const QString file = office.zhibao.write(QStringLiteral("更正.json"), json);
    REQUIRE(office.zhibao(notice(QStringLiteral("add"), {file})).code == 0); // to the default store
    REQUIRE(office.zhibao({QStringLiteral("import"), examplePath(guizhou)}).code == 0);
    const Notice corrected = readNotice(json, file).value();
    QByteArray report = fileBytes(examplePath(guizhou)).trimmed();
    report.chop(1);
    report += ", \"definition\": \"" + corrected.digest.toHex() + "\"}";
    const QString path = office.zhibao.write(QStringLiteral("报表.json"), report);
    const Run exported = office.zhibao(
        {QStringLiteral("export"), path, QStringLiteral("--output"), office.zhibao.path(QStringLiteral("out")),
            QStringLiteral("--form"), QStringLiteral("annex1"), QStringLiteral("--format"), QStringLiteral("pdf")});
    INFO(exported.errors.toStdString());
    CHECK(exported.code == 0);
    CHECK(exported.output.contains(QStringLiteral("贯彻落实情况表")));
    CHECK_FALSE(exported.errors.contains(definitionMember));
}

TEST_CASE("What is no notice is refused and leaves nothing behind")
{
    const Office office;
    const QByteArray json = inventedNotice().json;
    QByteArray wrong = json;
    wrong.replace("\"kind\": \"outline\"", "\"kind\": \"poem\"");
    const QString path = office.zhibao.write(QStringLiteral("坏.json"), wrong);
    const Run refused = office.byAnybody(notice(QStringLiteral("add"), {path}));
    checkRefused(refused, 3, path);
    CHECK(refused.errors.contains(QStringLiteral("forms[1].kind")));
    checkRefused(office.byAnybody(notice(QStringLiteral("add"), {examplePath(guizhou)})), 3, examplePath(guizhou));
    const QString large = office.zhibao.write(QStringLiteral("大.json"), QByteArray(1024 * 1024 + 1, ' '));
    checkRefused(office.byAnybody(notice(QStringLiteral("add"), {large})), 3, large);
    CHECK_FALSE(QFileInfo::exists(office.store));
    checkRefused(office.byAnybody(notice(QStringLiteral("show"), {number})), 3, number);
    CHECK(office.byAnybody(notice(QStringLiteral("drop"))).code == 2);
    CHECK(office.byAnybody(notice(QStringLiteral("add"))).code == 2);
    CHECK(office.byAnybody(notice(QStringLiteral("list"), {path})).code == 2);
    CHECK(office.zhibao({QStringLiteral("notice")}).code == 2);
}

TEST_CASE("An administrator adds a notice where there are people")
{
    const Office office = twoPeople();
    checkRefused(office.byAnybody(notice(QStringLiteral("add"), {invented})), 3, QString());
    const Run byStaff = office.byAnybody(notice(QStringLiteral("add"), {invented, QStringLiteral("--person"), staff}));
    CHECK(byStaff.code == 3);
    CHECK(office.byAnybody(notice(QStringLiteral("list"))).lines().size() == 1);
    const Run added = office.bySupervisor(notice(QStringLiteral("add"), {invented}));
    INFO(added.errors.toStdString());
    CHECK(added.code == 0);
    CHECK(office.byAnybody(notice(QStringLiteral("list"))).lines().size() == 2);
}

TEST_CASE("A report to a notice that is answered every month is asked for by its occasion")
{
    const Office office;
    const QString unit = QStringLiteral("甲局");
    const Notice monthly = monthlyNotice();
    REQUIRE(
        office.byAnybody(notice(QStringLiteral("add"), {QStringLiteral(TEST_DATA "/notices/2031-7.json")})).code == 0);
    const auto report = [&](const QString &occasion) {
        Report said = newReport(monthly, unit, occasion);
        said.forms[QStringLiteral("account")].sections[0] = occasion;
        return office.zhibao.write(occasion + QStringLiteral(".json"), writeReport(said, monthly));
    };
    const auto call = [&](const QString &command, const QStringList &more = {}) {
        return office.byAnybody(QStringList{command, QStringLiteral("--unit"), unit} + more);
    };
    const auto on = [](const QString &occasion) { return QStringList{QStringLiteral("--occasion"), occasion}; };
    const QString june = QStringLiteral("2031-06");
    const QString july = QStringLiteral("2031-07");
    const QString show = QStringLiteral("show");
    const Run imported = office.byAnybody({QStringLiteral("import"), report(june)});
    INFO(imported.errors.toStdString());
    REQUIRE(imported.code == 0);
    CHECK(imported.lines().constFirst() == QStringList{QStringLiteral("新增"), unit, monthly.number, june}.join(u'\t'));
    CHECK(call(show).output.contains(QStringLiteral("\"occasion\": \"2031-06\""))); // the only one
    REQUIRE(office.byAnybody({QStringLiteral("import"), report(july)}).code == 0);
    checkRefused(
        office.byAnybody({QStringLiteral("import"), report(QStringLiteral("2031"))}), 3, QStringLiteral("2031.json"));

    checkRefused(call(show), 2, QStringLiteral("2031-06、2031-07"));
    checkRefused(call(show, on(QStringLiteral("2031-08"))), 2, QStringLiteral("2031-06、2031-07"));
    for (const QString &occasion : {june, july}) {
        const Run shown = call(show, on(occasion));
        CHECK(shown.code == 0);
        CHECK(shown.output.contains(QStringLiteral("\"occasion\": \"%1\"").arg(occasion)));
        CHECK(call(QStringLiteral("check"), on(occasion)).code == 1);
        const Run exported = call(QStringLiteral("export"),
            on(occasion)
                + QStringList{QStringLiteral("--output"), office.zhibao.path(QStringLiteral("out")),
                    QStringLiteral("--form"), QStringLiteral("services"), QStringLiteral("--format"),
                    QStringLiteral("docx")});
        CHECK(exported.code == 0);
        CHECK(exported.output.contains(printedOccasion(occasion, OccasionKind::Month)));
    }
    CHECK(namesIn(office.zhibao.path(QStringLiteral("out"))).size() == 2);
    const QStringList listed = office.byAnybody({QStringLiteral("list")}).lines();
    REQUIRE(listed.size() == 2);
    CHECK(listed[0].endsWith(u'\t' + july));
    CHECK(listed[1].endsWith(u'\t' + june));
    CHECK(office.byAnybody({QStringLiteral("list"), QStringLiteral("--json")})
              .output.contains(QStringLiteral("\"occasion\": \"2031-07\"")));

    const Run submitted = call(QStringLiteral("submit"), on(june));
    INFO(submitted.errors.toStdString());
    CHECK(submitted.code == 0);
    CHECK(office.byAnybody({QStringLiteral("log"), QStringLiteral("--occasion"), june}).lines().size() == 1);
    CHECK(office.byAnybody({QStringLiteral("log"), QStringLiteral("--occasion"), july}).lines().isEmpty());
    CHECK(office.byAnybody({QStringLiteral("fsck")}).code == 0);
}

} // namespace notice_test
