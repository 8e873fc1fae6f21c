// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/durablefile.h"
#include "base/progress.h"
#include "base/result.h"
#include "core/report/report.h"
#include "workspace/export/officialdocument.h"

#include <QSet>
#include <QStringList>

namespace zhibao {

class Fonts;

enum class FileFormat { Pdf, Docx };

struct ExportRequest {
    QStringList forms; // ids; empty: all
    QList<FileFormat> formats{FileFormat::Pdf, FileFormat::Docx};
    QString folder; // created where it is missing (one level)
    Existing existing = Existing::Keep;
    bool blank = false; // the empty official forms
    OfficialMarks marks = {};
};

// A file that was written.
struct ExportedFile {
    QString path;
    QString form; // id; "" of a 签批单
    QByteArray digest; // SHA-256 of its bytes
};

struct ExportOutcome {
    QStringList files;
    QList<ExportedFile> exported = {}; // the same
    QStringList substitutes; // fonts that stood in for official ones
    QStringList missing; // characters no font of the machine has
};

struct RenderedExport {
    QList<FileToWrite> files;
    ExportOutcome outcome; // its files are not written yet
};

// The fixed file name: "附件1 《质量强国建设纲要》学习宣传贯彻情况表（贵州省市场监督管理局）.pdf", made safe for file
// systems. The occasion, as people read it, stands behind the title where there is one.
QString exportName(const Form &form, const QString &unit, FileFormat format, const QString &occasion = {});

// "title（unit）.ext", made safe for file systems.
QString fileName(const QString &title, const QString &unit, const QString &extension);
// A title, and behind it the occasion as people read it, where there is one.
QString titleOn(const QString &occasion, const QString &title);
QString extensionOf(FileFormat format); // ".pdf", ".docx"
// The name made safe for file systems, with a number where one of those that are taken (folded) is the same but for
// upper and lower case; it is taken then.
QString distinctFileName(const QString &name, QSet<QString> &taken);

// The bytes of a file of the document. Errors: those of paginate, writePdf and writeDocx.
Result<QByteArray> renderDocument(const Document &document, FileFormat format, Fonts &fonts, const QDateTime &created);

// Writes the files into the folder, which is created where it is missing (one level), all or none. Errors: those of
// makeFolder and writeDurably.
Result<void> writeIntoFolder(const QString &folder, const QList<FileToWrite> &files);

// Renders all files in memory. Errors: FileExists and FolderMissing, told before the work; PlaceUnknown; those of
// paginate and writeDocx; Stopped.
Result<RenderedExport> renderExport(const Report &report, const Notice &notice, const ExportRequest &request,
    const Clock &clock, const Progress &progress = {});

// Renders all files in memory first, then puts all of them on disk durably, or none. A file of that name that already
// holds this very export (same report, form and notice) may be replaced; any other is FileExists unless `existing` says
// Replace.
Result<ExportOutcome> exportReport(const Report &report, const Notice &notice, const ExportRequest &request,
    const Clock &clock, const Progress &progress = {});

} // namespace zhibao
