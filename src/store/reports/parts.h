// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

#include <QHash>
#include <QList>
#include <QString>

namespace zhibao {

// A report as the store keeps it: in parts as small as an edit.
namespace kind {
inline const QString form = QStringLiteral("form"); // the form is there, even where nothing is in it; or rowOrder
inline const QString field = QStringLiteral("field");
inline const QString row = QStringLiteral("row");
inline const QString section = QStringLiteral("section");
} // namespace kind

// The form's rows have ids, which say how these stand one below the other, a line each. Each is a part with its id for
// a name; rows without ids, as earlier programs wrote them, are parts by their position.
inline const QString rowOrder = QStringLiteral("order");

// Of the report as a whole, form "" and kind form: the definition of the notice that it follows, in hexadecimal digits.
inline const QString reportDefinition = QStringLiteral("definition");

struct Part {
    QString form;
    QString kind;
    QString name; // of a field: its id; of a row: its id, or ""; of a form: rowOrder, or ""; or reportDefinition
    qint64 position = 0; // of a section, and of a row without an id: from 0
    QString content;
};

// What has to be done to the stored parts so that they become the new content's.
struct PartChanges {
    QList<Part> written;
    QList<Part> removed; // their content is not filled
    bool isEmpty() const { return written.isEmpty() && removed.isEmpty(); }
};

PartChanges difference(const Report &stored, const Report &content);

// Makes a report of its parts, which come by form, kind, name and position.
class ReportParts {
public:
    explicit ReportParts(Report empty)
        : m_report(std::move(empty))
    {
    }
    bool take(const Part &part); // false where the part is damaged, or does not belong there
    bool isWhole() const { return m_missing == 0; } // whether the rows came that a rowOrder speaks of
    const Report &report() const { return m_report; }

private:
    bool takeDefinition(const Part &part);
    bool takeOrder(FormAnswer &answer, const QString &content);
    bool takeRow(FormAnswer &answer, const Part &part);

    Report m_report;
    QHash<LineId, qsizetype> m_places; // of the rows of the form whose order came last
    qsizetype m_missing = 0; // rows of which only the place is known
};

} // namespace zhibao
