// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Review as the command line has it: people at one store.
#include "cli/office.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace review_test {

using namespace zhibao;
using namespace zhibao::test;

TEST_CASE("A report goes from hand to hand by the command line, each step by who may take it")
{
    Office office = twoPeople();
    const auto byReporter = [&](QStringList call) {
        return office.zhibao(call << QStringLiteral("--store") << office.store << QStringLiteral("--person") << staff);
    };
    CHECK(byReporter({QStringLiteral("import"), examplePath(guizhou)}).code == 0);
    CHECK(office.bySupervisor(Office::on(QStringLiteral("approve"))).code == 3); // nothing was handed in
    CHECK(stateOf(byReporter(Office::on(QStringLiteral("submit")))) == QStringLiteral("待审核"));
    CHECK(byReporter(Office::on(QStringLiteral("approve"))).code == 3);
    CHECK(office.bySupervisor(Office::on(QStringLiteral("return"))).code == 3); // without a word why
    CHECK(stateOf(office.bySupervisor(Office::on(QStringLiteral("return"), reason(QStringLiteral("数据请核实")))))
        == QStringLiteral("退回修改"));
    CHECK(stateOf(byReporter(Office::on(QStringLiteral("submit")))) == QStringLiteral("待审核"));
    const Run wrong = office.by(supervisor, QByteArrayLiteral("wrong password"), Office::on(QStringLiteral("approve")));
    CHECK(wrong.code == 3);
    CHECK(wrong.errors.contains(QStringLiteral("口令不对")));
    CHECK(stateOf(office.bySupervisor(Office::on(QStringLiteral("approve")))) == QStringLiteral("已批准"));
    CHECK(office.bySupervisor(Office::on(QStringLiteral("seal"))).code == 3); // there is no picture

    const QString scan = office.zhibao.write(
        QStringLiteral("扫描件.png"), QByteArray::fromHex("89504e470d0a1a0a") + QByteArray(100, 'x'));
    CHECK(stateOf(office.bySupervisor(Office::on(QStringLiteral("seal"), {QStringLiteral("--scan"), scan})))
        == QStringLiteral("已盖章"));
    CHECK(stateOf(byReporter(Office::on(QStringLiteral("unscan")))) == QStringLiteral("已批准"));
    CHECK(byReporter(Office::on(QStringLiteral("unscan"))).code == 3);
    CHECK(stateOf(byReporter(Office::on(QStringLiteral("seal"), {QStringLiteral("--scan"), scan})))
        == QStringLiteral("已盖章"));
    CHECK(stateOf(byReporter(Office::on(QStringLiteral("sent"), {QStringLiteral("--file"), scan})))
        == QStringLiteral("已报送"));

    const Run log
        = office.zhibao({QStringLiteral("log"), QStringLiteral("--store"), office.store, QStringLiteral("--json")});
    const QJsonArray entries = QJsonDocument::fromJson(log.output.toUtf8()).array();
    const QJsonObject approval = entries.at(6).toObject();
    CHECK(approval.value(QStringLiteral("kind")) == QStringLiteral("approve"));
    CHECK(approval.value(QStringLiteral("person")) == supervisor);
    CHECK(approval.value(QStringLiteral("password")).toBool());
    CHECK(approval.value(QStringLiteral("sm3")).toString().size() == 64);
    const QJsonObject last = entries.at(entries.size() - 1).toObject();
    CHECK(last.value(QStringLiteral("kind")) == QStringLiteral("sent"));
    CHECK_FALSE(last.value(QStringLiteral("password")).toBool());
    CHECK_FALSE((log.output + log.errors).contains(QString::fromUtf8(supervisorPassword)));

    // What was written down of the log's head tells whether it was cut off behind it.
    const auto head = [&](const QString &written) {
        return office
            .zhibao({QStringLiteral("log"), QStringLiteral("--store"), office.store, QStringLiteral("--head"), written})
            .code;
    };
    const QString number = QString::number(last.value(QStringLiteral("number")).toInteger());
    const QString chain = last.value(QStringLiteral("chain")).toString();
    CHECK(head(number + u':' + chain) == 0);
    CHECK(head(number + u':' + chain.first(32) + u' ' + chain.last(32)) == 0);
    CHECK(head(number + u':' + approval.value(QStringLiteral("chain")).toString()) == 1);
    CHECK(head(QStringLiteral("99:") + chain) == 1);
    CHECK(head(QStringLiteral("no head")) == 2);

    CHECK(stateOf(office.bySupervisor(Office::on(QStringLiteral("unlock"), reason(QStringLiteral("数据有误")))))
        == QStringLiteral("填报中"));
}

TEST_CASE("The command line changes nothing of what was approved")
{
    Office office = twoPeople();
    const auto byReporter = [&](QStringList call) {
        return office.zhibao(call << QStringLiteral("--store") << office.store << QStringLiteral("--person") << staff);
    };
    REQUIRE(byReporter({QStringLiteral("import"), examplePath(guizhou)}).code == 0);
    REQUIRE(byReporter(Office::on(QStringLiteral("submit"))).code == 0);
    REQUIRE(office.bySupervisor(Office::on(QStringLiteral("approve"))).code == 0);
    const QStringList show = Office::on(QStringLiteral("show"), {QStringLiteral("--store"), office.store});
    const QString approved = office.zhibao(show).output;
    const QString changed = office.zhibao.write(QStringLiteral("changed.json"), changedExample());

    const std::array<Run, 10> attempts{
        byReporter({QStringLiteral("import"), changed}),
        office.bySupervisor({QStringLiteral("import"), changed}),
        office.byAnybody({QStringLiteral("import"), changed}),
        byReporter(Office::on(QStringLiteral("withdraw"), reason(QStringLiteral("改一下")))),
        byReporter(Office::on(QStringLiteral("submit"))),
        byReporter(Office::on(QStringLiteral("unlock"), reason(QStringLiteral("改一下")))),
        office.bySupervisor(Office::on(QStringLiteral("return"), reason(QStringLiteral("改一下")))),
        office.bySupervisor(Office::on(QStringLiteral("review"))),
        office.bySupervisor(Office::on(QStringLiteral("approve"))),
        office.byAnybody(Office::on(QStringLiteral("unlock"), reason(QStringLiteral("改一下")))),
    };
    for (const Run &attempt : attempts) {
        INFO(attempt.output.toStdString());
        CHECK(attempt.code == 3);
        CHECK(attempt.errors.endsWith(QStringLiteral("。\n")));
    }
    CHECK(office.zhibao(show).output == approved);
    // The same once more is no change.
    CHECK(byReporter({QStringLiteral("import"), examplePath(guizhou)}).output.startsWith(QStringLiteral("无改动")));
}

TEST_CASE("An export is told in the log by whoever signs in, and where nobody does the reason is told")
{
    const Office office = twoPasswords();
    const auto byReporter = [&](const QStringList &call) { return office.by(staff, staffPassword, call); };
    REQUIRE(byReporter({QStringLiteral("import"), examplePath(guizhou)}).code == 0);
    REQUIRE(byReporter(Office::on(QStringLiteral("submit"))).code == 0);
    REQUIRE(office.bySupervisor(Office::on(QStringLiteral("approve"))).code == 0);
    const auto lastEntry = [&] {
        const QStringList log
            = {QStringLiteral("log"), QStringLiteral("--store"), office.store, QStringLiteral("--json")};
        return QJsonDocument::fromJson(office.zhibao(log).output.toUtf8()).array().last().toObject();
    };
    const auto call = [&](const QString &folder) {
        return Office::on(QStringLiteral("export"),
            {QStringLiteral("--form"), QStringLiteral("annex2"), QStringLiteral("--output"),
                office.zhibao.path(folder)});
    };
    const Run anonymous
        = office.zhibao(call(QStringLiteral("x")) + QStringList{QStringLiteral("--store"), office.store});
    CHECK(anonymous.code == 0);
    CHECK(anonymous.errors.contains(QStringLiteral("请用“--person”写明由谁导出")));
    CHECK(lastEntry().value(QStringLiteral("kind")) == QStringLiteral("approve"));
    const Run wrong = office.by(supervisor, "wrong password", call(QStringLiteral("y")));
    CHECK(wrong.code == 3);
    CHECK_FALSE(QFileInfo::exists(office.zhibao.path(QStringLiteral("y"))));
    const Run run = office.bySupervisor(call(QStringLiteral("z")));
    INFO(run.errors.toStdString());
    CHECK(run.code == 0);
    CHECK(run.lines().size() == 2);
    CHECK_FALSE(run.errors.contains(QStringLiteral("未记下")));
    CHECK(lastEntry().value(QStringLiteral("kind")) == QStringLiteral("exported"));
    CHECK(lastEntry().value(QStringLiteral("person")) == supervisor);
    const QStringList file{QStringLiteral("export"), examplePath(guizhou), QStringLiteral("--output"),
        office.zhibao.path(QStringLiteral("f")), QStringLiteral("--person"), staff};
    CHECK(office.zhibao(file).code == 2);
}

TEST_CASE("Verify tells an approved export from a changed and from a foreign one")
{
    const Office office;
    const auto exported = [&](const QStringList &source, const QString &folder) {
        const Run run = office.zhibao(QStringList{QStringLiteral("export")} + source
            + QStringList{QStringLiteral("--output"), office.zhibao.path(folder)});
        REQUIRE(run.lines().size() == 4);
        return run.lines();
    };
    const auto verified = [&](const QString &file) {
        return office.zhibao({QStringLiteral("verify"), file, QStringLiteral("--store"), office.store});
    };
    REQUIRE(office.byAnybody({QStringLiteral("import"), examplePath(guizhou)}).code == 0);
    REQUIRE(
        office.byAnybody({QStringLiteral("person"), QStringLiteral("--sole-office"), QStringLiteral("yes")}).code == 0);
    const QStringList source = Office::on(QString(), {QStringLiteral("--store"), office.store}).mid(1);
    const QStringList draft = exported(source, QStringLiteral("draft"));
    CHECK(verified(draft.first()).code == 1);
    REQUIRE(office.byAnybody(Office::on(QStringLiteral("submit"))).code == 0);
    REQUIRE(office.byAnybody(Office::on(QStringLiteral("approve"))).code == 0);

    for (const QString &file : exported(source, QStringLiteral("approved"))) {
        const Run run = verified(file);
        INFO(run.output.toStdString() + run.errors.toStdString());
        CHECK(run.code == 0);
        CHECK(run.output.startsWith(QStringLiteral("批准的内容，同一文件\t") + guizhou));
        CHECK(run.lines().size() == 1);
        // The same through a pipe.
        QFile bytes(file);
        REQUIRE(bytes.open(QIODevice::ReadOnly));
        const QStringList piped{
            QStringLiteral("verify"), QStringLiteral("/dev/stdin"), QStringLiteral("--store"), office.store};
        CHECK(office.zhibao(piped, bytes.readAll()).code == 0);
    }
    const Run scan = verified(office.zhibao.write(QStringLiteral("scan.png"), "\x89PNG\r\n\x1A\n"));
    CHECK(scan.code == 3);
    CHECK(scan.output.startsWith(QStringLiteral("不能核对：")));
    // The mark of a draft is no content.
    for (const QString &file : draft)
        CHECK(verified(file).code == 0);
    const QString changed = office.zhibao.write(QStringLiteral("changed.json"), changedExample());
    for (const QString &file : exported({changed}, QStringLiteral("changed"))) {
        const Run run = verified(file);
        CHECK(run.code == 1);
        CHECK(run.output.contains(QStringLiteral("\n不同\t附件")));
        CHECK(run.output.contains(QStringLiteral("数量强省")));
    }
    const QStringList foreign
        = exported({examplePath(QStringLiteral("内蒙古自治区市场监督管理局"))}, QStringLiteral("foreign"));
    for (const QString &file : foreign)
        CHECK(verified(file).code == 1);
    CHECK(verified(office.store).code == 3);

    REQUIRE(office.byAnybody(Office::on(QStringLiteral("unlock"), reason(QStringLiteral("数据有误")))).code == 0);
    const Run void_ = verified(draft.first());
    CHECK(void_.code == 1);
    CHECK(void_.output.contains(QStringLiteral("批准已作废")));
}

TEST_CASE("Where no password can be typed the way out is named")
{
    const Office office;
    const Run added = office.byAnybody(
        {QStringLiteral("person"), staff, QStringLiteral("--duty"), QStringLiteral("administrator")});
    checkRefused(added, 3, QStringLiteral("文件描述符"));
    CHECK(added.errors.contains(QStringLiteral("终端")));
}

TEST_CASE("A name gives no orders to the terminal")
{
    const Office office;
    const Run added = office.byAnybody({QStringLiteral("person"), QStringLiteral("\x1B]0;title\u009C甲"),
        QStringLiteral("--duty"), QStringLiteral("administrator"), QStringLiteral("--without-password")});
    REQUIRE(added.code == 0);
    CHECK(added.output.startsWith(QStringLiteral("\uFFFD]0;title 甲\t")));
    const Run refused = office.byAnybody(
        {QStringLiteral("import"), examplePath(guizhou), QStringLiteral("--person"), QStringLiteral("\u009B2J")});
    checkRefused(refused, 3, QStringLiteral("“\\u009b2J”"));
}

TEST_CASE("What a restoration wrote without a signature is listed, and confirmed by its digest alone")
{
    Office office = twoPeople();
    const Run nothing = office.byAnybody({QStringLiteral("confirm")});
    CHECK(nothing.code == 0);
    CHECK(nothing.output.isEmpty());
    // Everybody has a password, so that nobody can sign who is not signed in.
    Office sealed(QStringLiteral("sealed"));
    REQUIRE(sealed
                .zhibao({QStringLiteral("person"), supervisor, QStringLiteral("--duty"),
                            QStringLiteral("administrator"), QStringLiteral("--store"), sealed.store,
                            QStringLiteral("--new-password-fd"), QStringLiteral("0")},
                    supervisorPassword + '\n')
                .code
        == 0);
    const QString folder = sealed.zhibao.path(QStringLiteral("copies"));
    const Run backup = sealed.byAnybody({QStringLiteral("backup"), QStringLiteral("--output"), folder});
    REQUIRE(backup.code == 0);
    REQUIRE(QFile::remove(sealed.store));
    REQUIRE(sealed.byAnybody({QStringLiteral("restore"), backup.lines().constFirst()}).code == 0);

    const Run checked = sealed.byAnybody({QStringLiteral("fsck")});
    CHECK(checked.code == 1);
    CHECK_FALSE(checked.output.contains(QStringLiteral("完好")));
    CHECK(checked.output.contains(QStringLiteral("待确认\t第 2 条")));
    const Run shown = sealed.byAnybody({QStringLiteral("confirm")});
    CHECK(shown.code == 1);
    REQUIRE(shown.lines().size() == 1);
    CHECK(shown.output.contains(QStringLiteral("从备份还原")));
    const QString chain = shown.lines().constFirst().section(u'\t', -1);
    CHECK(chain.size() == 64);
    CHECK(shown.errors.contains(QStringLiteral("--head 2:") + chain));
    const Run log = sealed.byAnybody({QStringLiteral("log")});
    CHECK(log.code == 0);
    CHECK(log.lines().size() == 1);
    CHECK(log.errors.contains(QStringLiteral("待管理员确认")));

    const auto confirm = [&](const QString &head) {
        return sealed.bySupervisor({QStringLiteral("confirm"), QStringLiteral("--head"), head});
    };
    CHECK(confirm(QStringLiteral("2")).code == 2);
    CHECK(confirm(QStringLiteral("1:") + chain).code == 1);
    CHECK(confirm(QStringLiteral("2:") + QString(64, u'0')).code == 1);
    CHECK(sealed.byAnybody({QStringLiteral("fsck")}).code == 1);
    CHECK(confirm(QStringLiteral("2:") + chain).code == 0);
    const Run whole = sealed.byAnybody({QStringLiteral("fsck")});
    CHECK(whole.code == 0);
    CHECK(whole.output.contains(QStringLiteral("完好")));
    CHECK(whole.output.contains(QStringLiteral("未核\t尚未送审的文字")));
    CHECK(sealed.byAnybody({QStringLiteral("log")}).lines().size() == 3);
}

TEST_CASE("Who hands in with errors is told them, who passes with errors is refused")
{
    const Office office;
    const QString file = office.zhibao.write(QStringLiteral("report.json"),
        QStringLiteral(R"({"format": "zhibao.report", "version": 1, "notice": "国市监质发〔2023〕9号", "unit": "%1"})")
            .arg(guizhou)
            .toUtf8());
    REQUIRE(office.byAnybody({QStringLiteral("import"), file}).code == 0);
    REQUIRE(
        office.byAnybody({QStringLiteral("person"), QStringLiteral("--sole-office"), QStringLiteral("yes")}).code == 0);
    const Run submitted = office.byAnybody(Office::on(QStringLiteral("submit")));
    CHECK(submitted.code == 0);
    CHECK(stateOf(submitted) == QStringLiteral("待审核")); // data alone is on standard output
    CHECK(submitted.errors.contains(QStringLiteral("2 处错误，改正以前不能审核通过")));
    for (const char *place : {"附件1：", "附件2："})
        CHECK(submitted.errors.contains(QString::fromUtf8(place)));
    const Run passed = office.byAnybody(Office::on(QStringLiteral("review")));
    CHECK(passed.code == 1);
    CHECK(passed.output.isEmpty());
    CHECK(passed.errors.contains(QStringLiteral("不能审核通过")));

    const Office sound;
    REQUIRE(sound.byAnybody({QStringLiteral("import"), examplePath(guizhou)}).code == 0);
    CHECK(sound.byAnybody(Office::on(QStringLiteral("submit"))).errors.isEmpty());
}

} // namespace review_test
