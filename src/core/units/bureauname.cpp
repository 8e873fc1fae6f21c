// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/units/bureauname.h"

#include <array>

namespace zhibao {

namespace {

struct Ending {
    QStringView words;
    bool isFormer;
};

// The longer one first where one ends as another does.
constexpr std::array endings{Ending{u"市场监督管理局", false}, Ending{u"市场监督管理委员会", false},
    Ending{u"市场监督管理厅", false}, Ending{u"市场监管局", false}, Ending{u"市场监管委", false},
    Ending{u"市场监管厅", false}, Ending{u"市监局", false}, Ending{u"工商行政管理局", true}, Ending{u"工商局", true},
    Ending{u"质量技术监督局", true}, Ending{u"质监局", true}, Ending{u"食品药品监督管理局", true},
    Ending{u"食药监局", true}};

} // namespace

std::optional<BureauName> bureauIn(const QString &folded)
{
    for (const Ending &ending : endings) {
        if (folded.size() > ending.words.size() && folded.endsWith(ending.words))
            return BureauName{folded.chopped(ending.words.size()), ending.isFormer};
    }
    return std::nullopt;
}

QString shortAreaName(const QString &name)
{
    for (const QStringView region : {u"内蒙古", u"广西", u"西藏", u"宁夏", u"新疆"}) {
        if (name.startsWith(region) && name.endsWith(QStringLiteral("自治区")))
            return region.toString();
    }
    const bool isSelfGoverned = name.contains(QStringLiteral("自治"));
    const bool ends = !name.isEmpty() && QStringView(u"省市县区旗盟").contains(name.back());
    return !ends || isSelfGoverned || name.size() < 3 ? QString() : name.chopped(1);
}

} // namespace zhibao
