// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/archive.h"
#include "document/document.h"
#include "document/fonts/fonts.h"

#include <QXmlStreamWriter>

namespace zhibao {

// The pictures of a DOCX: writes each where it is shown (DrawingML, ECMA-376 part 1, 20) and keeps it for the package.
class DocxPictures {
public:
    explicit DocxPictures(Orientation orientation)
        : m_orientation(orientation)
    {
    }

    // A run that shows the picture as if it were a letter.
    void writeInline(QXmlStreamWriter &xml, const Picture &picture);
    // A run that shows the paragraph's imprint behind its text, across from the page's edge, lengthwise from the
    // paragraph's top: so it stays on its text wherever another program breaks the pages.
    void writeBehind(QXmlStreamWriter &xml, const Paragraph &paragraph);

    bool isEmpty() const { return m_images.isEmpty(); }
    // The PNG files, and the relations of the document that name them. Error: RenderFailed.
    Result<QList<ArchivePart>> parts() const;
    QByteArray relations() const;

private:
    void writeGraphic(QXmlStreamWriter &xml, const Picture &picture);

    Orientation m_orientation;
    Fonts m_fonts;
    QList<QImage> m_images;
};

} // namespace zhibao
