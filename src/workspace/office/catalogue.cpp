// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/office/catalogue.h"

#include "base/durablefile.h"
#include "base/log.h"
#include "core/notice/noticereader.h"
#include "store/store.h"

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

const Notice *Catalogue::definition(const QString &number, const QByteArray &digest) const
{
    if (const Notice *const found = findNotice(notices, number, digest); found && found->definition() == digest)
        return found;
    if (const Notice *const found = findNotice(others, number, digest))
        return found;
    return findNotice(notices, number, digest);
}

void Catalogue::add(Notice notice, bool brought)
{
    if (const Notice *const known = definition(notice.number, notice.digest); known && known->digest == notice.digest) {
        if (brought)
            return;
        notice.isImplied = known->isImplied;
    }
    const auto followed = std::find_if(
        notices.begin(), notices.end(), [&](const Notice &known) { return known.number == notice.number; });
    if (followed == notices.end()) {
        notices.append(notice);
    } else if (brought) {
        others.append(notice);
    } else {
        others.append(*followed);
        others.removeIf([&](const Notice &known) { return known.digest == notice.digest; });
        *followed = notice;
    }
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
        notice->isImplied = !catalogue.notice(notice->number);
        catalogue.add(*notice, false);
    }
    const QString directory = folder.filePath(QStringLiteral("units.tsv"));
    const Result<QByteArray> table = content(directory);
    if (!table)
        return table.error();
    Result<QList<Unit>> units = readUnits(*table, directory);
    if (!units)
        return units.error();
    catalogue.units = std::move(*units);
    catalogue.areas = folder.filePath(QStringLiteral("areacodes.csv"));
    return catalogue;
}

Result<UnitDirectory> unitDirectory(const Catalogue &catalogue, const QList<Unit> &listed)
{
    if (catalogue.areas.isEmpty())
        return UnitDirectory({}, catalogue.units, listed);
    const Result<QByteArray> table = content(catalogue.areas);
    const Result<QList<Area>> areas = table ? readAreas(*table, catalogue.areas) : Result<QList<Area>>(table.error());
    if (!areas)
        return areas.error();
    return UnitDirectory(*areas, catalogue.units, listed);
}

Catalogue withKept(Catalogue shipped, const Store &store)
{
    const Result<QList<LogEntry>> kept = store.log(EntryKind::NoticeKept);
    if (!kept)
        log::warning(QStringLiteral("the notices were not read: code %1").arg(static_cast<int>(kept.error().code)));
    for (const LogEntry &entry : kept ? *kept : QList<LogEntry>()) {
        const Result<QByteArray> json = store.attachment(definitionOf(entry));
        Result<Notice> notice = json ? readNotice(*json, store.path()) : Result<Notice>(json.error());
        if (!notice) {
            log::error(QStringLiteral("a notice was not read: code %1").arg(static_cast<int>(notice.error().code)));
            continue;
        }
        notice->isImplied = false;
        shipped.add(*notice, entry.detail.value(broughtKey).toBool());
    }
    return shipped;
}

} // namespace zhibao
