// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "store/account.h"

#include <QList>

namespace zhibao {

class Connection;

// People, keys and files: what belongs to entries of the log.

// Where a detail names what belongs to the entry.
namespace belonging {
inline const QString name = QStringLiteral("name"); // of an account, with its duties as the schema counts them
inline const QString duties = QStringLiteral("duties");
inline const QString active = QStringLiteral("active");
inline const QString key = QStringLiteral("key"); // public, hexadecimal
inline const QString attachments = QStringLiteral("attachments"); // SHA-256, hexadecimal
inline const QString lost = QStringLiteral("lost"); // those that could not be recovered from a damaged store
} // namespace belonging

// The rows of people, in the order in which they came, and of keys, the own first; the digest is the last column.
extern const QString accountColumns;
extern const QString keyColumns;

// Error: StoreDamaged, so that what was changed beside the program gives nobody a
// right.
Result<QList<Account>> accountsOf(const Connection &connection);
Result<QList<OfficeKey>> keysOf(const Connection &connection);
// The public one of this office; empty where none was made.
Result<QByteArray> ownKeyOf(const Connection &connection);

// By the SHA-256 digest of its bytes. Errors: FileNotFound (the digest), StoreDamaged.
Result<QByteArray> attachmentOf(const Connection &connection, const QByteArray &digest);

Result<void> storeAttachment(const Connection &connection, const QByteArray &content);
Result<void> storeAccount(const Connection &connection, const Account &account);
Result<void> storeKey(const Connection &connection, const OfficeKey &key);

} // namespace zhibao
