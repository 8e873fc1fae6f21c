// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report.h"

#include <QList>
#include <QString>

namespace zhibao {

// A report as the store keeps it: in parts as small as an edit.
namespace kind {
inline const QString form = QStringLiteral("form"); // the form is there, even where nothing is in it
inline const QString field = QStringLiteral("field");
inline const QString row = QStringLiteral("row");
inline const QString section = QStringLiteral("section");
} // namespace kind

struct Part {
    QString form;
    QString kind;
    QString name; // of a field: its id
    qint64 position = 0; // of a row or section: from 0
    QString content;
};

// What has to be done to the stored parts so that they become the new content's.
struct PartChanges {
    QList<Part> written;
    QList<Part> removed; // their content is not filled
    bool isEmpty() const { return written.isEmpty() && removed.isEmpty(); }
};

PartChanges difference(const Report &stored, const Report &content);

// Adds a part to the report; the parts of a kind come in the order of their position. False where the part is
// damaged.
bool take(Report &report, const Part &part);

} // namespace zhibao
