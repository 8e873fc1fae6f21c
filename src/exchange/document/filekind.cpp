// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/filekind.h"

#include "base/named.h"
#include "exchange/document/documenttext.h"
#include "exchange/review/reviewfileparts.h"

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

constexpr std::array kindNames{
    Named{FileKind::Report, "zhibao.report"},
    Named{FileKind::Review, "zhibao.review"},
    Named{FileKind::Word, "word"},
    Named{FileKind::Excel, "excel"},
    Named{FileKind::Slides, "slides"},
    Named{FileKind::OpenDocument, "open-document"},
    Named{FileKind::Compound, "compound"},
    Named{FileKind::RichText, "rich-text"},
    Named{FileKind::Web, "web"},
    Named{FileKind::Pdf, "pdf"},
    Named{FileKind::Ofd, "ofd"},
    Named{FileKind::Picture, "picture"},
    Named{FileKind::Archive, "archive"},
    Named{FileKind::Store, "store"},
};

struct Mark {
    QByteArrayView bytes;
    FileKind kind;
};

FileKind markedBy(const QByteArray &bytes)
{
    static const std::array marks{
        Mark{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileKind::Compound},
        Mark{"{\\rtf", FileKind::RichText},
        Mark{"GIF8", FileKind::Picture},
        Mark{"BM", FileKind::Picture},
        Mark{"Rar!\x1A\x07", FileKind::Archive},
        Mark{"7z\xBC\xAF\x27\x1C", FileKind::Archive},
        Mark{"\x1F\x8B", FileKind::Archive},
        Mark{"SQLite format 3", FileKind::Store},
    };
    const auto found
        = std::find_if(marks.cbegin(), marks.cend(), [&](const Mark &mark) { return bytes.startsWith(mark.bytes); });
    return found == marks.cend() ? FileKind::Unknown : found->kind;
}

// Which program wrote an archive is told by what it calls its parts.
FileKind archiveKind(const QByteArray &bytes)
{
    static const std::array parts{
        Mark{"word/document", FileKind::Word},
        Mark{"xl/workbook", FileKind::Excel},
        Mark{"ppt/presentation", FileKind::Slides},
        Mark{"application/vnd.oasis.opendocument", FileKind::OpenDocument},
        Mark{"OFD.xml", FileKind::Ofd},
    };
    if (bytes.contains(reviewManifestName.toLatin1()) && bytes.contains(reviewItemsName.toLatin1()))
        return FileKind::Review;
    const auto found
        = std::find_if(parts.cbegin(), parts.cend(), [&](const Mark &part) { return bytes.contains(part.bytes); });
    return found == parts.cend() ? FileKind::Archive : found->kind;
}

} // namespace

FileKind fileKind(const QByteArray &bytes)
{
    if (bytes.startsWith("PK\3\4"))
        return archiveKind(bytes);
    const DocumentKind document = recognise(bytes);
    if (document != DocumentKind::Unknown)
        return document == DocumentKind::Pdf ? FileKind::Pdf : FileKind::Picture;
    if (const FileKind marked = markedBy(bytes); marked != FileKind::Unknown)
        return marked;
    const QByteArray begin = bytes.first(std::min(bytes.size(), pdfHeadSize)).toLower();
    if (begin.contains("<html") || begin.contains("<!doctype html"))
        return FileKind::Web;
    return begin.contains("\"zhibao.report\"") ? FileKind::Report : FileKind::Unknown;
}

QString nameOf(FileKind kind)
{
    return nameIn(kindNames, kind);
}

Error orOtherKind(const Error &error, const QString &path, const QByteArray &bytes, FileKind asked)
{
    const FileKind kind = fileKind(bytes);
    if (kind == FileKind::Unknown || kind == asked)
        return error;
    return {ErrorCode::WrongFormat, {path, nameOf(kind), nameOf(asked)}};
}

} // namespace zhibao
