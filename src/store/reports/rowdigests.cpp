// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/reports/rowdigests.h"

#include "base/digest.h"
#include "core/json.h"
#include "core/report/unit.h"
#include "core/review/reviewlog.h"
#include "store/database/connection.h"
#include "store/log/account.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace zhibao {

namespace {

// A number that is too large stays one that nobody wrote.
int toInt(qint64 number)
{
    return static_cast<int>(
        std::clamp<qint64>(number, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

} // namespace

ReportRow reportRowFrom(const Statement &statement)
{
    return {statement.number(0), statement.text(1), statement.text(2), statement.text(3), statement.number(4),
        statement.number(5), statement.text(6), statement.number(7), statement.number(8), statement.text(10)};
}

VersionRow versionRowFrom(const Statement &statement, int first)
{
    return {statement.number(first), statement.number(first + 1), statement.number(first + 2),
        statement.text(first + 3), statement.number(first + 4)};
}

Account accountFrom(const Statement &statement)
{
    const qint64 failed = statement.number(7);
    return {{statement.text(0), statement.text(1), statement.text(2), Duties::fromInt(toInt(statement.number(3)))},
        statement.number(4) != 0, statement.text(5).toLatin1(), toInt(statement.number(6)),
        failed == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(failed), {statement.text(10), statement.number(11)},
        statement.bytes(9)};
}

OfficeKey keyFrom(const Statement &statement)
{
    OfficeKey key{
        statement.bytes(0), statement.bytes(1), statement.text(2), QDateTime::fromMSecsSinceEpoch(statement.number(3))};
    if (statement.isNull(5)) { // trusted before schema 4
        key.units = {key.name};
        key.roles = allRoles;
    } else {
        const QJsonArray units = QJsonDocument::fromJson(statement.text(5).toUtf8()).array();
        for (const QJsonValue &unit : units)
            key.units.append(unit.toString());
        key.roles = OfficeRoles::fromInt(toInt(statement.number(6)));
    }
    key.own = statement.number(7) != 0;
    return key;
}

QString unitsToJson(const QStringList &units)
{
    return QString::fromUtf8(frozenJson(QJsonArray::fromStringList(units)));
}

QByteArray digestOf(const ReportRow &row)
{
    Digest digest;
    digest.add(QStringLiteral("report")).add(row.id).add(row.notice).add(row.unit).add(row.state).add(row.words);
    digest.add(row.progress).add(row.due).add(row.version).add(row.removed);
    if (!row.occasion.isEmpty())
        digest.add(row.occasion);
    return digest.result();
}

QByteArray digestOf(const VersionRow &row)
{
    Digest digest;
    return digest.add(QStringLiteral("version"))
        .add(row.id)
        .add(row.report)
        .add(row.at)
        .add(row.cause)
        .add(row.kept)
        .result();
}

QByteArray digestOf(const ChangeRow &row)
{
    Digest digest;
    digest.add(QStringLiteral("change")).add(row.report).add(row.form).add(row.kind).add(row.name);
    return digest.add(row.position).add(row.version).add(row.text).result();
}

QByteArray digestOf(const Unit &unit)
{
    Digest digest;
    return digest.add(QStringLiteral("unit")).add(unit.name).add(unit.code).add(unit.commonName).result();
}

QByteArray digestOf(const Account &account)
{
    const Person &person = account.person;
    Digest digest;
    digest.add(QStringLiteral("person")).add(person.name).add(person.office).add(person.post);
    digest.add(qint64(person.duties.toInt())).add(account.active ? qint64(1) : qint64(0));
    digest.add(QString::fromLatin1(account.password)).add(qint64(account.failures));
    digest.add(account.failed.isValid() ? account.failed.toMSecsSinceEpoch() : qint64(0));
    if (!account.share.isEmpty())
        digest.add(account.share);
    if (account.failedUptime != Uptime())
        digest.add(account.failedUptime.boot).add(account.failedUptime.milliseconds);
    return digest.result();
}

QByteArray digestOfPerson(const Account &account)
{
    const Person &person = account.person;
    Digest digest;
    digest.add(QStringLiteral("zhibao.person")).add(person.name).add(person.office).add(person.post);
    digest.add(qint64(person.duties.toInt())).add(account.active ? qint64(1) : qint64(0));
    return digest.add(account.password).add(account.share).result();
}

QByteArray digestOf(const OfficeKey &key)
{
    Digest digest;
    digest.add(QStringLiteral("office_key")).add(key.publicKey).add(key.secretKey).add(key.name);
    digest.add(key.at.toMSecsSinceEpoch());
    // What a key of before schema 4 may do is not written down.
    if (key.units != QStringList{key.name} || key.roles != allRoles)
        digest.add(unitsToJson(key.units)).add(qint64(key.roles.toInt()));
    return digest.result();
}

QByteArray digestOf(const LogEntry &entry)
{
    Digest digest;
    digest.add(QStringLiteral("entry")).add(entry.number).add(entry.report).add(entry.version);
    return digest.add(entry.chain).result();
}

QByteArray digestOfText(const QString &content)
{
    Digest digest;
    return digest.add(QStringLiteral("text")).add(content).result();
}

QByteArray digestOfRemembered(const QString &key, const QString &value)
{
    Digest digest;
    return digest.add(QStringLiteral("remembered")).add(key).add(value).result();
}

} // namespace zhibao
