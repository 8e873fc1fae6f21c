// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/units/area.h"

#include <QHash>
#include <QList>
#include <QString>

namespace zhibao {

// Who answers now for the areas that were, found by code and year.
class Succession {
public:
    explicit Succession(const QList<Area> &areas); // which must live as long

    // The codes of the areas that are there still and which it may have become: one where it goes on, under another
    // name or code or as part of another area; several where it was parted, or where what took it up gave off land
    // since; none where nothing is known.
    QStringList of(const Area &area) const;

private:
    const Area *holder(const QString &code, int year) const;
    const Area *continued(const Area &area) const;
    const Area *underItsCode(const Area &area) const;
    const Area *asCity(const Area &area) const;
    void follow(const Area &area, int since, QStringList &found, QHash<const Area *, int> &passed) const;

    const QList<Area> &m_areas;
    QHash<QString, QList<qsizetype>> m_byCode;
    QList<qsizetype> m_cities; // and prefectures
};

} // namespace zhibao
