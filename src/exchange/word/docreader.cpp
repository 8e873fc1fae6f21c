// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/word/docreader.h"

#include "core/report/report.h"
#include "exchange/intake/compoundfile.h"
#include "exchange/word/docflow.h"
#include "exchange/word/doclists.h"

namespace zhibao {

namespace {

constexpr int firstVersion = 0x00C1; // of Word 97
constexpr int documentMark = 0xA5EC;
constexpr int fontsPair = 15;

// The names of the fonts, by number ([MS-DOC] 2.9.286).
QStringList fontNames(ByteFields fonts)
{
    constexpr qint64 nameAt = 40; // in an entry, with its length
    QStringList names;
    const int count = fonts.shortAt(0);
    qint64 at = 4;
    for (int i = 0; i < count && fonts.holds(at, 1); ++i) {
        const qint64 length = fonts.byteAt(at);
        QString name;
        for (qint64 unit = at + nameAt; unit + 1 < at + 1 + length && fonts.shortAt(unit) != 0; unit += 2)
            name += QChar(fonts.shortAt(unit));
        names.append(name);
        at += 1 + length;
    }
    return names;
}

void leaveOutPart(const DocFlow &flow, DocPart part, LeftOutReason why, const QString &name, FilledBuilder &builder)
{
    const QString text = flow.shown(part);
    if (isBlank(text))
        return;
    const FilledPlace place{-1, -1, -1, -1, name};
    builder.note(FilledNoteCode::NotesAndHeaders, place);
    builder.leaveOut(text, why, place);
}

void readSides(DocFlow &flow, const DocPieces &pieces, FilledBuilder &builder)
{
    const auto [start, end] = pieces.range(DocPart::TextBoxes);
    if (end > start && !isBlank(flow.shown(DocPart::TextBoxes)))
        builder.note(FilledNoteCode::TextBoxes);
    flow.read(DocPart::TextBoxes);
    const auto [firstComment, lastComment] = pieces.range(DocPart::Comments);
    const QStringList comments
        = pieces.text().mid(firstComment, lastComment - firstComment).replace(u'\r', u'\n').split(QChar(0x05));
    for (qsizetype i = 1; i < comments.size(); ++i)
        builder.comment(comments[i], flow.commentPlaces().value(i - 1));
    leaveOutPart(flow, DocPart::Footnotes, LeftOutReason::Footnote, QStringLiteral("footnotes"), builder);
    leaveOutPart(flow, DocPart::Endnotes, LeftOutReason::Footnote, QStringLiteral("endnotes"), builder);
    leaveOutPart(flow, DocPart::Headers, LeftOutReason::PageHeader, QStringLiteral("headers"), builder);
}

} // namespace

Result<FilledFile> readDoc(const CompoundFile &file, const QString &path)
{
    const Error unreadable{ErrorCode::DocumentUnreadable, {path}};
    const std::optional<QByteArray> document = file.stream(QStringLiteral("WordDocument"));
    if (!document)
        return unreadable;
    const ByteFields fields{QByteArrayView(*document)};
    const int flags = fields.shortAt(10);
    if (fields.shortAt(0) == documentMark && (flags & 0x0100) != 0)
        return Error{ErrorCode::FileEncrypted, {path}};
    if (fields.shortAt(0) != documentMark || fields.shortAt(2) < firstVersion)
        return Error{ErrorCode::FormatForeign, {path, QStringLiteral("Word 95")}};
    const std::optional<QByteArray> table
        = file.stream((flags & 0x0200) != 0 ? QStringLiteral("1Table") : QStringLiteral("0Table"));
    const std::optional<DocPieces> pieces = table ? DocPieces::read(*document, *table) : std::nullopt;
    if (!pieces)
        return unreadable;
    const QByteArray data = file.stream(QStringLiteral("Data")).value_or(QByteArray());
    const ByteFields tables{QByteArrayView(*table)};
    const DocProperties properties(*pieces, fields, tables, ByteFields(QByteArrayView(data)));
    FilledBuilder builder(FilledKind::Doc);
    DocFlow flow(
        builder, *pieces, properties, fontNames(docTable(fields, tables, fontsPair)), docLists(fields, tables));
    flow.read(DocPart::Main);
    readSides(flow, *pieces, builder);
    if (file.has(QStringLiteral("Macros")))
        builder.note(FilledNoteCode::Macros);
    if (builder.isFull())
        return Error{ErrorCode::FileTooLarge, {path, QString::number(filledTextLimit / 1024 / 1024)}};
    return builder.finish();
}

} // namespace zhibao
