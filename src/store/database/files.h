// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QStringList>

#include <functional>

namespace zhibao {

// What a file that belongs to a store is known by.
struct FileName {
    QByteArray digest; // SHA-256 of its bytes
    qint64 size = 0; // bytes
};

// Files beside a store: FOLDER/<first two digits of the digest>/<digest>, for their owner alone. One is put there
// before a transaction names it, and it stays: since the name says what the bytes are, one that is there before its
// time, or for nothing, harms nobody, and what is read counts only where the digest holds.
class Files {
public:
    // The folder need not be there: it comes with the first file.
    explicit Files(QString folder);

    const QString &folder() const { return m_folder; }
    QString pathOf(const QByteArray &digest) const;

    enum class State { Whole, Missing, Changed };
    State lookAtSize(const FileName &file) const; // whether it is there, as long as it should be
    State lookAtWhole(const FileName &file) const; // and its digest holds
    // Errors: FileNotFound (the digest, where nothing is there), StoreDamaged (`owner`, where it is something else),
    // FileNotReadable.
    Result<QByteArray> read(const FileName &file, const QString &owner) const;

    // When it returns the file is on the disk, with its folders. What is there and holds is left alone, what does not
    // is replaced. Errors: those of DurableFile.
    Result<FileName> keep(const QByteArray &content) const;
    // Takes one over from another folder. Errors: also NotVerified, where there it is not what it is called.
    Result<void> take(const Files &from, const FileName &file) const;

    // Sees that it is there and holds, or takes it over from the first of the others where it does. Errors: those of
    // DurableFile; FileNotFound (the digest) where it is nowhere.
    Result<void> bring(const FileName &file, const QList<Files> &others) const;

    // Takes away what was put there, and nothing was there before, since the last settle(): what was to name it did not
    // come about. All but those that `isNamed` holds back.
    void withdraw(const std::function<bool(const QByteArray &digest)> &isNamed) const;
    void settle() const; // it did

    // What lies there under another name than those, by its path; of a folder that is missing nothing.
    QStringList others(const QSet<QByteArray> &digests) const;

private:
    Result<void> makeRoom(const QByteArray &digest) const;
    void noteNew(const FileName &file) const;
    QString m_folder;
    mutable QSet<QString> m_made; // folders that are known to be on the disk
    mutable QStringList m_newFolders; // since the last settle()
    mutable QList<QByteArray> m_newFiles;
};

// Where the files of a store are: beside it, under its whole name, so that no other store in that folder shares them:
// zhibao.db.files. Backups of one store share theirs, under the beginning of their names: of zhibao-000012-….db it is
// zhibao-files, beside them. A damaged one that was set aside (zhibao.db.damaged-1) keeps those where it lay.
Files filesOf(const QString &store);
Files filesOfBackups(const QString &folder, const QString &store);

} // namespace zhibao
