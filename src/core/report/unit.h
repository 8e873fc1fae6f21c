// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace zhibao {

enum class UnitLevel { None, Province, City, County };

// A code that a unit has had, or still has, and in which years; 0: not known, or still.
struct UnitCode {
    QString code;
    int from = 0;
    int until = 0;
    friend bool operator==(const UnitCode &, const UnitCode &) = default;
};

// A reporting unit (填报单位).
struct Unit {
    QString code = {}; // administrative division code, or "" for departments and own entries
    QString name = {}; // official full name, printed on the forms
    QString commonName = {}; // what people call it, or ""
    // What the unit directory (core/units/directory.h) knows besides; empty of an own entry.
    QString uid = {}; // stays when the unit is renamed
    QStringList shortNames = {}; // besides the common one
    QStringList formerNames = {};
    QList<UnitCode> codes = {}; // besides the one in use
    UnitLevel level = UnitLevel::None;
    QString parent = {}; // its uid
    QString kind = {}; // 政府部门, 开发区, 兵团师, 直属
    QStringList successors = {}; // uids; of a unit that is no more
    bool isUnchecked = false; // 待核: the name is the usual one, and nobody has said that it is so
    friend bool operator==(const Unit &, const Unit &) = default;
};

QString nameOf(UnitLevel level); // 省级, 地级, 县级, or ""

// Reads a directory of units: tab-separated, first line a header. Errors: NotUtf8, WrongFormat.
Result<QList<Unit>> readUnits(const QByteArray &table, const QString &path);

// The units whose code starts with, or whose name or common name contains or is read as, what was typed; best matches
// first.
QList<Unit> findUnits(const QList<Unit> &units, const QString &typed);

} // namespace zhibao
