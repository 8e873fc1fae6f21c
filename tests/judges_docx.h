// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

// The judges of DOCX files: programs that others wrote. packaging/test.sh installs them.
namespace zhibao::judges {

// What the Open XML SDK finds wrong with the files, judged as files of that Office ("Office2007", "Microsoft365"):
// one line a fault, with its file. Empty where all are valid. A judge that cannot be run is a fault as well.
QStringList docxFaults(const QStringList &files, const QString &office);

// LibreOffice's PDFs of the documents, written into `folder` in one run with a profile of its own: the paths, in the
// order of the documents; a path is empty where no PDF came out.
QStringList libreOfficePdfs(const QStringList &documents, const QString &folder);

// A word on a page of a PDF, as pdftotext finds it. Points, from the page's top left corner.
struct Word {
    int page = 0; // from 0
    QRectF box;
    QString text;
};

// Empty where pdftotext fails.
QList<Word> pdfWords(const QString &pdf);

} // namespace zhibao::judges
