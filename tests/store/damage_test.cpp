// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "repeated.h"
#include "store/backup/inspection.h"
#include "store/database/connection.h"
#include "store/example.h"
#include "store/store.h"
#include "store/tampering.h"

#include <QTemporaryDir>

#include <catch2/catch.hpp>
#include <random>

namespace damage_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

// A store with some reports, history, a removed report, units and facts.
QByteArray makeStore(const QString &path)
{
    {
        const Result<std::unique_ptr<Store>> store = Store::open(path, steppingClock());
        REQUIRE(store);
        for (int number = 0; number < 6; ++number) {
            Report report = exampleReport();
            report.unit = QStringLiteral("第%1号市场监督管理局").arg(number);
            const qint64 id = (*store)->add(report, {number, number}).value();
            report.forms[QStringLiteral("outline")].sections[0] = QStringLiteral("第%1号单位的工作情况").arg(number);
            REQUIRE((*store)->save(id, report, {}));
            if (number == 3)
                REQUIRE((*store)->remove(id));
        }
        REQUIRE((*store)->addUnit({QStringLiteral("520000"), QStringLiteral("甲县市场监督管理局"), {}}));
        REQUIRE((*store)->remember(QStringLiteral("window"), QStringLiteral("{\"page\": 1}")));
    }
    // What was overwritten would still lie about in the file.
    REQUIRE(tamper(path, {QStringLiteral("VACUUM")}) == QString());
    return bytesOf(path);
}

struct Range {
    qsizetype at = 0;
    qsizetype size = 0;
};

// Where the columns of the rows lie in the file: the texts, digests and numbers as SQLite writes them.
QList<Range> contentRanges(const QString &path, const QByteArray &bytes)
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(path, Connection::Mode::Read);
    REQUIRE(connection);
    QList<Range> ranges;
    const QStringList columns{QStringLiteral("SELECT content FROM text WHERE length(content) > 4"),
        QStringLiteral("SELECT digest FROM text"), QStringLiteral("SELECT digest FROM change"),
        QStringLiteral("SELECT digest FROM version"), QStringLiteral("SELECT digest FROM report"),
        QStringLiteral("SELECT unit FROM report"), QStringLiteral("SELECT notice FROM report"),
        QStringLiteral("SELECT name FROM unit"), QStringLiteral("SELECT digest FROM unit"),
        QStringLiteral("SELECT value FROM remembered"), QStringLiteral("SELECT digest FROM remembered")};
    for (const QString &column : columns) {
        Statement statement(**connection, column);
        REQUIRE(statement.run());
        while (statement.next()) {
            const QByteArray value = statement.bytes(0);
            for (qsizetype at = bytes.indexOf(value); at >= 0; at = bytes.indexOf(value, at + 1))
                ranges.append({at, value.size()});
        }
    }
    return ranges;
}

bool passesSqlite(const QString &path)
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(path, Connection::Mode::Read);
    if (!connection)
        return false;
    Statement statement(**connection, QStringLiteral("PRAGMA integrity_check(1)"));
    return statement.run() && statement.next() && statement.text(0) == QStringLiteral("ok");
}

} // namespace

TEST_CASE("A sound store has no damage")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    makeStore(path);
    const Inspection inspection = inspect(path).value();
    CHECK(inspection.damages.isEmpty());
    CHECK(inspection.reports == 6);
    CHECK(inspection.versions == 12);
}

TEST_CASE("A thousand of a thousand flipped bits inside row content are found")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    const QByteArray sound = makeStore(path);
    const QList<Range> ranges = contentRanges(path, sound);
    REQUIRE(ranges.size() > 100);
    std::mt19937 random(20230301);
    const auto below = [&](qsizetype limit) { return std::uniform_int_distribution<qsizetype>(0, limit - 1)(random); };
    constexpr int attempts = test::repeated(1000);
    int found = 0;
    int foundBySqlite = 0;
    for (int count = 0; count < attempts; ++count) {
        const Range range = ranges[below(ranges.size())];
        QByteArray bytes = sound;
        const qsizetype at = range.at + below(range.size);
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        file.close();
        const Result<Inspection> inspection = inspect(path);
        found += !inspection || !inspection->damages.isEmpty() ? 1 : 0;
        foundBySqlite += passesSqlite(path) ? 0 : 1;
    }
    CHECK(found == attempts);
    // The flips do harm content: SQLite, which knows of no digests, misses most.
    CHECK(foundBySqlite < attempts * 9 / 10);
}

TEST_CASE("Damage is named: report, version, place")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    makeStore(path);
    const auto run = [&](const QStringList &commands) { REQUIRE(tamper(path, commands) == QString()); };
    SECTION("a text")
    {
        run({QStringLiteral("UPDATE text SET content = 'x' WHERE content = '第2号单位的工作情况'")});
        const QList<Damage> damages = inspect(path).value().damages;
        REQUIRE(damages.size() == 1);
        CHECK(damages[0].kind == Damage::Kind::Content);
        CHECK(damages[0].unit == QStringLiteral("第2号市场监督管理局"));
        CHECK(damages[0].place == Place{QStringLiteral("outline"), {}, -1, -1, 0});
        CHECK(damages[0].at.isValid());
    }
    SECTION("a missing version")
    {
        run({QStringLiteral("DELETE FROM version WHERE id = 4")});
        const QList<Damage> damages = inspect(path).value().damages;
        REQUIRE_FALSE(damages.isEmpty());
        for (const Damage &damage : damages)
            CHECK((damage.kind == Damage::Kind::Structure || damage.unit == QStringLiteral("第1号市场监督管理局")));
    }
    SECTION("a version")
    {
        run({QStringLiteral("UPDATE version SET cause = 'imported' WHERE id = 3")});
        const QList<Damage> damages = inspect(path).value().damages;
        REQUIRE(damages.size() == 1);
        CHECK(damages[0].kind == Damage::Kind::Version);
        CHECK(damages[0].unit == QStringLiteral("第1号市场监督管理局"));
    }
    SECTION("a unit")
    {
        run({QStringLiteral("UPDATE unit SET code = '1'")});
        CHECK(inspect(path).value().damages.value(0).kind == Damage::Kind::Unit);
    }
    SECTION("the schema")
    {
        run({QStringLiteral("DROP INDEX change_text")});
        CHECK(inspect(path).value().damages.value(0).kind == Damage::Kind::Schema);
    }
}

TEST_CASE("What is no store is not inspected")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    CHECK(inspect(path).error().code == ErrorCode::FileNotFound);
    REQUIRE(writeDurably(path, {}, Existing::Keep));
    CHECK(inspect(path).error().code == ErrorCode::StoreNotDatabase);
}

} // namespace damage_test
