// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/catalogue.h"

#include "base/durablefile.h"
#include "core/noticereader.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace zhibao {

namespace {

// Resources lie outside the file system, so that readWhole() cannot reach them.
Result<QByteArray> content(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotFound, {path}};
    return file.readAll();
}

} // namespace

const Notice *Catalogue::notice(const QString &number) const
{
    const auto found
        = std::find_if(notices.cbegin(), notices.cend(), [&](const Notice &notice) { return notice.number == number; });
    return found == notices.cend() ? nullptr : &*found;
}

Result<Catalogue> readCatalogue(const QString &root)
{
    const QDir folder(root);
    const QDir definitions(folder.filePath(QStringLiteral("notices")));
    Catalogue catalogue;
    const QStringList names = definitions.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QString path = definitions.filePath(name);
        const Result<QByteArray> bytes = content(path);
        if (!bytes)
            return bytes.error();
        Result<Notice> notice = readNotice(*bytes, path);
        if (!notice)
            return notice.error();
        catalogue.notices.append(std::move(*notice));
    }
    const QString directory = folder.filePath(QStringLiteral("units.tsv"));
    const Result<QByteArray> table = content(directory);
    if (!table)
        return table.error();
    Result<QList<Unit>> units = readUnits(*table, directory);
    if (!units)
        return units.error();
    catalogue.units = std::move(*units);
    return catalogue;
}

} // namespace zhibao
