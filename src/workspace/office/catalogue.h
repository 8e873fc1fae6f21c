// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/report/report.h"
#include "core/report/unit.h"
#include "core/units/directory.h"

namespace zhibao {

class Store;

// What is known of notices and of reporting units: what the program ships as data and, of an open store, the notices
// that it keeps.
struct Catalogue {
    QList<Notice> notices; // of each the definition that what is begun now follows
    QList<Notice> others; // definitions that are not followed any more, or came with a file for review
    QList<Unit> units; // that the program knows by name
    QString areas; // the file of the areas whose bureaus make up the directory; it is read when that is asked for
    const Notice *notice(const QString &number) const;
    // The definition that a report or an approval names (findNotice). Nothing where it is not known.
    const Notice *definition(const QString &number, const QByteArray &digest) const;
    const Notice *noticeOf(const Report &report) const { return definition(report.notice, report.definition); }
    // Every definition; of a number the one that is followed stands last.
    QList<Notice> all() const { return others + notices; }
    // Makes it the definition that is followed, or one of the others where `brought` and one of its number is known.
    void add(Notice notice, bool brought);
};

// Reads the resources under `root` (":/" in the program): notices/*.json, in the order of their names, and units.tsv. A
// definition that was shipped is never edited: a corrected one is a further file with the same number behind it.
Result<Catalogue> readCatalogue(const QString &root = QStringLiteral(":/"));

// The bureaus of every area, the units of the catalogue, and the office's own list, which rules. It takes some
// milliseconds to make. Errors: those of readAreas, FileNotFound.
Result<UnitDirectory> unitDirectory(const Catalogue &catalogue, const QList<Unit> &listed);

// And the notices that the store keeps, as its log tells; those that cannot be read are left out.
Catalogue withKept(Catalogue shipped, const Store &store);

} // namespace zhibao
