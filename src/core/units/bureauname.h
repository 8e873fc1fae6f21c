// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace zhibao {

// What the name of a bureau says: whose it is, and whether the name is that of one of the three from which the bureaus
// of market regulation were made in 2018 (工商行政管理, 质量技术监督, 食品药品监督管理).
struct BureauName {
    QString area; // folded; 长春市朝阳区 of 长春市朝阳区市场监督管理局
    bool isFormer = false;
    friend bool operator==(const BureauName &, const BureauName &) = default;
};

// Nothing where it is no such bureau's, as that of a part of one (分局, 所) or of a department. `folded`: foldedName.
std::optional<BureauName> bureauIn(const QString &folded);

// 贵州 of 贵州省, 南明 of 南明区; "" where nothing that names a place would be left.
QString shortAreaName(const QString &name);

} // namespace zhibao
