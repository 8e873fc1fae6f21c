// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"
#include "document/fonts/fonts.h"

#include <QStringList>

namespace zhibao::test {

// Writes the document as an export does; the path of the file.
QString writePdfFile(const Document &document, Fonts &fonts, const QString &path);
QString writeDocxFile(const Document &document, const QString &path);

// LibreOffice saves the files in another form ("docx", "pdf") into the folder, all in one run: their paths.
QStringList savedByLibreOffice(const QStringList &files, const QString &form, const QString &folder);

// The pages of a PDF alone, without what the file says of itself.
QString withoutMetadata(const QString &pdf, const QString &path);
// A DOCX without its properties.
QString withoutProperties(const QString &docx, const QString &path);

} // namespace zhibao::test
