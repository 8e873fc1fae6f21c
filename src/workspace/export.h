// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/durablefile.h"
#include "base/progress.h"
#include "base/result.h"
#include "core/report.h"
#include "workspace/officialdocument.h"

#include <QStringList>

namespace zhibao {

enum class FileFormat { Pdf, Docx };

struct ExportRequest {
    QStringList forms; // ids; empty: all
    QList<FileFormat> formats{FileFormat::Pdf, FileFormat::Docx};
    QString folder; // created where it is missing (one level)
    Existing existing = Existing::Keep;
    bool blank = false; // the empty official forms
    OfficialMarks marks = {};
};

struct ExportOutcome {
    QStringList files;
    QStringList substitutes; // fonts that stood in for official ones
    QStringList missing; // characters no font of the machine has
};

// The fixed file name: "附件1 《质量强国建设纲要》学习宣传贯彻情况表（贵州省市场监督管理局）.pdf", made safe for file
// systems.
QString exportName(const Form &form, const QString &unit, FileFormat format);

// "title（unit）.ext", made safe for file systems.
QString fileName(const QString &title, const QString &unit, const QString &extension);
QString extensionOf(FileFormat format); // ".pdf", ".docx"

// Renders all files in memory first, then puts them on disk durably; what was written by an export that fails or is
// stopped half-way is taken away again. A file of that name that already holds this very export (same report, form and
// notice) may be replaced; any other is FileExists unless `existing` says Replace.
Result<ExportOutcome> exportReport(const Report &report, const Notice &notice, const ExportRequest &request,
    const Clock &clock, const Progress &progress = {});

} // namespace zhibao
