// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/htmltokens.h"

#include <QSet>

namespace zhibao {

// Tells which elements of an HTML text are not shown: what a tracked change deleted, what is hidden, and the comments
// that word processors put beside the text. Styles count that an element carries itself, or by a class alone.
class HtmlConcealment {
public:
    explicit HtmlConcealment(QStringView html);
    bool conceals(const HtmlToken &opening) const;

private:
    void readStyles(QStringView styles);
    void addSelectors(QStringView selectors);

    QSet<QString> m_classes; // "name", or "element.name" where it hides that element alone
};

// Whether an element is given no width (or height): a column or row that was hidden by drawing it closed.
bool isWithout(const HtmlToken &opening, QStringView dimension);

} // namespace zhibao
