// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace zhibao {

class Statement;
struct Account;
struct LogEntry;
struct OfficeKey;
struct Unit;

// The rows of the store whose columns are not those of a type of the program.
struct ReportRow {
    qint64 id = 0;
    QString notice;
    QString unit;
    QString state;
    qint64 words = 0;
    qint64 progress = 0;
    QString due;
    qint64 version = 0;
    qint64 removed = 0;
    QString occasion = {}; // "" where the notice is answered once
};

struct VersionRow {
    qint64 id = 0;
    qint64 report = 0;
    qint64 at = 0; // milliseconds since 1970-01-01T00:00Z
    QString cause;
    qint64 kept = 0;
};

// What a version did to one part; the part's content stands in the table text under `text`.
struct ChangeRow {
    qint64 report = 0;
    QString form;
    QString kind;
    QString name;
    qint64 position = 0;
    qint64 version = 0;
    QByteArray text; // digest of the content; empty: the part is gone
};

// The row that a statement stands on; its columns in the order of the schema, from the column `first` on. Columns that
// came with a later schema stand behind the digest.
ReportRow reportRowFrom(const Statement &statement);
VersionRow versionRowFrom(const Statement &statement, int first = 0);
Account accountFrom(const Statement &statement);
OfficeKey keyFrom(const Statement &statement);
QString unitsToJson(const QStringList &units); // as the column holds them

// The digest that each row carries, over its other columns in the order of the schema, and over the table's name, so
// that a row can not pass for one of another table.
QByteArray digestOf(const ReportRow &row);
QByteArray digestOf(const VersionRow &row);
QByteArray digestOf(const ChangeRow &row);
QByteArray digestOf(const Unit &unit);
QByteArray digestOf(const Account &account);
QByteArray digestOf(const OfficeKey &key);
// What the log tells of a person: all but the failed tries, which are no affair of the log.
QByteArray digestOfPerson(const Account &account);
// `chain` stands for the columns that it is over.
QByteArray digestOf(const LogEntry &entry);
QByteArray digestOfText(const QString &content);
QByteArray digestOfRemembered(const QString &key, const QString &value);

} // namespace zhibao
