// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Review as the command line has it: two people at one store, and two machines that exchange files.
#include "cli/program.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString guizhou = QStringLiteral("贵州省市场监督管理局");
const QString staff = QStringLiteral("李填报");
const QString supervisor = QStringLiteral("王审核");
const QByteArray supervisorPassword = QByteArrayLiteral("correct horse battery");

// A store of its own. A password comes from standard input.
struct Office {
    explicit Office(const QString &name = QStringLiteral("office"))
        : store(zhibao.path(name + QStringLiteral(".db")))
    {
    }

    // By somebody who is signed in by password.
    Run by(const QString &person, const QByteArray &password, QStringList call) const
    {
        call << QStringLiteral("--store") << store << QStringLiteral("--person") << person
             << QStringLiteral("--password-fd") << QStringLiteral("0");
        return zhibao(call, password + '\n');
    }
    Run bySupervisor(const QStringList &call) const { return by(supervisor, supervisorPassword, call); }
    // In an office without people.
    Run byAnybody(QStringList call) const { return zhibao(call << QStringLiteral("--store") << store); }

    // A command on the report of the example's unit.
    static QStringList on(const QString &command, const QStringList &more = {})
    {
        return QStringList{command, QStringLiteral("--unit"), guizhou} + more;
    }

    Program zhibao;
    QString store;
};

QStringList reason(const QString &text)
{
    return {QStringLiteral("--reason"), text};
}

QString stateOf(const Run &run)
{
    return run.output.section(u'\n', -2, -2).section(u'\t', 0, 0);
}

// A supervisor who also administers, with a password, and somebody who fills in, without one.
Office twoPeople()
{
    Office office;
    const Run first
        = office.zhibao({QStringLiteral("person"), supervisor, QStringLiteral("--duty"), QStringLiteral("supervisor"),
                            QStringLiteral("--duty"), QStringLiteral("administrator"), QStringLiteral("--store"),
                            office.store, QStringLiteral("--new-password-fd"), QStringLiteral("0")},
            supervisorPassword + '\n');
    INFO(first.errors.toStdString());
    REQUIRE(first.code == 0);
    const Run second = office.bySupervisor({QStringLiteral("person"), staff, QStringLiteral("--duty"),
        QStringLiteral("reporter"), QStringLiteral("--without-password")});
    INFO(second.errors.toStdString());
    REQUIRE(second.code == 0);
    return office;
}

QByteArray changedExample()
{
    QFile file(examplePath(guizhou));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll().replace(QByteArrayLiteral("质量强省"), QByteArrayLiteral("数量强省"));
}

} // namespace

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
        CHECK(run.output.startsWith(QStringLiteral("批准的内容\t") + guizhou));
        CHECK(run.lines().size() == 1);
    }
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
    CHECK(log.count(QStringLiteral("来自送审文件")) == 2); // reviewed and approved there
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
    const Run added = office.byAnybody({QStringLiteral("person"), QStringLiteral("\x1B]0;title\x07甲"),
        QStringLiteral("--duty"), QStringLiteral("administrator"), QStringLiteral("--without-password")});
    REQUIRE(added.code == 0);
    CHECK(added.output.startsWith(QStringLiteral(" ]0;title 甲\t")));
    const Run refused = office.byAnybody(
        {QStringLiteral("import"), examplePath(guizhou), QStringLiteral("--person"), QStringLiteral("\x1B[2J")});
    checkRefused(refused, 3, QStringLiteral(" [2J"));
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
