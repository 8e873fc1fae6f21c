// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/database/filemigration.h"

#include "base/digest.h"
#include "base/log.h"
#include "store/database/transaction.h"

namespace zhibao {

namespace {

// As the migration makes it.
constexpr Table carriedFileTable{"file", "digest, size"};

Result<QList<QByteArray>> digestsOfAttachments(const Connection &connection)
{
    Statement statement(connection, QStringLiteral("SELECT digest FROM attachment ORDER BY rowid"));
    if (const Result<void> run = statement.run(); !run)
        return run.error();
    QList<QByteArray> digests;
    while (statement.next())
        digests.append(statement.bytes(0));
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return digests;
}

} // namespace

Result<void> carryIntoFiles(const Connection &connection)
{
    const Result<QList<QByteArray>> digests = digestsOfAttachments(connection);
    if (!digests)
        return digests.error();
    {
        Statement statement(connection, QStringLiteral("SELECT content FROM attachment WHERE digest = ?"));
        RowWriter writer(connection, carriedFileTable, RowWriter::Mode::Add);
        for (const QByteArray &digest : *digests) {
            if (Result<void> run = statement.with(digest).run(); !run)
                return run;
            const QByteArray content = statement.next() ? statement.bytes(0) : QByteArray();
            statement.next(); // to the end: it is the only one
            if (Result<void> end = statement.finished(); !end)
                return end;
            // One that is damaged is named all the same, so that it is missed.
            if (digestOfBytes(content, DigestAlgorithm::Sha256) == digest) {
                if (const Result<FileName> kept = connection.files().keep(content); !kept)
                    return kept.error();
            }
            if (Result<void> written = writer.write({digest, content.size()}); !written)
                return written;
        }
    }
    return connection.run(QStringLiteral("DROP TABLE attachment"));
}

void giveBackRoom(const Connection &connection)
{
    if (const Result<void> done = connection.run(QStringLiteral("VACUUM")); !done)
        log::warning(QStringLiteral("the room of the attachments was not given back: code %1")
                         .arg(static_cast<int>(done.error().code)));
}

} // namespace zhibao
