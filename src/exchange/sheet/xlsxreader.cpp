// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/sheet/xlsxreader.h"

#include "exchange/intake/xmlpart.h"
#include "exchange/sheet/xlsxsheet.h"

#include <QHash>

namespace zhibao {

namespace {

// The kinds of numbers by style: cells name a style, styles a format.
QList<NumberFormat> formatsOf(const pugi::xml_node &styles)
{
    QHash<int, NumberFormat> own;
    for (const pugi::xml_node &format : childNamed(styles, "numFmts")) {
        if (localName(format) == "numFmt")
            own.insert(attributeNumber(format, "numFmtId", -1, -1, INT_MAX),
                numberFormat(attributeText(format, "formatCode").left(255)));
    }
    QList<NumberFormat> formats;
    for (const pugi::xml_node &style : childNamed(styles, "cellXfs")) {
        if (localName(style) != "xf")
            continue;
        const int id = attributeNumber(style, "numFmtId", 0, 0, INT_MAX);
        formats.append(own.contains(id) ? own.value(id) : builtInFormat(id));
    }
    return formats;
}

class XlsxReader {
public:
    XlsxReader(const OfficePackage &package, FilledBuilder &builder)
        : m_package(package)
        , m_main(package.mainPart())
        , m_builder(builder)
        , m_relations(package.relations(m_main))
    {
    }

    XmlOutcome read()
    {
        const ArchivePart *const part = m_package.part(m_main);
        pugi::xml_document document;
        const XmlOutcome outcome = part ? readXml(document, part->bytes) : XmlOutcome::Unreadable;
        const pugi::xml_node workbook = childNamed(document, "workbook");
        if (outcome != XmlOutcome::Read || !workbook)
            return outcome == XmlOutcome::Read ? XmlOutcome::Unreadable : outcome;
        const std::string_view system = attributeNamed(childNamed(workbook, "workbookPr"), "date1904").as_string();
        m_book.isFrom1904 = system == "1" || system == "true";
        if (const ArchivePart *const styles = related("styles")) {
            pugi::xml_document sheet;
            if (readXml(sheet, styles->bytes) == XmlOutcome::Read)
                m_book.formats = formatsOf(childNamed(sheet, "styleSheet"));
        }
        if (const ArchivePart *const strings = related("sharedStrings")) {
            if (std::optional<QList<SheetText>> texts = readSharedStrings(strings->bytes))
                m_book.strings = std::move(*texts);
            else
                return XmlOutcome::TooLarge;
        }
        for (const pugi::xml_node &sheet : childNamed(workbook, "sheets")) {
            if (localName(sheet) == "sheet" && !m_builder.isFull())
                readSheet(sheet);
        }
        dangers();
        return XmlOutcome::Read;
    }

private:
    const ArchivePart *related(const char *type) const
    {
        const QStringList names = m_package.related(m_main, QString::fromLatin1(type));
        return names.isEmpty() ? nullptr : m_package.part(names.constFirst());
    }

    void readSheet(const pugi::xml_node &node)
    {
        const OfficePackage::Relation relation = m_relations.value(attributeText(node, "id"));
        SheetDraft sheet;
        sheet.name = attributeText(node, "name");
        const std::string_view state = attributeNamed(node, "state").as_string();
        sheet.isHidden = state == "hidden" || state == "veryHidden";
        const FilledPlace place{-1, -1, -1, -1, sheet.name};
        const ArchivePart *const part = m_package.part(relation.target);
        if (relation.type == QStringLiteral("chartsheet")) {
            m_builder.note(FilledNoteCode::Objects, place);
            return;
        }
        if (!part || !readXlsxSheet(part->bytes, m_book, sheet))
            m_builder.note(FilledNoteCode::DamagedParts, place, 1, sheet.name);
        for (const QString &name : m_package.related(relation.target, QStringLiteral("drawing")))
            readXlsxDrawing(m_package.part(name)->bytes, sheet);
        for (const QString &name : m_package.related(relation.target, QStringLiteral("comments")))
            readXlsxComments(m_package.part(name)->bytes, sheet);
        giveSheet(std::move(sheet), m_builder);
    }

    void dangers() const
    {
        for (const OfficePackage::Relation &relation : m_relations) {
            if (relation.type == QStringLiteral("externalLink"))
                m_builder.note(FilledNoteCode::ExternalLinks);
            else if (relation.type == QStringLiteral("vbaProject"))
                m_builder.note(FilledNoteCode::Macros);
        }
    }

    const OfficePackage &m_package;
    QString m_main;
    FilledBuilder &m_builder;
    QHash<QString, OfficePackage::Relation> m_relations;
    XlsxBook m_book;
};

} // namespace

Result<FilledFile> readXlsx(const OfficePackage &package, const QString &path)
{
    FilledBuilder builder(FilledKind::Xlsx);
    const XmlOutcome outcome = XlsxReader(package, builder).read();
    if (outcome == XmlOutcome::TooLarge || builder.isFull())
        return Error{ErrorCode::FileTooLarge, {path, QString::number(filledTextLimit / 1024 / 1024)}};
    if (outcome != XmlOutcome::Read)
        return Error{ErrorCode::DocumentUnreadable, {path}};
    return builder.finish();
}

} // namespace zhibao
