// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

// The judges of PDF files: programs that others wrote. packaging/test.sh installs them. A judge that cannot be run is a
// fault as well.
namespace zhibao::judges {

// What Apache PDFBox's preflight finds wrong with the files as PDF/A-1b, all in one run: one line a fault, with its
// file. Empty where all are valid.
QStringList preflightFaults(const QStringList &files);

// What qpdf --check has to say about the file beyond that it found nothing.
QString qpdfFaults(const QString &file);

// The fonts of the file that are not embedded, not subsets, or without a map to Unicode, as pdffonts lists them.
QStringList pdfFontFaults(const QString &file);

// The text as pdftotext reads it, with options such as -raw or -layout; form feeds end the pages.
QString pdfText(const QString &file, const QStringList &options = {});

} // namespace zhibao::judges
