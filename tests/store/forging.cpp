// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/forging.h"

#include "base/signature.h"
#include "core/report/unit.h"
#include "store/database/transaction.h"
#include "store/log/belongings.h"
#include "store/log/entries.h"
#include "store/log/logkey.h"
#include "store/reports/rowdigests.h"

#include <catch2/catch.hpp>

namespace zhibao::test {

namespace {

// The triggers are away while this lives.
class WithoutTriggers {
public:
    explicit WithoutTriggers(const Connection &connection)
        : m_connection(connection)
    {
        Statement triggers(connection, QStringLiteral("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"));
        REQUIRE(triggers.run());
        QStringList names;
        while (triggers.next()) {
            names << triggers.text(0);
            m_statements << triggers.text(1);
        }
        for (const QString &name : names)
            REQUIRE(connection.run(QStringLiteral("DROP TRIGGER ") + name));
    }
    ~WithoutTriggers()
    {
        for (const QString &statement : m_statements)
            CHECK(m_connection.run(statement));
    }
    WithoutTriggers(const WithoutTriggers &) = delete;
    WithoutTriggers &operator=(const WithoutTriggers &) = delete;

private:
    const Connection &m_connection;
    QStringList m_statements;
};

template <typename Row>
void forEach(const Connection &connection, const QString &sql, Row row)
{
    Statement statement(connection, sql);
    REQUIRE(statement.run());
    while (statement.next())
        row(statement);
}

void setDigest(const Connection &connection, const QString &sql, const QByteArray &digest, qint64 rowid)
{
    Statement statement(connection, sql);
    REQUIRE(statement.with(digest).with(rowid).run());
}

void forgeTexts(const Connection &connection)
{
    QList<QPair<QByteArray, QByteArray>> changed;
    forEach(connection, QStringLiteral("SELECT digest, content FROM text"), [&](const Statement &row) {
        if (const QByteArray digest = digestOfText(row.text(1)); digest != row.bytes(0))
            changed.append({row.bytes(0), digest});
    });
    for (const auto &[before, after] : changed) {
        for (const char *sql :
            {"UPDATE text SET digest = ? WHERE digest = ?", "UPDATE change SET text = ? WHERE text = ?"}) {
            Statement statement(connection, QString::fromLatin1(sql));
            REQUIRE(statement.with(after).with(before).run());
        }
    }
    QList<ChangeRow> changes;
    forEach(connection, QStringLiteral("SELECT report, form, kind, name, position, version, text FROM change"),
        [&](const Statement &row) {
            changes.append(
                {row.number(0), row.text(1), row.text(2), row.text(3), row.number(4), row.number(5), row.bytes(6)});
        });
    for (const ChangeRow &change : changes) {
        Statement statement(connection,
            QStringLiteral("UPDATE change SET digest = ? WHERE report = ? AND form = ? AND kind = ? AND name = ? "
                           "AND position = ? AND version = ?"));
        statement.with(digestOf(change)).with(change.report).with(change.form).with(change.kind).with(change.name);
        REQUIRE(statement.with(change.position).with(change.version).run());
    }
}

void forgeRows(const Connection &connection)
{
    QHash<qint64, QByteArray> reports;
    QHash<qint64, QByteArray> versions;
    forEach(connection,
        QStringLiteral("SELECT id, notice, unit, state, words, progress, due, version, removed, digest, occasion "
                       "FROM report"),
        [&](const Statement &row) { reports.insert(row.number(0), digestOf(reportRowFrom(row))); });
    forEach(connection, QStringLiteral("SELECT id, report, at, cause, kept FROM version"),
        [&](const Statement &row) { versions.insert(row.number(0), digestOf(versionRowFrom(row))); });
    for (auto row = reports.cbegin(); row != reports.cend(); ++row)
        setDigest(connection, QStringLiteral("UPDATE report SET digest = ? WHERE id = ?"), *row, row.key());
    for (auto row = versions.cbegin(); row != versions.cend(); ++row)
        setDigest(connection, QStringLiteral("UPDATE version SET digest = ? WHERE id = ?"), *row, row.key());
}

void forgePeople(const Connection &connection)
{
    QList<Account> accounts;
    QList<OfficeKey> keys;
    forEach(connection, accountColumns, [&](const Statement &row) { accounts.append(accountFrom(row)); });
    forEach(connection, keyColumns, [&](const Statement &row) { keys.append(keyFrom(row)); });
    for (const Account &account : accounts) {
        Statement statement(connection, QStringLiteral("UPDATE person SET digest = ? WHERE name = ?"));
        REQUIRE(statement.with(digestOf(account)).with(account.person.name).run());
    }
    for (const OfficeKey &key : keys) {
        Statement statement(connection, QStringLiteral("UPDATE office_key SET digest = ? WHERE public = ?"));
        REQUIRE(statement.with(digestOf(key)).with(key.publicKey).run());
    }
}

// Gives the last entry.
LogEntry forgeChain(const Connection &connection)
{
    QList<LogEntry> entries;
    forEach(connection,
        QStringLiteral("SELECT number, uid, notice, unit, report, version, at, kind, person, office, post, verified, "
                       "origin, reason, detail, state, sm3, sha256, previous, chain, digest, signature, occasion "
                       "FROM entry "
                       "ORDER BY number"),
        [&](const Statement &row) { entries.append(entryFrom(row)); });
    QByteArray previous = startOfChain;
    for (LogEntry &entry : entries) {
        entry.previous = previous;
        entry.chain = chainOf(entry);
        previous = entry.chain;
        Statement statement(
            connection, QStringLiteral("UPDATE entry SET previous = ?, chain = ?, digest = ? WHERE number = ?"));
        statement.with(entry.previous).with(entry.chain).with(digestOf(entry)).with(entry.number);
        REQUIRE(statement.run());
    }
    return entries.isEmpty() ? LogEntry() : entries.constLast();
}

} // namespace

void forge(const QString &path, const QByteArray &secretKey)
{
    const Result<std::unique_ptr<Connection>> opened = Connection::open(path, Connection::Mode::Migrate);
    REQUIRE(opened);
    const Connection &connection = **opened;
    REQUIRE(connection.run(QStringLiteral("PRAGMA foreign_keys=OFF")));
    const WithoutTriggers triggers(connection);
    forgeTexts(connection);
    forgeRows(connection);
    forgePeople(connection);
    const LogEntry last = forgeChain(connection);
    const Result<std::optional<LogHead>> head = headOf(connection);
    REQUIRE(head);
    if (!*head)
        return;
    LogHead forged = **head;
    forged.number = last.number;
    forged.chain = last.chain;
    if (!secretKey.isEmpty())
        forged.signature = sign(signedHead(last.number, last.chain), secretKey);
    Transaction transaction(connection);
    REQUIRE(storeHead(connection, forged));
    REQUIRE(transaction.commit());
}

void forgeLines(const QString &path)
{
    const Result<std::unique_ptr<Connection>> opened = Connection::open(path, Connection::Mode::Migrate);
    REQUIRE(opened);
    const WithoutTriggers triggers(**opened);
    forgeRows(**opened);
    forgePeople(**opened);
}

void append(const QString &path, const LogEntry &entry)
{
    const Result<std::unique_ptr<Connection>> opened = Connection::open(path, Connection::Mode::Migrate);
    REQUIRE(opened);
    const WithoutTriggers triggers(**opened);
    {
        Transaction transaction(**opened);
        REQUIRE(appendEntries(**opened, {entry}));
        REQUIRE(transaction.commit());
    }
    if (entry.report == 0)
        return;
    {
        Statement statement(**opened, QStringLiteral("UPDATE report SET state = ? WHERE id = ?"));
        REQUIRE(statement.with(nameOf(entry.state)).with(entry.report).run());
    }
    forgeRows(**opened);
}

LogHead headIn(const QString &path)
{
    const Result<std::unique_ptr<Connection>> opened = Connection::open(path, Connection::Mode::Read);
    REQUIRE(opened);
    const Result<std::optional<LogHead>> head = headOf(**opened);
    REQUIRE(head);
    REQUIRE(*head);
    return **head;
}

void putHead(const QString &path, const LogHead &head)
{
    const Result<std::unique_ptr<Connection>> opened = Connection::open(path, Connection::Mode::Migrate);
    REQUIRE(opened);
    Transaction transaction(**opened);
    REQUIRE(storeHead(**opened, head));
    REQUIRE(transaction.commit());
}

QByteArray secretKeyIn(const QString &path)
{
    const Result<std::unique_ptr<Connection>> opened = Connection::open(path, Connection::Mode::Read);
    REQUIRE(opened);
    const Result<QList<OfficeKey>> keys = keysOf(**opened);
    REQUIRE(keys);
    return keys->isEmpty() ? QByteArray() : keys->constFirst().secretKey;
}

} // namespace zhibao::test
