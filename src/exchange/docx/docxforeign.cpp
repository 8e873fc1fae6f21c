// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/docxforeign.h"

#include "base/archive.h"
#include "exchange/docx/docxgrid.h"
#include "exchange/docx/docxmarkup.h"
#include "exchange/docx/docxpackage.h"
#include "exchange/docx/docxparts.h"
#include "exchange/docx/docxsheet.h"
#include "exchange/docx/docxstory.h"

#include <algorithm>
#include <pugixml.hpp>
#include <string_view>

namespace zhibao {

namespace {

using Kind = ForeignContent::Kind;

class PackageCheck {
public:
    PackageCheck(const QList<ArchivePart> &parts, const QStringList &marks)
        : m_parts(parts)
        , m_marks(marks)
    {
    }

    QList<ForeignContent> run()
    {
        checkParts(m_parts, m_foreign);
        for (const ArchivePart &part : m_parts) {
            const std::optional<DocxPart> kind = docxPartKind(part.name);
            if (kind && part.bytes.count('<') <= mostTags)
                checkMarkup(part, *kind, m_foreign);
            else if (kind)
                m_foreign.add({Kind::Markup, part.name, {}, QStringLiteral("too-large")});
        }
        // What else is to be known of the text cannot be told where elements mean something else.
        const QList<ForeignContent> &told = m_foreign.all();
        if (std::all_of(
                told.begin(), told.end(), [](const ForeignContent &each) { return each.kind == Kind::Picture; })) {
            checkStories();
            checkFonts();
            checkBody();
        }
        return m_foreign.all();
    }

private:
    pugi::xml_document loaded(const QString &name) const
    {
        pugi::xml_document document;
        const QByteArray bytes = partNamed(m_parts, name);
        document.load_buffer(bytes.constData(), static_cast<std::size_t>(bytes.size()),
            pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
        return document;
    }

    void checkStories()
    {
        for (const ArchivePart &part : m_parts) {
            const std::optional<DocxPart> kind = docxPartKind(part.name);
            const bool isHeader = kind == DocxPart::Header;
            if (!isHeader && kind != DocxPart::Footer)
                continue;
            const QString said = docxStory(loaded(part.name).child(isHeader ? "w:hdr" : "w:ftr"));
            if (isHeader ? !m_marks.contains(said) : said != docxPageNumber())
                m_foreign.add({Kind::Story, part.name, {}, said});
        }
    }

    // Letters of a symbol font are no letters.
    void checkFonts()
    {
        const QString name = QStringLiteral("word/fontTable.xml");
        const pugi::xml_document fonts = loaded(name);
        for (const pugi::xml_node &font : fonts.child("w:fonts")) {
            const std::string_view charset = font.child("w:charset").attribute("w:val").as_string();
            const QString face = QString::fromUtf8(font.attribute("w:name").as_string());
            if (charset == "02" && face != QStringLiteral("Symbol"))
                m_foreign.add({Kind::Attribute, name, QStringLiteral("w:charset w:val"), face});
        }
    }

    void checkBody()
    {
        const QString name = QStringLiteral("word/document.xml");
        const QString stylesName = QStringLiteral("word/styles.xml");
        const pugi::xml_document styles = loaded(stylesName);
        const pugi::xml_document document = loaded(name);
        const pugi::xml_node body = document.child("w:document").child("w:body");
        const DocxSheet sheet(styles.child("w:styles"), stylesName, m_foreign);
        sheet.check(body, name, m_foreign);
        for (const ArchivePart &part : m_parts) {
            const std::optional<DocxPart> kind = docxPartKind(part.name);
            if (kind == DocxPart::Header || kind == DocxPart::Footer)
                sheet.check(loaded(part.name).first_child(), part.name, m_foreign);
        }
        checkReferences(m_parts, body.child("w:sectPr"), m_foreign);
        checkGrids(body, sheet, name, m_foreign);
    }

    const QList<ArchivePart> &m_parts;
    const QStringList &m_marks;
    ForeignContents m_foreign;
};

} // namespace

QList<ForeignContent> foreignContent(const QByteArray &docx, const QStringList &marks)
{
    const Result<QList<ArchivePart>> parts = zipParts(docx);
    if (!parts || !holdsOnlyParts(docx))
        return {{Kind::Archive, {}, {}, {}}};
    return PackageCheck(*parts, marks).run();
}

QList<ForeignContent> foreignCells(const QList<ExpectedPiece> &expected, const DocumentText &found)
{
    QList<TextCell> wanted;
    for (const ExpectedPiece &piece : expected) {
        if (piece.row >= 0)
            wanted.append({0, piece.row, piece.column, piece.rowSpan, piece.columnSpan, piece.header});
    }
    ForeignContents foreign;
    const auto tell = [&](const TextCell &cell) {
        foreign.add({Kind::Grid, {}, QStringLiteral("%1 %2").arg(cell.row + 1).arg(cell.column + 1), {}});
    };
    for (qsizetype i = 0; i < std::max(wanted.size(), found.cells.size()); ++i) {
        const bool isSame = i < wanted.size() && i < found.cells.size() && wanted[i] == found.cells[i];
        if (!isSame)
            tell(i < found.cells.size() ? found.cells[i] : wanted[i]);
    }
    return foreign.all();
}

} // namespace zhibao
