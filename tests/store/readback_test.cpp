// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// A store that loses or changes what it is given, by triggers that came after its schema was looked at.
#include "store/backup/inspection.h"
#include "store/database/transaction.h"
#include "store/example.h"
#include "store/office.h"
#include "store/reports/history.h"
#include "store/tampering.h"

#include <catch2/catch.hpp>

namespace readback_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString outline = QStringLiteral("outline");

Unit unitNamed(const char *name, const char *code = "01")
{
    return {QString::fromLatin1(code), QString::fromUtf8(name), QStringLiteral("常用名")};
}

// One of the ways in which what people gave is kept.
struct Way {
    const char *table;
    const char *column; // that a text is in; null: nothing of it may be changed
    Result<void> (*keep)(Office &office);
};

template <typename T>
Result<void> done(const Result<T> &result)
{
    return result ? Result<void>() : Result<void>(result.error());
}

NewEntry ofStore(const Office &office, EntryKind kind)
{
    NewEntry entry = office.entry(kind, office.administrator);
    entry.report = 0;
    return entry;
}

Result<void> addPerson(Office &office)
{
    NewEntry entry = ofStore(office, EntryKind::PersonAdded);
    entry.account = Account{{QStringLiteral("赵六"), QStringLiteral("办公室"), {}, Duty::Reporter}};
    return done(office.store->record(entry));
}

Result<void> changePerson(Office &office)
{
    NewEntry entry = ofStore(office, EntryKind::PersonChanged);
    entry.account = Account{office.supervisor};
    entry.account->person.office = QStringLiteral("新的科室");
    return done(office.store->record(entry));
}

Result<void> trustKey(Office &office, const char *name)
{
    NewEntry entry = ofStore(office, EntryKind::KeyTrusted);
    entry.key = OfficeKey{QByteArray(32, 'k'), {}, QString::fromUtf8(name), QDateTime::fromMSecsSinceEpoch(1),
        {office.report.unit}, allRoles};
    return done(office.store->record(entry));
}

Result<void> save(Office &office)
{
    Report changed = office.report;
    changed.forms[outline].sections[0] += QStringLiteral("改");
    return done(office.store->save(office.id, changed, {}));
}

Result<void> attach(Office &office)
{
    NewEntry entry = office.entry(EntryKind::Comment, office.supervisor, QStringLiteral("意见"));
    entry.attachments = {QByteArrayLiteral("%PDF scan")};
    return done(office.store->record(entry));
}

const Way ways[]{
    {"unit", "common_name", [](Office &office) { return office.store->addUnit(unitNamed("新单位")); }},
    {"unit", "code", [](Office &office) { return office.store->addUnit(unitNamed("旧单位", "02")); }},
    {"remembered", "value",
        [](Office &office) { return office.store->remember(QStringLiteral("新"), QStringLiteral("值")); }},
    {"remembered", "value",
        [](Office &office) { return office.store->remember(QStringLiteral("旧"), QStringLiteral("另一值")); }},
    {"person", "office", addPerson},
    {"person", "post", changePerson},
    {"person", nullptr,
        [](Office &office) { return office.store->noteFailures(office.reporter.name, 2, office.now()); }},
    {"office_key", "name", [](Office &office) { return trustKey(office, "乙市局"); }},
    {"office_key", "units",
        [](Office &office) {
            if (const Result<void> trusted = trustKey(office, "乙市局"); !trusted)
                return trusted;
            return trustKey(office, "丙市局");
        }},
    {"entry", nullptr,
        [](Office &office) {
            return done(office.record(EntryKind::Comment, office.supervisor, QStringLiteral("意见")));
        }},
    {"head", nullptr,
        [](Office &office) {
            return done(office.record(EntryKind::Comment, office.supervisor, QStringLiteral("意见")));
        }},
    {"file", nullptr, attach},
    {"file", nullptr, [](Office &office) { return office.store->keepAttachments({QByteArrayLiteral("附件")}); }},
    {"report", nullptr, [](Office &office) { return office.store->remove(office.id); }},
    {"report", "due", save},
    {"version", nullptr,
        [](Office &office) { return office.store->keepVersion(office.store->currentVersion(office.id).value()); }},
    {"change", nullptr, save},
};

QString trigger(const char *name, const char *when, const Way &way, const QString &body)
{
    return QStringLiteral("CREATE TRIGGER %1 %2 ON %3 BEGIN %4; END")
        .arg(QString::fromLatin1(name), QString::fromLatin1(when), QString::fromLatin1(way.table), body);
}

} // namespace

TEST_CASE("Whatever people gave is read back before it is called saved")
{
    Office office;
    REQUIRE(office.store->addUnit(unitNamed("旧单位")));
    REQUIRE(office.store->remember(QStringLiteral("旧"), QStringLiteral("值")));
    const LogEntry before = office.store->log().value().last();
    const Way &way = GENERATE(from_range(std::begin(ways), std::end(ways)));
    const bool isLost = GENERATE(true, false);
    if (!isLost && !way.column)
        return;
    CAPTURE(way.table, way.column ? way.column : "", isLost);
    const QString table = QString::fromLatin1(way.table);
    const QString body = isLost ? QStringLiteral("SELECT RAISE(IGNORE)")
                                : QStringLiteral("UPDATE %1 SET %2 = '改' WHERE rowid = NEW.rowid AND %2 <> '改'")
                                      .arg(table, QString::fromLatin1(way.column));
    REQUIRE(tamper(office.path,
                {trigger("loses_new", isLost ? "BEFORE INSERT" : "AFTER INSERT", way, body),
                    trigger("loses_change", isLost ? "BEFORE UPDATE" : "AFTER UPDATE", way, body)})
        == QString());
    const Result<void> kept = way.keep(office);
    REQUIRE_FALSE(kept);
    // Where people and keys are read again meanwhile, their digest tells it first.
    const bool isRead = !isLost && (table == QStringLiteral("person") || table == QStringLiteral("office_key"));
    CHECK(kept.error() == Error{isRead ? ErrorCode::StoreDamaged : ErrorCode::NotVerified, {office.store->path()}});
    REQUIRE(tamper(office.path, {QStringLiteral("DROP TRIGGER loses_new"), QStringLiteral("DROP TRIGGER loses_change")})
        == QString());
    office.reopen();
    CHECK(office.store->log().value().last().chain == before.chain);
    CHECK(office.store->load(office.id).value() == office.report);
    CHECK(office.store->ownUnits().value() == QList<Unit>{unitNamed("旧单位")});
    CHECK(office.store->remembered(QStringLiteral("旧")).value() == QStringLiteral("值"));
    CHECK(inspect(office.path).value().damages.isEmpty());
    CHECK(way.keep(office));
}

TEST_CASE("Nothing is written of which nothing would be read back")
{
    Office office;
    office.store.reset();
    const auto connection = Connection::open(office.path, Connection::Mode::Write).value();
    static constexpr Table units{"unit", "name, code, common_name, digest"};
    RowWriter writer(*connection, units, RowWriter::Mode::Add);
    const QString name = QStringLiteral("新单位");
    const QList<Cell> cells{name, name, name, QByteArray(32, 'd')};
    CHECK_FALSE(writer.write(cells));
    Transaction transaction(*connection);
    REQUIRE(transaction.begun());
    CHECK(writer.write(cells));
    CHECK(transaction.commit());
    CHECK_FALSE(writer.write(cells));
}

TEST_CASE("A content that the store does not give back as it was written is not called saved")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    {
        const auto store = Store::open(path, steppingClock()).value();
        REQUIRE(store->add(exampleReport(), {}));
    }
    const auto connection = Connection::open(path, Connection::Mode::Migrate).value();
    const QDateTime at(QDate(2023, 3, 2), QTime(8, 0));
    const auto add = [&](const QString &text) -> Result<void> {
        const Part part{outline, kind::section, {}, 0, text};
        Transaction transaction(*connection);
        REQUIRE(transaction.begun());
        REQUIRE(addVersion(*connection, 1, at, VersionCause::Edited, {{part}, {}}));
        return transaction.commit();
    };
    // A store that loses or changes what it is given, also later in the transaction.
    const char *const wrong = GENERATE("INSERT ON change BEGIN DELETE FROM change WHERE version = NEW.version; END",
        "INSERT ON change BEGIN UPDATE change SET position = 7 WHERE version = NEW.version; END",
        "INSERT ON text BEGIN UPDATE text SET content = '旧的' WHERE digest = NEW.digest; END",
        "INSERT ON change BEGIN DELETE FROM text WHERE digest = NEW.text; END");
    for (const char *const off : {"PRAGMA foreign_keys=OFF", "DROP TRIGGER text_update", "DROP TRIGGER text_delete",
             "DROP TRIGGER change_update", "DROP TRIGGER change_delete"})
        REQUIRE(connection->run(QString::fromLatin1(off)));
    CHECK(add(QStringLiteral("新的")));
    REQUIRE(connection->run(QStringLiteral("CREATE TEMP TRIGGER wrong AFTER ") + QString::fromUtf8(wrong)));
    const Result<void> added = add(QStringLiteral("更新的"));
    REQUIRE_FALSE(added);
    CHECK(added.error() == Error{ErrorCode::NotVerified, {path}});
}

} // namespace readback_test
