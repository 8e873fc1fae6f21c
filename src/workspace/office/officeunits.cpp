// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The unit directory of an office.
#include "base/digest.h"
#include "base/log.h"
#include "exchange/document/filekind.h"
#include "exchange/intake/filledreader.h"
#include "store/store.h"
#include "workspace/office/office.h"

namespace zhibao {

namespace {

// A sheet as readUnitList takes it: what would part cells or lines there is a blank.
QByteArray parted(const FilledTable &sheet)
{
    QList<QStringList> lines(sheet.rows);
    for (const FilledCell &cell : sheet.cells) {
        QString text = cell.text;
        for (const QChar parting : {u'\t', u'\n', u'\r'})
            text.replace(parting, u' ');
        QStringList &line = lines[cell.row];
        line.resize(qMax<qsizetype>(line.size(), cell.column + 1));
        line[cell.column] = text;
    }
    QByteArray table;
    for (const QStringList &line : std::as_const(lines))
        table += line.join(u'\t').toUtf8() + '\n';
    return table;
}

// The list as text, whatever it came in.
Result<QByteArray> unitTable(const QByteArray &file, const QString &path)
{
    const FileKind kind = fileKind(file);
    if (kind != FileKind::Excel && kind != FileKind::Compound)
        return file;
    const Result<FilledFile> workbook = readFilledFile(file, path);
    if (!workbook)
        return workbook.error();
    return workbook->tables.isEmpty() ? QByteArray() : parted(workbook->tables.constFirst());
}

// The list that was kept last; none where there is none.
Result<QList<Unit>> keptUnits(const Store &store)
{
    const Result<std::optional<LogEntry>> kept = store.lastEntry(EntryKind::UnitsKept);
    if (!kept)
        return kept.error();
    if (!*kept)
        return QList<Unit>();
    const Result<QByteArray> table = store.attachment(unitListOf(**kept));
    return table ? readUnitList(*table, store.path()) : Result<QList<Unit>>(table.error());
}

} // namespace

const UnitDirectory &Office::directory() const
{
    if (m_directory)
        return *m_directory;
    const Result<QList<Unit>> listed = m_store ? keptUnits(*m_store) : Result<QList<Unit>>(QList<Unit>());
    if (!listed)
        log::error(
            QStringLiteral("the list of units was not read: code %1").arg(static_cast<int>(listed.error().code)));
    const QList<Unit> own = listed ? *listed : QList<Unit>();
    Catalogue known = m_catalogue;
    known.units = units(); // those that were added as well
    const Result<UnitDirectory> made = unitDirectory(known, own);
    if (!made)
        log::error(QStringLiteral("the areas were not read: code %1").arg(static_cast<int>(made.error().code)));
    m_directory = made ? *made : UnitDirectory({}, known.units, own);
    return *m_directory;
}

Result<qsizetype> Office::keepUnits(const QByteArray &file, const QString &path)
{
    if (const Result<void> may = m_session.administer(); !may)
        return may.error();
    const Result<QByteArray> table = unitTable(file, path);
    const Result<QList<Unit>> units = table ? readUnitList(*table, path) : Result<QList<Unit>>(table.error());
    if (!units)
        return units.error();
    const QByteArray digest = digestOfBytes(*table, DigestAlgorithm::Sha256);
    const Result<std::optional<LogEntry>> kept = m_store->lastEntry(EntryKind::UnitsKept);
    if (!kept)
        return kept.error();
    if (*kept && unitListOf(**kept) == digest)
        return units->size();
    NewEntry told = m_session.told(EntryKind::UnitsKept);
    told.detail = {{unitListKey, hexadecimal(digest)}, {unitCountKey, units->size()}};
    told.attachments = {*table};
    if (const Result<LogEntry> recorded = m_store->record(told); !recorded)
        return recorded.error();
    m_backups.noteChange();
    m_directory.reset();
    return units->size();
}

} // namespace zhibao
