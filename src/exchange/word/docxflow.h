// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/intake/filledrows.h"
#include "exchange/word/docxstyles.h"
#include "exchange/word/flowtext.h"

#include <QHash>

namespace zhibao {

// Walks through the body of a DOCX and gives what one reads there to a builder. Elements that it does not know only
// enclose others: nothing in them is passed over.
class DocxFlow {
public:
    DocxFlow(FilledBuilder &builder, const WordStyles &styles, ListNumbers lists);

    // False where elements lie too deep in one another.
    bool read(const pugi::xml_node &body);
    // Where comments are anchored, by their id.
    const QHash<QString, FilledPlace> &commentPlaces() const { return m_commentPlaces; }

private:
    bool isTooDeep(int depth);
    FilledPlace place() const;

    void blocks(const pugi::xml_node &parent, int depth);
    void block(const pugi::xml_node &node, int depth);
    void paragraph(const pugi::xml_node &node, int depth);
    void endParagraph();
    void number(const WordStyles::Properties &stated, const WordStyles::Properties &style);
    void boxes(int depth);
    void control(const pugi::xml_node &node, int depth, void (DocxFlow::*content)(const pugi::xml_node &, int));

    void table(const pugi::xml_node &node, int depth);
    void rows(const pugi::xml_node &parent, int depth);
    void row(const pugi::xml_node &node, int depth);
    void cells(const pugi::xml_node &parent, int depth);
    void cell(const pugi::xml_node &node, int depth);

    void inlines(const pugi::xml_node &parent, int depth);
    void inlineElement(const pugi::xml_node &node, int depth);
    void aside(LeftOutReason why, const pugi::xml_node &node, int depth);
    void run(const pugi::xml_node &node, int depth);
    bool character(const pugi::xml_node &node);
    void fieldMark(const pugi::xml_node &node);
    void symbol(const pugi::xml_node &node);
    void drawing(const pugi::xml_node &node, int depth);

    // Where paragraphs go.
    struct Stream {
        FilledRows *rows = nullptr; // null: the body or a text box
        int column = 0; // left edge in the grid
        bool isTextBox = false;
        bool isInTable = false; // a table in a cell is part of what the cell says
        QStringList lines; // of the cell
        FlowText text;
        FieldState fields;
        QString number;
        int outlineLevel = -1;
        bool isJoined = false; // its end was deleted: the next paragraph goes on with it
        bool isStyleHidden = false;
        QList<pugi::xml_node> boxes; // text boxes anchored in the paragraph
    };

    FilledBuilder &m_builder;
    const WordStyles &m_styles;
    ListNumbers m_lists;
    Stream m_stream;
    QHash<QString, FilledPlace> m_commentPlaces;
    QString m_choice; // of a form field
    bool m_isTooDeep = false;
};

} // namespace zhibao
