// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace zhibao {

// A reporting unit (填报单位).
struct Unit {
    QString code; // administrative division code, or "" for departments and own entries
    QString name; // official full name, printed on the forms
    QString commonName; // what people call it, or ""
    friend bool operator==(const Unit &, const Unit &) = default;
};

// Reads a directory of units: tab-separated, first line a header. Errors: NotUtf8, WrongFormat.
Result<QList<Unit>> readUnits(const QByteArray &table, const QString &path);

// The units whose code starts with, or whose name or common name contains or is read as, what was typed; best matches
// first.
QList<Unit> findUnits(const QList<Unit> &units, const QString &typed);

} // namespace zhibao
