// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/documenttext.h"

#include "base/archive.h"
#include "base/durablefile.h"
#include "exchange/docx/docxtext.h"
#include "exchange/pdf/pdftextreader.h"

#include <algorithm>

namespace zhibao {

namespace {

constexpr qint64 largestDocument = 64 * 1024 * 1024; // bytes
constexpr qint64 largestTypes = 1024 * 1024; // bytes

bool isDocx(const QByteArray &bytes)
{
    const auto types = zipPart(bytes, QStringLiteral("[Content_Types].xml"), largestTypes);
    return types && types->contains("wordprocessingml.document");
}

bool beginsLine(const TextWord &word, const TextWord &before)
{
    return word.top > (before.top + before.bottom) / 2 || word.left < before.left;
}

} // namespace

DocumentKind recognise(const QByteArray &bytes)
{
    if (bytes.startsWith("PK\3\4"))
        return isDocx(bytes) ? DocumentKind::Docx : DocumentKind::Unknown;
    if (bytes.first(std::min(bytes.size(), pdfHeadSize)).contains("%PDF-"))
        return DocumentKind::Pdf;
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return DocumentKind::Jpeg;
    if (bytes.startsWith("\x89PNG\r\n\x1A\n"))
        return DocumentKind::Png;
    if (bytes.startsWith(QByteArrayView("II*\0", 4)) || bytes.startsWith(QByteArrayView("MM\0*", 4)))
        return DocumentKind::Tiff;
    return DocumentKind::Unknown;
}

QString DocumentText::content() const
{
    QString text;
    for (const TextParagraph &paragraph : paragraphs)
        text += paragraph.text + u'\n';
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (i > 0) {
            const bool newPage = words[i].page != words[i - 1].page;
            text += newPage ? u'\f' : beginsLine(words[i], words[i - 1]) ? u'\n' : u' ';
        }
        text += words[i].text;
    }
    return text;
}

Result<DocumentText> readDocumentText(const QString &path)
{
    const Result<QByteArray> bytes = readWhole(path, largestDocument);
    if (!bytes)
        return bytes.error();
    DocumentText text;
    text.kind = recognise(*bytes);
    if (text.kind == DocumentKind::Docx)
        return docxText(*bytes, path);
    if (text.kind != DocumentKind::Pdf)
        return Error{ErrorCode::DocumentUnreadable, {path}};
    Result<QList<TextWord>> words = pdfWords(path);
    if (!words)
        return words.error();
    text.words = std::move(words).value();
    return text;
}

} // namespace zhibao
