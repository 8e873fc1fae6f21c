// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/docxtext.h"

#include "base/archive.h"
#include "exchange/docx/docxpackage.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <string_view>

namespace zhibao {

namespace {

constexpr int deepestElement = 256; // elements within one another
constexpr char16_t lineBreak = u'\u2028';

using Name = std::string_view;

Name nameOf(const pugi::xml_node &node)
{
    return node.name();
}

// Elements that only enclose others: text put in with changes tracked, links, form controls.
constexpr std::array<Name, 8> transparent{
    "w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:customXml", "w:dir"};

bool isTransparent(Name name)
{
    return std::find(transparent.begin(), transparent.end(), name) != transparent.end();
}

// Whether a switch such as <w:vanish/> is there and does not say that it is off.
bool isSwitchedOn(const pugi::xml_node &property)
{
    const Name value = property.attribute("w:val").as_string("true");
    return property && value != "false" && value != "0" && value != "off";
}

// All of the text, also where a comment or a CDATA section parts it.
QString textOf(const pugi::xml_node &node)
{
    QString text;
    for (const pugi::xml_node &part : node.children()) {
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata)
            text += QString::fromUtf8(part.value());
    }
    return text;
}

// Collects paragraphs on a walk through the document's elements.
class Walk {
public:
    // False where elements lie too deep in one another.
    bool run(const pugi::xml_node &body)
    {
        blocks(body, 0);
        return !m_tooDeep;
    }
    QList<TextParagraph> paragraphs() const { return m_paragraphs; }
    QList<TextCell> cells() const { return m_cells; }

private:
    bool goesDeeper(int depth)
    {
        m_tooDeep = m_tooDeep || depth > deepestElement;
        return !m_tooDeep;
    }

    void blocks(const pugi::xml_node &parent, int depth)
    {
        if (!goesDeeper(depth))
            return;
        for (const pugi::xml_node &node : parent) {
            const Name name = nameOf(node);
            if (name == "w:p") {
                m_text.clear();
                runs(node, depth + 1);
                append(m_text);
            } else if (name == "w:tbl") {
                table(node, depth + 1);
            } else if (isTransparent(name)) {
                blocks(node, depth + 1);
            }
        }
    }

    void append(const QString &text) { m_paragraphs.append({text, m_cell.table, m_cell.row, m_cell.column}); }

    void startTable()
    {
        m_cell = {{}, m_tables++, -1, -1};
        m_lastCells.clear();
    }

    // A table in a cell is part of what the cell says.
    void table(const pugi::xml_node &node, int depth)
    {
        const TextParagraph outer = m_cell;
        const bool isInner = outer.table >= 0;
        if (!isInner)
            startTable();
        rows(node, depth, isInner);
        m_cell = outer;
    }

    void rows(const pugi::xml_node &parent, int depth, bool isInner)
    {
        if (!goesDeeper(depth))
            return;
        for (const pugi::xml_node &node : parent) {
            if (nameOf(node) == "w:tr" && !node.child("w:trPr").child("w:del")) {
                if (!isInner) {
                    ++m_cell.row;
                    m_cell.column
                        = boundedNumber(node.child("w:trPr").child("w:gridBefore"), "w:val", 0, 0, mostColumns);
                }
                cells(node, depth + 1, isInner);
                continue;
            }
            if (isTransparent(nameOf(node)))
                rows(node, depth + 1, isInner);
        }
    }

    void cells(const pugi::xml_node &parent, int depth, bool isInner)
    {
        if (!goesDeeper(depth))
            return;
        for (const pugi::xml_node &node : parent) {
            if (nameOf(node) == "w:tc") {
                const int span = boundedNumber(node.child("w:tcPr").child("w:gridSpan"), "w:val", 1, 1, mostColumns);
                if (!isInner)
                    note(node, span, isSwitchedOn(parent.child("w:trPr").child("w:tblHeader")));
                cell(node, depth + 1);
                if (!isInner)
                    m_cell.column += span;
            } else if (isTransparent(nameOf(node))) {
                cells(node, depth + 1, isInner);
            }
        }
    }

    static bool isCovered(const pugi::xml_node &cell)
    {
        const pugi::xml_node merge = cell.child("w:tcPr").child("w:vMerge");
        return merge && Name(merge.attribute("w:val").as_string("continue")) == "continue";
    }

    // One that goes on with the one above makes that one higher.
    void note(const pugi::xml_node &cell, int span, bool isHeader)
    {
        const auto above = m_lastCells.constFind(m_cell.column);
        if (isCovered(cell) && above != m_lastCells.constEnd()) {
            TextCell &whole = m_cells[*above];
            if (whole.row + whole.rowSpan == m_cell.row && whole.columnSpan == span) {
                ++whole.rowSpan;
                return;
            }
        }
        m_lastCells.insert(m_cell.column, m_cells.size());
        m_cells.append({m_cell.table, m_cell.row, m_cell.column, 1, span, isHeader});
    }

    void cell(const pugi::xml_node &node, int depth)
    {
        const qsizetype before = m_paragraphs.size();
        blocks(node, depth);
        const auto isEmpty = [](const TextParagraph &paragraph) { return paragraph.text.isEmpty(); };
        if (isCovered(node) && std::all_of(m_paragraphs.cbegin() + before, m_paragraphs.cend(), isEmpty))
            m_paragraphs.resize(before);
    }

    void runs(const pugi::xml_node &parent, int depth)
    {
        if (!goesDeeper(depth))
            return;
        for (const pugi::xml_node &node : parent) {
            if (nameOf(node) == "w:r" && !isSwitchedOn(node.child("w:rPr").child("w:vanish")))
                run(node, depth + 1);
            else if (isTransparent(nameOf(node)))
                runs(node, depth + 1);
        }
    }

    void run(const pugi::xml_node &parent, int depth)
    {
        if (!goesDeeper(depth))
            return;
        for (const pugi::xml_node &node : parent) {
            const Name name = nameOf(node);
            if (name == "w:t")
                m_text += textOf(node);
            else if (name == "w:tab")
                m_text += u'\t';
            else if (name == "w:br" || name == "w:cr")
                m_text += lineBreak;
            else if (name == "w:noBreakHyphen")
                m_text += u'\u2011';
            else if (name == "w:softHyphen")
                m_text += u'\u00AD';
            else if (name == "w:sym")
                m_text += QChar(QString::fromUtf8(node.attribute("w:char").as_string()).toUShort(nullptr, 16));
        }
    }

    QList<TextParagraph> m_paragraphs;
    QList<TextCell> m_cells;
    QHash<int, qsizetype> m_lastCells; // of the table that the walk is in: index of the lowest cell, by column
    TextParagraph m_cell; // where the walk is
    QString m_text; // of the paragraph the walk is in
    int m_tables = 0;
    bool m_tooDeep = false;
};

} // namespace

Result<DocumentText> docxText(const QByteArray &bytes, const QString &path)
{
    ArchiveLimits limits;
    limits.passOverFolders = true;
    const Result<QList<ArchivePart>> parts = zipParts(bytes, limits, path);
    if (!parts && parts.error().arguments.value(1) == u"too-large")
        return Error{ErrorCode::FileTooLarge, {path, QString::number(limits.total / 1024 / 1024)}};
    DocxPackage package;
    if (!parts || !package.read(*parts))
        return Error{ErrorCode::DocumentUnreadable, {path}};
    Walk walk;
    if (!walk.run(package.document.child("w:document").child("w:body")))
        return Error{ErrorCode::DocumentUnreadable, {path}};
    DocumentText text;
    text.kind = DocumentKind::Docx;
    text.paragraphs = walk.paragraphs();
    text.cells = walk.cells();
    return text;
}

} // namespace zhibao
