// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/report/report.h"
#include "core/report/unit.h"

namespace zhibao {

class Store;

// What is known of notices and of reporting units: what the program ships as data and, of an open store, the notices
// that it keeps.
struct Catalogue {
    QList<Notice> notices; // of each the definition that what is begun now follows
    QList<Notice> others; // definitions that are not followed any more, or came with a file for review
    QList<Unit> units;
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

// And the notices that the store keeps, as its log tells; those that cannot be read are left out.
Catalogue withKept(Catalogue shipped, const Store &store);

} // namespace zhibao
