// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/archive.h"

namespace zhibao::test {

// A small DOCX as an export is: a paragraph, a table of two columns and three rows, of which the first cell of the
// second reaches down, page numbers; in which all that can stand somewhere may stand there.
struct DocxSample {
    QByteArray paragraph = "<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr>"
                           "<w:r><w:t xml:space=\"preserve\">one </w:t></w:r></w:p>";
    QByteArray grid = "<w:gridCol w:w=\"4422\"/><w:gridCol w:w=\"4422\"/>";
    QByteArray tableProperties; // further ones
    QList<QByteArray> rows = {row(cell("a") + cell("b")), row(cell("c", "<w:vMerge w:val=\"restart\"/>") + cell("d")),
        row(cell({}, "<w:vMerge w:val=\"continue\"/>") + cell("e"))};
    QByteArray section
        = "<w:footerReference w:type=\"even\" r:id=\"even\"/><w:footerReference w:type=\"default\" r:id=\"odd\"/>"
          "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" "
          "w:left=\"1588\" w:header=\"0\" w:footer=\"1412\" w:gutter=\"0\"/>";
    QByteArray root; // what stands before the root of the text
    QByteArray styles; // further ones
    QByteArray letters; // further properties of the style of the paragraph
    QByteArray footer
        = "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t xml:space=\"preserve\">— </w:t></w:r>"
        + field(" PAGE ", "1") + "<w:r><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p>";
    QByteArray types; // further ones
    QByteArray relations; // of the text: further ones
    QByteArray settings;
    QByteArray fonts = "<w:font w:name=\"宋体\"/>";
    QList<ArchivePart> further;

    static QByteArray row(const QByteArray &cells, const QByteArray &properties = {})
    {
        return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
    }

    static QByteArray cell(const QByteArray &text, const QByteArray &properties = {}, const QByteArray &width = "4422")
    {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>" + properties + "</w:tcPr>"
            + "<w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr>"
            + (text.isEmpty() ? QByteArray() : "<w:r><w:t>" + text + "</w:t></w:r>") + "</w:p></w:tc>";
    }

    static QByteArray run(const QByteArray &text, const QByteArray &properties = {})
    {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
    }

    static QByteArray field(const QByteArray &instruction, const QByteArray &result)
    {
        const auto mark
            = [](const QByteArray &type) { return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>"; };
        return mark("begin") + "<w:r><w:instrText xml:space=\"preserve\">" + instruction + "</w:instrText></w:r>"
            + mark("separate") + "<w:r><w:t>" + result + "</w:t></w:r>" + mark("end");
    }

    QByteArray bytes() const;
};

} // namespace zhibao::test
