// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/faults.h"
#include "cli/program.h"

#include <QRegularExpression>

#include <sys/syscall.h>

#include <cerrno>
#include <csignal>

namespace refusals_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

#ifdef SYS_access
constexpr long accessCall = SYS_access;
#else
constexpr long accessCall = SYS_faccessat;
#endif

const QString unit = QStringLiteral("贵州省市场监督管理局");

QByteArray example()
{
    return fileBytes(examplePath(unit));
}

// A store with one report.
QString store(const Program &zhibao)
{
    const QString path = zhibao.path(QStringLiteral("a.db"));
    REQUIRE(zhibao({QStringLiteral("import"), examplePath(unit), QStringLiteral("--store"), path}).code == 0);
    return path;
}

// Whether the process would handle the signal, as Linux tells of it.
bool handles(const QProcess &process, int signal)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    static const QRegularExpression caught(QStringLiteral("SigCgt:\\s*([0-9a-f]+)"));
    const QString mask = caught.match(QString::fromLatin1(status.readAll())).captured(1);
    return (mask.toULongLong(nullptr, 16) >> (signal - 1) & 1) != 0;
}

} // namespace

TEST_CASE("A wrong call is told in one sentence")
{
    const Program zhibao;
    const QString file = examplePath(unit);
    const QString out = zhibao.path(QStringLiteral("out"));
    const QStringList call = GENERATE_COPY(values<QStringList>({
        {QStringLiteral("exprot")},
        {QStringLiteral("--helb")},
        {QStringLiteral("")},
        {QStringLiteral("export")},
        {QStringLiteral("export"), file},
        {QStringLiteral("export"), QStringLiteral("--output"), out},
        {QStringLiteral("export"), file, QStringLiteral("--output")},
        {QStringLiteral("export"), file, file, QStringLiteral("--output"), out},
        {QStringLiteral("export"), file, QStringLiteral("--unit"), unit, QStringLiteral("--output"), out},
        {QStringLiteral("export"), file, QStringLiteral("--output"), out, QStringLiteral("--form"),
            QStringLiteral("annex3")},
        {QStringLiteral("export"), file, QStringLiteral("--output"), out, QStringLiteral("--format"),
            QStringLiteral("odt")},
        {QStringLiteral("export"), file, QStringLiteral("--output"), out, QStringLiteral("--loud")},
        {QStringLiteral("export"), QStringLiteral("--store"), out, QStringLiteral("--output"), out},
        {QStringLiteral("blank")},
        {QStringLiteral("import")},
        {QStringLiteral("import"), file, QStringLiteral("--store"), QStringLiteral("")},
        {QStringLiteral("list"), QStringLiteral("extra")},
        {QStringLiteral("show"), QStringLiteral("--store"), out},
        {QStringLiteral("check")},
        {QStringLiteral("person"), QStringLiteral("甲"), QStringLiteral("--without-password"),
            QStringLiteral("--new-password-fd"), QStringLiteral("0"), QStringLiteral("--store"), out},
        {QStringLiteral("count")},
    }));
    INFO(call.join(u' ').toStdString());
    checkRefused(zhibao(call), 2, {});
    CHECK_FALSE(QFile::exists(out));
}

TEST_CASE("A report file that is not what it should be is told with its place, and nothing is changed")
{
    struct Bad {
        const char *what;
        QByteArray bytes;
        QString named;
    };
    const Bad bad = GENERATE(values<Bad>({
        {"no JSON", "质报", QStringLiteral("第 1 行")},
        {"cut off", example().first(example().indexOf("\"annex2\"")), QStringLiteral("行")},
        {"empty", "", {}},
        {"a list", "[]", {}},
        {"another format", example().replace("zhibao.report", "other.report"), QStringLiteral("other.report")},
        {"newer", example().replace("\"version\": 1", "\"version\": 3"), QStringLiteral("第 3 版")},
        {"wrong type", example().replace("\"closing\": \"", "\"closing\": 7, \"x\": \""),
            QStringLiteral("annex2.closing")},
        {"wrong type inside", example().replace("\"issuer\": \"", "\"issuer\": [], \"y\": \""),
            QStringLiteral("annex1.rows[0].documents[0].issuer")},
        {"another notice", example().replace("〔2023〕9号\",", "〔2033〕9号\","), QStringLiteral("〔2033〕9号")},
        {"not UTF-8", example().replace("贵州", "\xB9\xF3\xD6\xDD"), QStringLiteral("编码")},
        {"300 MB", QByteArray(300 * 1024 * 1024, ' '), QStringLiteral("200")},
    }));
    INFO(bad.what);
    const Program zhibao;
    const QString database = store(zhibao);
    const QByteArray before = fileBytes(database);
    const QString path = zhibao.write(QStringLiteral("坏.json"), bad.bytes);
    for (const QStringList &call : {QStringList{QStringLiteral("check"), path},
             QStringList{QStringLiteral("import"), path, QStringLiteral("--store"), database},
             QStringList{
                 QStringLiteral("export"), path, QStringLiteral("--output"), zhibao.path(QStringLiteral("out"))}}) {
        const Run run = zhibao(call);
        checkRefused(run, 3, bad.named);
        CHECK(run.errors.contains(path));
    }
    CHECK(fileBytes(path) == bad.bytes);
    CHECK(fileBytes(database) == before);
    CHECK_FALSE(QFile::exists(zhibao.path(QStringLiteral("out"))));
}

TEST_CASE("A missing file and a folder are no report")
{
    const Program zhibao;
    const QString missing = zhibao.path(QStringLiteral("无.json"));
    const QString folder = zhibao.path({});
    checkRefused(zhibao({QStringLiteral("check"), missing}), 3, missing);
    checkRefused(zhibao({QStringLiteral("check"), folder}), 3, folder);
    checkRefused(zhibao({QStringLiteral("count"), missing}), 3, missing);
    checkRefused(zhibao({QStringLiteral("count"), zhibao.write(QStringLiteral("a"), "\xFF")}), 3,
        zhibao.path(QStringLiteral("a")));
}

TEST_CASE("A report without a unit is not stored")
{
    const Program zhibao;
    const QString path = zhibao.write(QStringLiteral("a.json"), example().replace("\"unit\"", "\"unity\""));
    const Run run = zhibao({QStringLiteral("import"), path});
    CHECK(run.code == 3);
    CHECK(run.errors.contains(QStringLiteral("“unit”处有误：缺少这一项")));
    CHECK_FALSE(QFile::exists(zhibao.path(QStringLiteral("data"))));
}

TEST_CASE("Unknown keys are told one by one, and kept out")
{
    const Program zhibao;
    const QString path
        = zhibao.write(QStringLiteral("a.json"), example().replace("\"closing\": \"", "\"extra\": 1, \"closing\": \""));
    const Run run = zhibao({QStringLiteral("import"), path});
    CHECK(run.code == 0);
    CHECK(run.errors.count(u'\n') == 1);
    CHECK(run.errors.contains(QStringLiteral("annex2.extra")));
    CHECK_FALSE(
        zhibao({QStringLiteral("show"), QStringLiteral("--unit"), unit}).output.contains(QStringLiteral("extra")));
}

TEST_CASE("A store that is none is told and not changed")
{
    const Program zhibao;
    const QByteArray text("no database");
    const QString path = zhibao.write(QStringLiteral("a.db"), text);
    const QStringList at{QStringLiteral("--store"), path};
    checkRefused(zhibao(QStringList{QStringLiteral("list")} + at), 3, path);
    checkRefused(zhibao(QStringList{QStringLiteral("import"), examplePath(unit)} + at), 3, path);
    checkRefused(zhibao(QStringList{QStringLiteral("show"), QStringLiteral("--unit"), unit} + at), 3, path);
    CHECK(fileBytes(path) == text);
    CHECK(namesIn(zhibao.path({})) == QStringList{QStringLiteral("a.db")});

    const QString missing = zhibao.path(QStringLiteral("无.db"));
    checkRefused(zhibao({QStringLiteral("list"), QStringLiteral("--store"), missing}), 3, missing);
    CHECK_FALSE(QFile::exists(missing));
}

TEST_CASE("A newer store is read and not written")
{
    const Program zhibao;
    const QString path = store(zhibao);
    QByteArray bytes = fileBytes(path);
    bytes[63] = 9; // the last byte of the user version in SQLite's header
    zhibao.write(QStringLiteral("a.db"), bytes);
    const QStringList at{QStringLiteral("--store"), path};
    CHECK(zhibao(QStringList{QStringLiteral("list")} + at).lines().size() == 1);
    checkRefused(zhibao(QStringList{QStringLiteral("import"), examplePath(unit)} + at), 3, path);
    CHECK(fileBytes(path) == bytes);
}

TEST_CASE("A store that may not be written is read and not written")
{
    const Program zhibao;
    const QString path = store(zhibao);
    const QByteArray before = fileBytes(path);
    // The system says so, whoever runs the test.
    const auto unwritable = [&](const QStringList &call) {
        return withFailingCall(accessCall, EROFS, [&] { return zhibao(call).code; });
    };
    CHECK(unwritable({QStringLiteral("list"), QStringLiteral("--store"), path}) == 0);
    CHECK(unwritable({QStringLiteral("import"), examplePath(unit), QStringLiteral("--store"), path}) == 4);
    CHECK(fileBytes(path) == before);
}

TEST_CASE("A unit that has no report is told")
{
    const Program zhibao;
    const QString path = store(zhibao);
    checkRefused(zhibao({QStringLiteral("show"), QStringLiteral("--store"), path, QStringLiteral("--unit"),
                     QStringLiteral("无此局")}),
        3, QStringLiteral("无此局"));
    checkRefused(zhibao({QStringLiteral("show"), QStringLiteral("--store"), path, QStringLiteral("--unit"), unit,
                     QStringLiteral("--notice"), QStringLiteral("无号")}),
        3, unit);
    checkRefused(zhibao({QStringLiteral("blank"), QStringLiteral("--notice"), QStringLiteral("无号"),
                     QStringLiteral("--output"), zhibao.path(QStringLiteral("out"))}),
        3, QStringLiteral("无号"));
}

TEST_CASE("An output that cannot be written returns 4")
{
    const Program zhibao;
    const QString lost = zhibao.path(QStringLiteral("无/更无"));
    checkRefused(zhibao({QStringLiteral("export"), examplePath(unit), QStringLiteral("--output"), lost}), 4,
        zhibao.path(QStringLiteral("无")));
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    zhibao.start(process, {QStringLiteral("--help")});
    REQUIRE(process.waitForFinished());
    CHECK(process.exitCode() == 4);
}

TEST_CASE("An export that is interrupted leaves nothing")
{
    const Program zhibao;
    // Large enough that the signal arrives while it is being laid out.
    QByteArray report = example();
    const qsizetype rows = report.indexOf("\"rows\": [") + 9;
    const QByteArray row = "{\"study\":\"" + QByteArray("学习").repeated(2'000) + "\"},";
    report.insert(rows, row.repeated(1'000));
    const QString folder = zhibao.path(QStringLiteral("out"));
    QProcess process;
    zhibao.start(process,
        {QStringLiteral("export"), zhibao.write(QStringLiteral("a.json"), report), QStringLiteral("--output"), folder});
    for (int count = 0; count < 6'000 && !handles(process, SIGINT); ++count)
        process.waitForFinished(5);
    REQUIRE(process.state() == QProcess::Running);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    REQUIRE(process.waitForFinished(30'000));
    CHECK(process.exitStatus() == QProcess::NormalExit);
    CHECK(process.exitCode() == 4);
    CHECK(process.readAllStandardOutput().isEmpty());
    CHECK_FALSE(QFile::exists(folder));
}

} // namespace refusals_test
