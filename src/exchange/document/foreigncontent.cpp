// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/foreigncontent.h"

namespace zhibao {

void ForeignContents::add(ForeignContent content)
{
    constexpr qsizetype most = 100;
    constexpr qsizetype longest = 120; // UTF-16 units of a fact
    for (QString *fact : {&content.name, &content.value}) {
        if (fact->size() > longest)
            *fact = fact->left(longest) + u'…';
    }
    if (m_all.size() < most && !m_all.contains(content))
        m_all.append(std::move(content));
}

} // namespace zhibao
