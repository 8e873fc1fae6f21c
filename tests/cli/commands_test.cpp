// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/program.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace commands_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString guizhou = QStringLiteral("贵州省市场监督管理局");
const QString neimenggu = QStringLiteral("内蒙古自治区市场监督管理局");

QStringList inStore(const QString &store, const QString &unit)
{
    return {QStringLiteral("--store"), store, QStringLiteral("--unit"), unit};
}

QJsonObject json(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

} // namespace

TEST_CASE("Export prints the path of each file it wrote, and may be run again")
{
    const Program zhibao;
    const QString folder = zhibao.path(QStringLiteral("out"));
    const QStringList call{QStringLiteral("export"), examplePath(guizhou), QStringLiteral("--output"), folder};
    const Run run = zhibao(call);
    INFO(run.errors.toStdString());
    CHECK(run.code == 0);
    REQUIRE(run.lines().size() == 4);
    for (const QString &path : run.lines())
        CHECK(QFileInfo(path).size() > 1'000);
    CHECK(run.lines().constFirst()
        == folder + QStringLiteral("/附件1 《质量强国建设纲要》学习宣传贯彻情况表（贵州省市场监督管理局）.pdf"));
    CHECK(zhibao(call).output == run.output);
    CHECK(namesIn(folder).size() == 4);
}

TEST_CASE("Export writes the form and format that are asked for")
{
    const Program zhibao;
    const QString folder = zhibao.path(QStringLiteral("out"));
    const Run run = zhibao({QStringLiteral("export"), examplePath(guizhou), QStringLiteral("--output"), folder,
        QStringLiteral("--form"), QStringLiteral("annex2"), QStringLiteral("--format"), QStringLiteral("docx")});
    CHECK(run.code == 0);
    REQUIRE(namesIn(folder).size() == 1);
    CHECK(namesIn(folder).first().startsWith(QStringLiteral("附件2 ")));
    CHECK(namesIn(folder).first().endsWith(QStringLiteral(".docx")));
}

TEST_CASE("A foreign file in the way is kept unless --replace is given")
{
    const Program zhibao;
    QStringList call{QStringLiteral("export"), examplePath(guizhou), QStringLiteral("--output"),
        zhibao.path(QStringLiteral("out")), QStringLiteral("--form"), QStringLiteral("annex1"),
        QStringLiteral("--format"), QStringLiteral("pdf")};
    const QString path = zhibao(call).lines().constFirst();
    zhibao.write(QStringLiteral("out/") + QFileInfo(path).fileName(), QByteArrayLiteral("mine"));
    checkRefused(zhibao(call), 4, path);
    CHECK(fileBytes(path) == QByteArrayLiteral("mine"));
    call << QStringLiteral("--replace");
    CHECK(zhibao(call).code == 0);
    CHECK(fileBytes(path).startsWith("%PDF-"));
}

TEST_CASE("Blank forms")
{
    const Program zhibao;
    const Run run = zhibao({QStringLiteral("blank"), QStringLiteral("--output"), zhibao.path(QStringLiteral("out"))});
    CHECK(run.code == 0);
    CHECK(run.lines().size() == 4);
    CHECK(namesIn(zhibao.path(QStringLiteral("out"))).size() == 4);
}

TEST_CASE("Import, list, show and export from the store")
{
    const Program zhibao;
    const QString store = zhibao.path(QStringLiteral("库/a.db"));
    const QStringList atStore{QStringLiteral("--store"), store};
    const Run added = zhibao(QStringList{QStringLiteral("import"), examplePath(guizhou)} + atStore);
    INFO(added.errors.toStdString());
    CHECK(added.code == 0);
    CHECK(added.output == QStringLiteral("新增\t贵州省市场监督管理局\t国市监质发〔2023〕9号\n"));
    CHECK(zhibao(QStringList{QStringLiteral("import"), examplePath(neimenggu)} + atStore).code == 0);

    const Run shown = zhibao(QStringList{QStringLiteral("show")} + inStore(store, guizhou));
    CHECK(shown.code == 0);
    // The lines got ids; all else is as it was given.
    const QString withoutIds
        = QString(shown.output).remove(QRegularExpression(QStringLiteral(",\\s*\"id\": \"[0-9a-f]{32}\"")));
    CHECK(shown.output.count(QStringLiteral("\"id\"")) == 2);
    CHECK(
        json(withoutIds.toUtf8().replace("\"version\": 2", "\"version\": 1")) == json(fileBytes(examplePath(guizhou))));

    const Run listed = zhibao(QStringList{QStringLiteral("list")} + atStore);
    REQUIRE(listed.lines().size() == 2);
    CHECK(listed.lines()[0].startsWith(neimenggu + QStringLiteral("\t国市监质发〔2023〕9号\t填报中\t")));
    CHECK(listed.lines()[0].count(u'\t') == 4);
    const Run asJson = zhibao(QStringList{QStringLiteral("list"), QStringLiteral("--json")} + atStore);
    const QJsonArray reports = QJsonDocument::fromJson(asJson.output.toUtf8()).array();
    REQUIRE(reports.size() == 2);
    CHECK(reports[1].toObject().value(QStringLiteral("unit")) == guizhou);
    CHECK(reports[1].toObject().value(QStringLiteral("state")) == QStringLiteral("draft"));
    CHECK(reports[1].toObject().value(QStringLiteral("words")).toInt() > 1'000);
    CHECK(reports[1].toObject().contains(QStringLiteral("changed")));

    const Run exported
        = zhibao(QStringList{QStringLiteral("export"), QStringLiteral("--output"), zhibao.path(QStringLiteral("out"))}
            + inStore(store, guizhou));
    CHECK(exported.code == 0);
    CHECK(exported.lines().size() == 4);
    CHECK(zhibao(QStringList{QStringLiteral("check")} + inStore(store, guizhou)).output
        == zhibao({QStringLiteral("check"), examplePath(guizhou)}).output);
}

TEST_CASE("A second import tells what changed, and nothing where nothing did")
{
    const Program zhibao;
    const QString report = zhibao.write(QStringLiteral("a.json"), fileBytes(examplePath(neimenggu)));
    CHECK(zhibao({QStringLiteral("import"), report}).code == 0);
    CHECK(zhibao({QStringLiteral("import"), report}).output.startsWith(QStringLiteral("无改动\t")));
    QJsonObject changed = json(fileBytes(report));
    QJsonObject outline = changed.value(QStringLiteral("annex2")).toObject();
    outline.insert(QStringLiteral("closing"), QStringLiteral("改了"));
    changed.insert(QStringLiteral("annex2"), outline);
    zhibao.write(QStringLiteral("a.json"), QJsonDocument(changed).toJson());
    const Run run = zhibao({QStringLiteral("import"), report});
    REQUIRE(run.lines().size() == 2);
    CHECK(run.lines()[0].startsWith(QStringLiteral("更新\t")));
    CHECK(run.lines()[1] == QStringLiteral("改动\tannex2.closing\t附件2 结尾"));
    // The default store and its folder are made, the folder for its owner alone.
    const QFileInfo folder(zhibao.path(QStringLiteral("data/zhibao")));
    CHECK(QFileInfo::exists(folder.filePath() + QStringLiteral("/zhibao.db")));
    CHECK_FALSE(folder.permission(QFile::ReadGroup));
    CHECK(zhibao({QStringLiteral("list")}).lines().size() == 1);
}

TEST_CASE("Characters that no document can carry are replaced and told, wherever they come in")
{
    const Program zhibao;
    const QStringList store{QStringLiteral("--store"), zhibao.path(QStringLiteral("a.db"))};
    const QString file = zhibao.write(QStringLiteral("r.json"),
        R"({"format": "zhibao.report", "notice": "国市监质发〔2023〕9号", "unit": "甲\uffff局",
            "annex2": {"closing": "特此\ufffe报\u0001告\u000b。\u3000\ufdd0"}})");
    const Run imported = zhibao(QStringList{QStringLiteral("import"), file} + store);
    CHECK(imported.code == 0);
    CHECK(imported.errors.count(u'\n') == 1);
    CHECK(imported.errors.contains(QStringLiteral("3 个任何文档都存不了的字符")));
    // By either spelling.
    for (const QString &unit : {QStringLiteral("甲\uffff局"), QStringLiteral("甲\ufffd局")}) {
        const Run shown = zhibao(QStringList{QStringLiteral("show"), QStringLiteral("--unit"), unit} + store);
        CHECK(shown.code == 0);
        CHECK(shown.output.contains(QStringLiteral("特此\ufffd报\ufffd告\\n。\u3000\ufdd0")));
        CHECK(shown.errors.contains(QStringLiteral("--unit")) == (unit[1] == QChar(0xffff)));
    }
    const Run submitted
        = zhibao(QStringList{QStringLiteral("submit"), QStringLiteral("--unit"), QStringLiteral("甲\ufffd局"),
                     QStringLiteral("--reason"), QStringLiteral("请审\uffff核")}
            + store);
    CHECK(submitted.code == 0);
    CHECK(submitted.errors.contains(QStringLiteral("“--reason”的值中有 1 个")));
    CHECK(zhibao(QStringList{QStringLiteral("log")} + store).output.contains(QStringLiteral("请审\ufffd核")));
    CHECK(zhibao(QStringList{QStringLiteral("fsck")} + store).code == 0);
}

TEST_CASE("Check prints four fields a finding and returns 1 where there are errors")
{
    const Program zhibao;
    const Run bad = zhibao({QStringLiteral("check"),
        zhibao.write(QStringLiteral("a.json"),
            "{\"format\":\"zhibao.report\",\"version\":1,"
            "\"notice\":\"国市监质发〔2023〕9号\",\"unit\":\"甲局\"}")});
    CHECK(bad.code == 1);
    REQUIRE_FALSE(bad.lines().isEmpty());
    const QStringList levels{QStringLiteral("error"), QStringLiteral("warning"), QStringLiteral("hint")};
    for (const QString &line : bad.lines()) {
        const QStringList fields = line.split(u'\t');
        REQUIRE(fields.size() == 4);
        CHECK(levels.contains(fields[0]));
        CHECK(fields[2].startsWith(QStringLiteral("annex")));
        CHECK(fields[3].endsWith(u'。'));
    }
    const Run good = zhibao({QStringLiteral("check"), examplePath(guizhou)});
    CHECK(good.code == 0);
    CHECK_FALSE(good.output.contains(QStringLiteral("error\t")));
}

TEST_CASE("Count counts a file and standard input")
{
    const Program zhibao;
    const QByteArray text("《纲要》全文共 11 部分\n32条。");
    const QString expected = QStringLiteral("字数\t13\n字符数（不计空格）\t15\n字符数（计空格）\t17\n");
    CHECK(zhibao({QStringLiteral("count"), zhibao.write(QStringLiteral("a.txt"), text)}).output == expected);
    CHECK(zhibao({QStringLiteral("count"), QStringLiteral("-")}, text).output == expected);
}

TEST_CASE("Help and version")
{
    const Program zhibao;
    const Run help = zhibao({QStringLiteral("--help")});
    CHECK(help.code == 0);
    for (const char *const name : {"export", "blank", "import", "list", "show", "check", "count"}) {
        CHECK(help.output.contains(QStringLiteral("zhibao ") + QLatin1String(name)));
        const Run own = zhibao({QLatin1String(name), QStringLiteral("--help")});
        CHECK(own.code == 0);
        CHECK(own.output.contains(QStringLiteral("zhibao ") + QLatin1String(name)));
    }
    CHECK(zhibao({QStringLiteral("--version")}).output == QStringLiteral("质报 " ZHIBAO_VERSION "\n"));
}

TEST_CASE("A document in the place of a report file is told as what it is, by its content")
{
    const Program zhibao;
    const QString path = zhibao.write(QStringLiteral("报表.json"), "%PDF-1.7\n");
    for (const char *const command : {"import", "check"}) {
        const Run run = zhibao({QString::fromLatin1(command), path});
        CHECK(run.code == 3);
        CHECK(run.errors.contains(QStringLiteral("是 PDF 文件，不是报表文件")));
    }
}

} // namespace commands_test
