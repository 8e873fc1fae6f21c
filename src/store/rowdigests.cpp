// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/rowdigests.h"

#include "base/digest.h"
#include "core/unit.h"
#include "store/connection.h"

namespace zhibao {

ReportRow reportRowFrom(const Statement &statement)
{
    return {statement.number(0), statement.text(1), statement.text(2), statement.text(3), statement.number(4),
        statement.number(5), statement.text(6), statement.number(7), statement.number(8)};
}

VersionRow versionRowFrom(const Statement &statement, int first)
{
    return {statement.number(first), statement.number(first + 1), statement.number(first + 2),
        statement.text(first + 3), statement.number(first + 4)};
}

QByteArray digestOf(const ReportRow &row)
{
    Digest digest;
    digest.add(QStringLiteral("report")).add(row.id).add(row.notice).add(row.unit).add(row.state).add(row.words);
    return digest.add(row.progress).add(row.due).add(row.version).add(row.removed).result();
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
