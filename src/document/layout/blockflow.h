// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"
#include "document/fonts/fonts.h"
#include "document/layout/pageflow.h"

namespace zhibao {

// Lays the paragraphs between a document's tables out on the pages of a flow, and what stands outside the type area.
class BlockFlow {
public:
    BlockFlow(const Document &document, Fonts &fonts);

    PageFlow &flow() { return m_flow; }

    void placeParagraph(qsizetype index); // of a block that is one
    // The height of a paragraph's first line, twips; 0 of a table and behind the last block.
    int firstLineOf(qsizetype index) const;
    // The page's number, counted from 1, and the mark in its margin.
    void finish(Page &page, int number);

private:
    int keptHeight(qsizetype index, qsizetype lines);
    QList<Line> linesOf(qsizetype index) const;
    void numberPage(Page &page, int number);
    void markMargin(Page &page);

    const Document &m_document;
    Fonts &m_fonts;
    PageFlow m_flow;
    qsizetype m_keptUntil = 0; // blocks before this were seen to stay together
};

} // namespace zhibao
