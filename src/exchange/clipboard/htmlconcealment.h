// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/clipboard/htmltokens.h"

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

// An element that is not shown, from its opening to its end.
class ConcealedElement {
public:
    void begin(const HtmlToken &opening, bool isInTable)
    {
        m_name = opening.text.toString();
        m_isInTable = isInTable;
        m_nested = 1;
        m_tables = 0;
    }
    void end() { m_name.clear(); }
    bool isOpen() const { return !m_name.isEmpty(); }

    // Whether a tag belongs to what is concealed. An element that is not closed ends with its cell, a paragraph and
    // an item of a list with the next one.
    bool takes(const HtmlToken &tag)
    {
        const bool opens = tag.kind == HtmlToken::Kind::Open;
        if (isHtmlElement(tag.text, {m_name})) {
            if (opens && isHtmlElement(m_name, {u"p", u"li"})) {
                end();
                return false;
            }
            m_nested += opens ? 1 : -1;
            if (m_nested == 0)
                end();
            return true;
        }
        const bool isTable = isHtmlElement(tag.text, {u"table"});
        const bool isBoundary = m_tables == 0 && m_isInTable && ((isTable && !opens) || isHtmlTablePart(tag.text));
        if (isBoundary)
            end();
        else if (isTable)
            m_tables = qMax(0, m_tables + (opens ? 1 : -1));
        return !isBoundary;
    }

private:
    QString m_name;
    bool m_isInTable = false;
    int m_nested = 0; // elements of the same name, this one included
    int m_tables = 0; // that began within
};

} // namespace zhibao
