// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/report/unit.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace zhibao {

// Where an area, or a part of it, went; and when.
struct AreaSuccessor {
    QString code;
    int year = 0;
    bool isPart = false; // land that it gave off while it went on
    friend bool operator==(const AreaSuccessor &, const AreaSuccessor &) = default;
};

// A province, city or county as it was called for some years.
struct Area {
    QString code;
    QString province;
    QString city; // "" where there is none between it and the province
    QString name;
    UnitLevel level = UnitLevel::None;
    int from = 0; // year
    int until = 0; // year; 0: it is so still
    bool isChanged = false; // its code went on under another name, or for another area (变更), and did not end with it
    QList<AreaSuccessor> successors;
    QString fullName() const; // 吉林省长春市朝阳区
    friend bool operator==(const Area &, const Area &) = default;
};

// Reads the table of areas since 1981 (resources/areacodes.csv). Errors: NotUtf8, WrongFormat.
Result<QList<Area>> readAreas(const QByteArray &table, const QString &path);

} // namespace zhibao
