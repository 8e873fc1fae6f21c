// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/word/docxreader.h"

#include "core/report/report.h"
#include "exchange/word/docxflow.h"

#include <algorithm>

namespace zhibao {

namespace {

// All text in an element, one line a paragraph.
void gatherParagraphs(const pugi::xml_node &node, QString &text, int depth)
{
    constexpr int deepest = 256;
    for (const pugi::xml_node &child : node) {
        const std::string_view name = localName(child);
        if (name == "t")
            text += elementText(child);
        else if (name == "tab")
            text += u'\t';
        else if (depth < deepest && name != "instrText" && name != "Fallback")
            gatherParagraphs(child, text, depth + 1);
        if (name == "p")
            text += u'\n';
    }
}

QString paragraphsIn(const pugi::xml_node &node)
{
    QString text;
    gatherParagraphs(node, text, 0);
    return text;
}

// The parts beside the body.
class SideParts {
public:
    SideParts(const OfficePackage &package, QString main, FilledBuilder &builder)
        : m_package(package)
        , m_main(std::move(main))
        , m_builder(builder)
    {
    }

    // The first part of the type; an empty element where there is none.
    pugi::xml_node root(const char *type, pugi::xml_document &document) const
    {
        const QStringList names = m_package.related(m_main, QString::fromLatin1(type));
        if (names.isEmpty())
            return {};
        if (readXml(document, m_package.part(names.constFirst())->bytes) != XmlOutcome::Read) {
            m_builder.note(FilledNoteCode::DamagedParts, {-1, -1, -1, -1, names.constFirst()});
            return {};
        }
        return document.document_element();
    }

    void comments(const QHash<QString, FilledPlace> &places) const
    {
        pugi::xml_document document;
        for (const pugi::xml_node &comment : root("comments", document))
            m_builder.comment(paragraphsIn(comment), places.value(attributeText(comment, "id")));
    }

    // Each footnote, header and the like with its text.
    void leaveOut(const char *type, LeftOutReason why) const
    {
        for (const QString &name : m_package.related(m_main, QString::fromLatin1(type))) {
            pugi::xml_document document;
            if (readXml(document, m_package.part(name)->bytes) != XmlOutcome::Read)
                continue;
            const QString text = paragraphsIn(document);
            const FilledPlace place{-1, -1, -1, -1, name.section(u'/', -1)};
            if (isBlank(text))
                continue;
            m_builder.note(FilledNoteCode::NotesAndHeaders, place);
            m_builder.leaveOut(text, why, place);
        }
    }

    void dangers() const
    {
        const QHash<QString, OfficePackage::Relation> relations = m_package.relations(m_main);
        for (const OfficePackage::Relation &relation : relations) {
            if (relation.isExternal && relation.type != QStringLiteral("hyperlink"))
                m_builder.note(FilledNoteCode::ExternalLinks, {}, 1, relation.target);
            if (relation.type == QStringLiteral("vbaProject"))
                m_builder.note(FilledNoteCode::Macros);
        }
    }

private:
    const OfficePackage &m_package;
    QString m_main;
    FilledBuilder &m_builder;
};

} // namespace

Result<FilledFile> readDocx(const OfficePackage &package, const QString &path)
{
    const Error tooLarge{ErrorCode::FileTooLarge, {path, QString::number(filledTextLimit / 1024 / 1024)}};
    const Error unreadable{ErrorCode::DocumentUnreadable, {path}};
    const QString main = package.mainPart();
    const ArchivePart *const part = package.part(main);
    pugi::xml_document document;
    const XmlOutcome outcome = part ? readXml(document, part->bytes) : XmlOutcome::Unreadable;
    if (outcome != XmlOutcome::Read)
        return outcome == XmlOutcome::TooLarge ? tooLarge : unreadable;
    const pugi::xml_node body = childNamed(childNamed(document, "document"), "body");
    FilledBuilder builder(FilledKind::Docx);
    const SideParts sides(package, main, builder);
    pugi::xml_document styleSheet;
    const WordStyles styles(sides.root("styles", styleSheet));
    pugi::xml_document numbering;
    DocxFlow flow(builder, styles, wordLists(sides.root("numbering", numbering)));
    if (!body || !flow.read(body))
        return builder.isFull() ? tooLarge : unreadable;
    sides.comments(flow.commentPlaces());
    sides.leaveOut("footnotes", LeftOutReason::Footnote);
    sides.leaveOut("endnotes", LeftOutReason::Footnote);
    sides.leaveOut("header", LeftOutReason::PageHeader);
    sides.leaveOut("footer", LeftOutReason::PageHeader);
    sides.dangers();
    if (builder.isFull())
        return tooLarge;
    return builder.finish();
}

} // namespace zhibao
