// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/disk.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace zhibao::durability {

Tree readTree(const QString &folder)
{
    Tree tree;
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        const QString name = path.mid(folder.size() + 1);
        if (entries.fileInfo().isDir()) {
            tree.folders.insert(name);
            continue;
        }
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(path));
        tree.files.insert(name, file.readAll());
    }
    return tree;
}

void writeTree(const QString &folder, const Tree &tree)
{
    const QDir place(folder);
    const Tree before = readTree(folder);
    for (auto file = before.files.cbegin(); file != before.files.cend(); ++file) {
        if (!tree.files.contains(file.key()))
            QFile::remove(place.filePath(file.key()));
    }
    for (const QString &old : before.folders) {
        if (!tree.folders.contains(old))
            QDir(place.filePath(old)).removeRecursively();
    }
    for (const QString &fresh : tree.folders)
        place.mkpath(fresh);
    for (auto file = tree.files.cbegin(); file != tree.files.cend(); ++file) {
        if (before.files.contains(file.key()) && before.files.value(file.key()) == *file)
            continue;
        QFile written(place.filePath(file.key()));
        if (!written.open(QIODevice::WriteOnly) || written.write(*file) != file->size())
            qFatal("%s cannot be written", qPrintable(written.fileName()));
    }
}

} // namespace zhibao::durability
