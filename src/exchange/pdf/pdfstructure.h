// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace zhibao {

// Something in a file that no export holds.
struct ForeignPart {
    enum class Kind {
        Annotation,
        FormField,
        OptionalContent, // shown or not, as the reader chooses
        Script,
        Action,
        AttachedFile,
        Encryption,
        Update, // appended behind the end of the file
        Font, // that is not embedded; `name`
        Code, // a 签批单 with another QR code, or none
        Bookmarks, // that are not those of the export
        Properties, // title, author and the like: not those of the export
        Other, // `name`: what the file calls it
    };
    Kind kind = Kind::Other;
    QString name = QString();
    friend bool operator==(const ForeignPart &, const ForeignPart &) = default;
};

// What a PDF is made of, whatever its pages show.
struct PdfStructure {
    QList<ForeignPart> foreign; // objects, keys and values that no export has, each kind and name once
    QStringList fonts; // PostScript names, without the tags of subsets
    int pages = 0;
    bool turned = false; // pages are to be shown turned by 90, 180 or 270 degrees
};

// Reads the objects of the PDF with qpdf, as any number of programs may have written them. Errors: those of
// toolOutput().
Result<PdfStructure> pdfStructure(const QString &path);

// The PDF with its pages as they were drawn, not turned. Errors: those of toolOutput().
Result<QByteArray> turnedBack(const QString &path);

} // namespace zhibao
