// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What others filled elsewhere, by the command line.
#include "cli/office.h"
#include "exchange/report/reportfile.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace intake_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString intake = QStringLiteral("intake");
const QString plan = QStringLiteral("--plan");
const QString json = QStringLiteral("--json");

QList<QJsonObject> objectsOf(const Run &run)
{
    QList<QJsonObject> objects;
    for (const QString &line : run.lines())
        objects.append(QJsonDocument::fromJson(line.toUtf8()).object());
    return objects;
}

QStringList changesIn(const QJsonObject &object)
{
    QStringList changes;
    for (const QJsonValue &change : object[QStringLiteral("changes")].toArray())
        changes.append(change[QStringLiteral("path")].toString() + u' ' + change[QStringLiteral("what")].toString());
    return changes;
}

struct Sent : Office {
    // The example's two forms, as DOCX.
    QString folder() const
    {
        const Run exported = zhibao({QStringLiteral("export"), examplePath(guizhou), QStringLiteral("--output"),
            zhibao.path(QStringLiteral("sent")), QStringLiteral("--format"), QStringLiteral("docx")});
        return exported.code == 0 ? zhibao.path(QStringLiteral("sent")) : QString();
    }
    QString made() const
    {
        REQUIRE(QDir(zhibao.path(QString())).mkpath(zhibao.path(QStringLiteral("sent"))));
        return folder();
    }
};

} // namespace

TEST_CASE("A plan says what would be done to the letter, and needs no store")
{
    const Sent office;
    const QString folder = office.made();
    const Run run = office.byAnybody({intake, folder, plan, json});
    INFO(run.errors.toStdString());
    CHECK(run.code == 0);
    CHECK_FALSE(QFileInfo::exists(office.store));
    const QList<QJsonObject> files = objectsOf(run);
    REQUIRE(files.size() == 2);
    for (const QJsonObject &file : files) {
        for (const char *key : {"file", "kind", "unit", "forms", "tables", "report", "changes", "leftOut", "notes"})
            CHECK(file.contains(QString::fromLatin1(key)));
        CHECK(file[QStringLiteral("kind")] == QStringLiteral("docx"));
        CHECK(file[QStringLiteral("unit")][QStringLiteral("name")] == guizhou);
        CHECK(file[QStringLiteral("report")][QStringLiteral("format")] == QStringLiteral("zhibao.report"));
    }
    const QJsonObject table
        = files[0][QStringLiteral("forms")].toArray().contains(QStringLiteral("annex1")) ? files[0] : files[1];
    const QJsonObject columns = table[QStringLiteral("tables")][0][QStringLiteral("columns")].toObject();
    CHECK(columns[QStringLiteral("0")] == QStringLiteral("serial"));
    CHECK(columns[QStringLiteral("1")] == QStringLiteral("instructions"));
    CHECK(columns[QStringLiteral("7")] == QStringLiteral("experience"));
}

TEST_CASE("A folder is taken in, and the same again changes nothing")
{
    const Sent office;
    const QString folder = office.made();
    const Run run = office.byAnybody({intake, folder});
    INFO(run.errors.toStdString());
    CHECK(run.code == 0);
    REQUIRE(run.lines().size() == 2);
    CHECK(run.lines()[0].split(u'\t').size() == 5);
    CHECK(run.lines()[0].startsWith(QStringLiteral("新增\t")));
    CHECK(run.lines()[1].startsWith(QStringLiteral("更新\t")));
    const Run shown = office.byAnybody({QStringLiteral("show"), QStringLiteral("--unit"), guizhou});
    const Result<ReportFile> there = parseReport(shown.output.toUtf8(), {}, {shippedNotice()});
    REQUIRE(there);
    const Report example = readReportFile(examplePath(guizhou), {shippedNotice()}).value().report;
    CHECK(there->report.forms[QStringLiteral("annex1")].rows == example.forms[QStringLiteral("annex1")].rows);
    CHECK(there->report.forms[QStringLiteral("annex2")].sections == example.forms[QStringLiteral("annex2")].sections);
    for (const QJsonObject &file : objectsOf(office.byAnybody({intake, folder, json})))
        CHECK(changesIn(file).isEmpty());
    CHECK(office.byAnybody({QStringLiteral("fsck")}).code == 0);
}

TEST_CASE("What needs an answer is exit code 1, what cannot be read 3, and the others are taken in")
{
    const Sent office;
    const QString table = QStringLiteral("领导同志批示情况,组织开展学习情况,发文主体\n批示甲,学习甲,主体甲\n");
    const QString nameless = office.zhibao.write(QStringLiteral("a.csv"), table.toUtf8());
    const Run asked = office.byAnybody({intake, nameless});
    CHECK(asked.code == 1);
    CHECK(asked.output.startsWith(QStringLiteral("待答\t")));
    CHECK(asked.errors.contains(QStringLiteral("填报单位")));
    CHECK(office.byAnybody({intake, nameless, QStringLiteral("--unit"), guizhou}).code == 0);

    const QString empty = office.zhibao.write(QStringLiteral("b.docx"), {});
    const QString more = office.zhibao.write(QStringLiteral("c.csv"), (table + QStringLiteral("批示乙,,\n")).toUtf8());
    const Run mixed = office.byAnybody({intake, empty, more, QStringLiteral("--unit"), guizhou, json});
    CHECK(mixed.code == 3);
    const QList<QJsonObject> files = objectsOf(mixed);
    REQUIRE(files.size() == 2);
    CHECK(files[0].contains(QStringLiteral("error")));
    CHECK(changesIn(files[1]) == QStringList{QStringLiteral("annex1.rows[1] added")});
    CHECK(office.byAnybody({intake, more, QStringLiteral("--notice"), QStringLiteral("没有的文号")}).code == 3);
    CHECK(office.byAnybody({intake}).code == 2);
}

TEST_CASE("A report file goes the way of import")
{
    const Sent office;
    const Run run = office.byAnybody({intake, examplePath(guizhou), json});
    INFO(run.errors.toStdString());
    CHECK(run.code == 0);
    CHECK(objectsOf(run).value(0)[QStringLiteral("kind")] == QStringLiteral("report"));
    const QString changed = office.zhibao.write(QStringLiteral("changed.json"), changedExample());
    CHECK_FALSE(changesIn(objectsOf(office.byAnybody({intake, changed, json})).value(0)).isEmpty());
    CHECK(changesIn(objectsOf(office.byAnybody({intake, changed, json})).value(0)).isEmpty());
}

} // namespace intake_test
