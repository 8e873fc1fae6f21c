// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What surrounds the program: the terminal, names that are no UTF-8, limits of the system, a machine without a display.
#include "cli/program.h"

#include <QJsonDocument>

namespace surroundings_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString hostile = QString::fromUtf8("甲\u009b31m局\u202e");

// A store with the report of a unit whose name holds what gives a terminal orders.
void makeHostileStore(const Program &zhibao)
{
    QByteArray report = fileBytes(examplePath(QStringLiteral("贵州省市场监督管理局")));
    report.replace("贵州省市场监督管理局", hostile.toUtf8());
    const QString path = zhibao.write(QStringLiteral("r.json"), report);
    REQUIRE(
        zhibao({QStringLiteral("import"), path, QStringLiteral("--store"), zhibao.path(QStringLiteral("a.db"))}).code
        == 0);
}

// A store in which the example was approved, and one of its exports as approved.pdf.
void makeApprovedStore(const Program &zhibao)
{
    zhibao.write(QStringLiteral("r.json"), fileBytes(examplePath(QStringLiteral("贵州省市场监督管理局"))));
    const Run run = zhibao.shell(QStringLiteral("set -e; on=\"--store a.db --unit 贵州省市场监督管理局\"; "
                                                "\"$ZHIBAO\" import r.json --store a.db; "
                                                "\"$ZHIBAO\" person --sole-office yes --store a.db; "
                                                "\"$ZHIBAO\" submit $on; \"$ZHIBAO\" approve $on; "
                                                "\"$ZHIBAO\" export $on --output x --form annex2 --format pdf; "
                                                "mv x/*.pdf approved.pdf"));
    INFO(run.errors.toStdString());
    REQUIRE(run.code == 0);
}

// What the command shows on a terminal of its own.
QString shown(const Program &zhibao, const QString &command)
{
    return zhibao.shell(QStringLiteral("script -qec '\"$ZHIBAO\" %1' /dev/null").arg(command)).output;
}

void checkHarmless(const QString &text)
{
    INFO(text.toStdString());
    CHECK_FALSE(text.isEmpty());
    for (const QChar character : text) {
        const bool isLayout = character == u'\n' || character == u'\r' || character == u'\t';
        CHECK((isLayout || character.category() != QChar::Other_Control));
        CHECK(character != QChar(0x202E));
    }
}

} // namespace

TEST_CASE("On a terminal nothing that a report or a path holds gives orders")
{
    const Program zhibao;
    makeHostileStore(zhibao);
    const QString list = shown(zhibao, QStringLiteral("list --store a.db"));
    checkHarmless(list);
    CHECK(list.contains(QStringLiteral("甲\\u009b31m局\\u202e\t")));
    checkHarmless(shown(zhibao, QStringLiteral("log --store a.db --json")));
    checkHarmless(shown(zhibao, QStringLiteral("check r.json")));
    const QString backup
        = shown(zhibao, QStringLiteral("backup --store a.db --output \"$(printf \"a\\033[31mb\\nc\")\""));
    checkHarmless(backup);
    CHECK(backup.contains(QStringLiteral("a\\u001b[31mb\\u000ac/")));
    CHECK(backup.count(u'\n') == 1);
    checkHarmless(shown(zhibao, QStringLiteral("list --store \"$(printf \"a\\033[31mb\")\"")));
    checkHarmless(shown(zhibao, QStringLiteral("show --store a.db --unit \"$(printf \"甲\\302\\233\")\"")));
}

TEST_CASE("JSON is the same on a terminal as in a pipe, where it is byte for byte")
{
    const Program zhibao;
    makeHostileStore(zhibao);
    const QString unit = QString::fromUtf8("甲\\302\\233"
                                           "31m局\\342\\200\\256");
    const QString command = QStringLiteral("show --store a.db --unit \"$(printf \"%1\")\"").arg(unit);
    const QByteArray terminal = shown(zhibao, command).remove(u'\r').toUtf8();
    const Run pipe = zhibao.shell(QStringLiteral("\"$ZHIBAO\" ") + command);
    REQUIRE(pipe.code == 0);
    CHECK(pipe.output.contains(hostile));
    CHECK(terminal.contains("\\u009b31m"));
    CHECK(QJsonDocument::fromJson(terminal) == QJsonDocument::fromJson(pipe.output.toUtf8()));
}

TEST_CASE("Names that are no UTF-8 are used byte for byte")
{
    const Program zhibao;
    zhibao.write(QStringLiteral("r.json"), fileBytes(examplePath(QStringLiteral("贵州省市场监督管理局"))));
    // 文件 in GBK; a folder named "????" would be another.
    const QString script
        = QStringLiteral("d=$(printf '\\316\\304\\274\\376'); mkdir \"$d\" && cp r.json \"$d/$d.json\" || exit 90\n"
                         "%1 || exit $?\n"
                         "[ \"$(ls -d */ | wc -l)\" = 1 ] || exit 91\n"
                         "%2");
    struct Use {
        const char *command;
        const char *check;
    };
    const Use use = GENERATE(Use{R"("$ZHIBAO" check "$d/$d.json")", ""},
        Use{R"("$ZHIBAO" export r.json --output "$d" --form annex2 --format pdf | grep -q "^$d/")",
            R"([ -e "$d"/*.pdf ])"},
        Use{R"("$ZHIBAO" export r.json --output "$d/$d" --form annex2 --format docx)", R"([ -e "$d/$d"/*.docx ])"},
        Use{R"("$ZHIBAO" import "$d/$d.json" --store "$d/$d.db")",
            R"([ -e "$d/$d.db" ] && for n in 1 2; do "$ZHIBAO" backup --store "$d/$d.db" --output "$d"; done
            set -- "$d/$d"-0*.db; [ $# = 2 ] && "$ZHIBAO" restore "$1" --store "$d/$d.db" &&
            "$ZHIBAO" fsck --store "$d/$d.db" && cd "$d" && "$ZHIBAO" list --store "$d.db")"},
        Use{R"(XDG_DATA_HOME="$PWD/$d" TMPDIR="$PWD/$d" "$ZHIBAO" import r.json)", R"([ -e "$d/zhibao/zhibao.db" ])"});
    INFO(use.command);
    const Run run = zhibao.shell(script.arg(QString::fromUtf8(use.command), QString::fromUtf8(use.check)));
    INFO(run.errors.toStdString());
    CHECK(run.code == 0);
    zhibao.shell(QStringLiteral("rm -rf ./*")); // which Qt cannot remove
}

TEST_CASE("A command writes to the log as the window does, and no text of a report")
{
    const Program zhibao;
    zhibao.write(QStringLiteral("r.json"), fileBytes(examplePath(QStringLiteral("贵州省市场监督管理局"))));
    const Run run = zhibao.shell(QStringLiteral(
        "export XDG_STATE_HOME=$PWD/state; \"$ZHIBAO\" export r.json --output x --form annex2 --format pdf >&2; "
        "stat -c %a state/zhibao state/zhibao/zhibao.log; cat state/zhibao/zhibao.log"));
    INFO(run.errors.toStdString());
    CHECK(run.lines().mid(0, 2) == QStringList{QStringLiteral("700"), QStringLiteral("600")});
    CHECK(run.output.contains(QStringLiteral("exported 1 files")));
    CHECK_FALSE(run.output.contains(QStringLiteral("贵州")));
}

TEST_CASE("A text that is no UTF-8 is refused")
{
    const Program zhibao;
    makeHostileStore(zhibao);
    checkRefused(zhibao.shell(QStringLiteral("\"$ZHIBAO\" show --store a.db --unit \"$(printf '\\316\\304')\"")), 2,
        QStringLiteral("--unit"));
    checkRefused(zhibao.shell(QStringLiteral("\"$ZHIBAO\" person \"$(printf '\\316\\304')\" --store a.db --duty "
                                             "administrator --without-password")),
        2, QStringLiteral("姓名"));
}

TEST_CASE("A limit for the size of files is told, and leaves nothing behind")
{
    const Program zhibao;
    zhibao.write(QStringLiteral("r.json"), fileBytes(examplePath(QStringLiteral("贵州省市场监督管理局"))));
    const Run run = zhibao.shell(QStringLiteral("mkdir o; ulimit -f 40; \"$ZHIBAO\" export r.json --output o"));
    checkRefused(run, 4, QStringLiteral("允许的文件大小"));
    CHECK(namesIn(zhibao.path(QStringLiteral("o"))).isEmpty());
    const Run stored = zhibao.shell(
        QStringLiteral("mkdir t; ulimit -f 40; TMPDIR=\"$PWD/t\" \"$ZHIBAO\" import r.json --store a.db"));
    checkRefused(stored, 4, QStringLiteral("允许的文件大小"));
    CHECK(namesIn(zhibao.path(QStringLiteral("t"))).isEmpty());
    CHECK_FALSE(QFile::exists(zhibao.path(QStringLiteral("a.db"))));
}

#ifndef ZHIBAO_SANITIZED // which takes more addresses at its start than any limit leaves
TEST_CASE("Memory that runs out is told, and leaves nothing behind")
{
    const Program zhibao;
    zhibao.write(QStringLiteral("r.json"), fileBytes(examplePath(QStringLiteral("贵州省市场监督管理局"))));
    // A text that is read in whole, and twice as large once it is decoded.
    REQUIRE(zhibao.shell(QStringLiteral("head -c 19000000 /dev/zero | tr '\\0' a > t")).code == 0);
    const Run most = zhibao.shell(QStringLiteral("ulimit -v 1000000; \"$ZHIBAO\" count t"));
    REQUIRE(most.code == 0);
    bool isTold = false;
    for (int kibibytes = 300'000; kibibytes > 100'000; kibibytes -= 10'000) {
        const Run run = zhibao.shell(QStringLiteral("ulimit -v %1; \"$ZHIBAO\" count t").arg(kibibytes));
        if (run.code == 127)
            break; // not even the libraries can be loaded
        INFO(kibibytes << ": " << run.errors.toStdString());
        CHECK((run.code == 0 || (run.code == 4 && run.errors.contains(QStringLiteral("内存不足")))));
        isTold = isTold || run.code == 4;
    }
    CHECK(isTold);
}
#endif

TEST_CASE("A pipe in the place of the settings holds nothing up")
{
    const Program zhibao;
    makeHostileStore(zhibao);
    const Run run = zhibao.shell(QStringLiteral("mkfifo a.db.settings; timeout 20 \"$ZHIBAO\" backup --store a.db"));
    CHECK(run.code == 0);
    const Run locked
        = zhibao.shell(QStringLiteral("mkfifo a.db.lock; timeout 20 \"$ZHIBAO\" import r.json --store a.db"));
    CHECK(locked.code != 124);
}

TEST_CASE("Pipes and devices in the place of a file are refused at once, by every command")
{
    const Program zhibao;
    makeApprovedStore(zhibao);
    REQUIRE(zhibao.shell(QStringLiteral("mkfifo f")).code == 0);
    for (const char *call : {"verify %1 --store a.db", "import %1 --store b.db", "check %1", "count %1",
             "export %1 --output out", "receive %1 --store a.db", "seal --store a.db --unit \"$UNIT\" --scan %1"}) {
        for (const char *file : {"f", "/dev/zero"}) {
            const QString command = QString::fromLatin1(call).arg(QLatin1String(file));
            CAPTURE(command.toStdString());
            checkRefused(zhibao.shell(QStringLiteral("UNIT=贵州省市场监督管理局; timeout 10 \"$ZHIBAO\" ") + command),
                3, QLatin1String(file));
        }
    }
    CHECK(zhibao.shell(QStringLiteral("\"$ZHIBAO\" verify <(cat approved.pdf) --store a.db")).code == 0);
    CHECK(zhibao.shell(QStringLiteral("cat approved.pdf | \"$ZHIBAO\" verify /dev/stdin --store a.db")).code == 0);
    CHECK(zhibao.shell(QStringLiteral("\"$ZHIBAO\" verify /proc/self/fd/7 --store a.db 7<approved.pdf")).code == 0);
}

TEST_CASE("However verify ends it leaves nothing, and its errors name the file")
{
    const Program zhibao;
    makeApprovedStore(zhibao);
    REQUIRE(zhibao.shell(QStringLiteral("mkdir tmp; qpdf approved.pdf saved.pdf")).code == 0);
    const QString verify = QStringLiteral("export TMPDIR=$PWD/tmp; \"$ZHIBAO\" verify saved.pdf --store a.db");
    CHECK(zhibao.shell(verify).code == 0);
    for (int kibibytes : {4, 16, 64})
        checkRefused(
            zhibao.shell(QStringLiteral("ulimit -f %1; ").arg(kibibytes) + verify), 4, QStringLiteral("saved.pdf"));
    for (int tenths = 1; tenths < 9; ++tenths)
        zhibao.shell(
            QStringLiteral("export TMPDIR=$PWD/tmp; timeout -s TERM 0.%1 \"$ZHIBAO\" verify saved.pdf --store a.db")
                .arg(tenths));
    CHECK(QDir(zhibao.path(QStringLiteral("tmp"))).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden));
}

TEST_CASE("A report comes through a pipe as from a file, and a device is refused")
{
    const Program zhibao;
    zhibao.write(QStringLiteral("r.json"), fileBytes(examplePath(QStringLiteral("贵州省市场监督管理局"))));
    CHECK(zhibao.shell(QStringLiteral("cat r.json | \"$ZHIBAO\" check /dev/stdin")).code == 0);
    checkRefused(
        zhibao.shell(QStringLiteral("timeout 20 \"$ZHIBAO\" check /dev/zero")), 3, QStringLiteral("/dev/zero"));
}

TEST_CASE("A folder for temporary files that cannot be used is named")
{
    const Program zhibao;
    zhibao.write(QStringLiteral("r.json"), fileBytes(examplePath(QStringLiteral("贵州省市场监督管理局"))));
    zhibao.write(QStringLiteral("file"), "x");
    for (const QString &folder :
        {QStringLiteral("/nowhere"), zhibao.path(QStringLiteral("file")), QStringLiteral("/proc")}) {
        const Run run = zhibao.shell(QStringLiteral("TMPDIR=%1 \"$ZHIBAO\" import r.json --store a.db").arg(folder));
        checkRefused(run, 4, QStringLiteral("存放临时文件的文件夹“%1”").arg(folder));
        CHECK_FALSE(QFile::exists(zhibao.path(QStringLiteral("a.db"))));
    }
    CHECK(zhibao.shell(QStringLiteral("mkdir t && TMPDIR=t \"$ZHIBAO\" import r.json --store a.db")).code == 0);
}

#ifdef ZHIBAO_UI
TEST_CASE("Without a display the window says so in one sentence")
{
    const Program zhibao;
    checkRefused(zhibao({}), 2, QStringLiteral("没有图形桌面"));
    checkRefused(
        zhibao({QStringLiteral("--store"), zhibao.path(QStringLiteral("a.db"))}), 2, QStringLiteral("没有图形桌面"));
    checkRefused(zhibao.shell(QStringLiteral("DISPLAY=:99 \"$ZHIBAO\"")), 2, QStringLiteral(":99"));
    // By the internet's sockets, to the same machine as well.
    for (const char *display : {"localhost:10.0", "192.0.2.1:0", "[::1]:0", "tcp/localhost:0"})
        checkRefused(zhibao.shell(QStringLiteral("DISPLAY=%1 \"$ZHIBAO\"").arg(QLatin1String(display))), 2,
            QStringLiteral("要经网络连接"));
    checkRefused(zhibao.shell(QStringLiteral("DISPLAY=unix:99 \"$ZHIBAO\"")), 2, QStringLiteral("连接不上"));
}
#else
TEST_CASE("Without a window a command is asked for")
{
    const Program zhibao;
    checkRefused(zhibao({}), 2, QStringLiteral("--help"));
    checkRefused(
        zhibao({QStringLiteral("--store"), zhibao.path(QStringLiteral("a.db"))}), 2, QStringLiteral("--store"));
}
#endif

} // namespace surroundings_test
