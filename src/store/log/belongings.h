// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "store/log/account.h"

#include <QJsonObject>
#include <QList>
#include <QSet>

namespace zhibao {

class Connection;
struct FileName;

// People, keys and files: what belongs to entries of the log.

// Where a detail names what belongs to the entry.
namespace belonging {
inline const QString name = QStringLiteral("name"); // of an account, with its duties as the schema counts them
inline const QString duties = QStringLiteral("duties");
inline const QString active = QStringLiteral("active");
inline const QString digest = QStringLiteral("digest"); // digestOfPerson(), hexadecimal
inline const QString people = QStringLiteral("people"); // that digest of each, by name
inline const QString anew = QStringLiteral("anew"); // true: signing begins where an earlier log was lost
inline const QString key = QStringLiteral("key"); // public, hexadecimal
inline const QString unit = QStringLiteral("unit"); // what the office of the key is called here
inline const QString units = QStringLiteral("units"); // that it may act for
inline const QString roles = QStringLiteral("roles"); // in which, as the schema counts them
inline const QString keyDigest = QStringLiteral("keyDigest"); // of the row of another office's key, hexadecimal
inline const QString attachments = QStringLiteral("attachments"); // SHA-256, hexadecimal
inline const QString lost = QStringLiteral("lost"); // those that could not be recovered from a damaged store
} // namespace belonging

// The bytes of a digest or key, as a detail of the log tells them.
QByteArray fromHex(const QJsonValue &value);

// The rows of people, in the order in which they came, and of keys, the own first; the digest is the last column.
extern const QString accountColumns;
extern const QString keyColumns;

// Error: StoreDamaged, so that what was changed beside the program gives nobody a
// right.
Result<QList<Account>> accountsOf(const Connection &connection);
Result<QList<OfficeKey>> keysOf(const Connection &connection);
// The public one of this office; empty where none was made.
Result<QByteArray> ownKeyOf(const Connection &connection);

// By the SHA-256 digest of its bytes. Errors: FileNotFound (the digest; also where it got lost), StoreDamaged,
// FileNotReadable.
Result<QByteArray> attachmentOf(const Connection &connection, const QByteArray &digest);

// The files that the store names.
Result<QList<FileName>> filesIn(const Connection &connection);
// Those that a recovery told as lost: nobody misses them any more.
Result<QSet<QByteArray>> lostFiles(const Connection &connection);

// Puts the file on the disk, and names it in the transaction that is under way.
Result<void> storeAttachment(const Connection &connection, const QByteArray &content);
// Names one that is on the disk.
Result<void> storeFile(const Connection &connection, const FileName &file);
Result<void> storeAccount(const Connection &connection, const Account &account);
Result<void> storeKey(const Connection &connection, const OfficeKey &key); // nothing where it is known
Result<void> changeKey(const Connection &connection, const OfficeKey &key); // all but its time
// One or the other; the secret of one that is known stays where none is given.
Result<void> putKey(const Connection &connection, const OfficeKey &key);

// Tells in a detail which key it is, and of another office what it may do.
void tellKey(QJsonObject &detail, const OfficeKey &key);
// The public part as a detail tells it; `at`: the time of the entry.
OfficeKey keyTold(const QJsonObject &detail, const QDateTime &at);
// Whether the key is called so, and may do just that.
bool isAsTold(const OfficeKey &key, const QJsonObject &detail);

} // namespace zhibao
