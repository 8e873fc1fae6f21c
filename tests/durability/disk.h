// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "durability/trace.h"
#include "generate/random.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace zhibao::durability {

// Everything below a folder: by path, files with their content and folders.
struct Tree {
    QMap<QString, QByteArray> files;
    QSet<QString> folders; // without the folder itself
    friend bool operator==(const Tree &, const Tree &) = default;
};

Tree readTree(const QString &folder);
// Makes the folder hold the tree and nothing else.
void writeTree(const QString &folder, const Tree &tree);

// How a file system orders what it was not asked to sync.
enum class Order {
    // A journal, as ext4 with data=ordered: names change in the order of the calls, and fsync of anything writes the
    // journal, so all names that changed before are durable too. New parts of files that never got their data are 0.
    Journal,
    // None, as exFAT or FAT: each change of a name is on its own, only fsync of its folder makes it durable, and new
    // parts of files that never got their data hold whatever lay on the disk.
    Loose,
};

// A disk as it is seen by the program, and what of it would be left after a power cut at this moment.
//
// Each file has a durable content and a list of pending operations (writes, new sizes). fsync or fdatasync of the file
// makes all of them durable. At a power cut each pending operation is, independently, on the disk, not on it, or, for
// writes, torn: on it by sectors of 512 bytes. Operations that the disk did in another order need no case of their
// own: where two writes meet, the older one on top is what is left when the newer is dropped.
// Names have a durable state and pending changes likewise. A rename replaces its target at once, in both orders: a
// target is the old or the new file, never missing.
class Disk {
public:
    Disk(const Tree &start, QString folder, Order order);

    void apply(const Call &call);
    Tree seen() const;
    Tree afterPowerCut(generate::Random &random) const;

private:
    // A write of bytes at the offset, or a new size.
    struct Operation {
        bool isSize = false;
        qint64 offset = 0;
        QByteArray bytes;
    };
    struct File {
        QByteArray durable;
        QByteArray seen;
        QList<Operation> pending;
    };
    // The name stands for the node from now on, or for nothing.
    struct NameChange {
        QString path;
        int node = noNode;
        int call = 0; // changes of one call are one entry of the journal
    };
    using Names = QMap<QString, int>; // path → node

    static constexpr int noNode = -1;
    static constexpr int folderNode = -2;

    void open(const Call &call);
    void change(int file, const Operation &operation);
    void changeName(const QString &path, int node);
    void rename(const QString &from, const QString &to, bool keepsOld);
    void sync(int file, bool dataOnly);
    void syncNames(const QString &folder);
    void syncNode(int node);
    QString watched(const QString &path) const; // relative to the folder; the folder itself is ""
    Names namesAfterPowerCut(generate::Random &random) const;
    QByteArray contentAfterPowerCut(const File &file, generate::Random &random) const;
    template <typename Content>
    Tree tree(const Names &names, Content content) const;

    QString m_folder;
    Order m_order;
    QList<File> m_files; // by node
    Names m_seenNames;
    Names m_durableNames;
    QList<NameChange> m_pendingNames;
    QHash<int, int> m_nodeOf; // of an open file
    QHash<int, QString> m_folderOf; // of an open folder
    int m_calls = 0;
};

} // namespace zhibao::durability
