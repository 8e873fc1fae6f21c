// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/json.h"
#include "core/report/report.h"

#include <QByteArray>

#include <functional>

namespace zhibao {

// The report file: UTF-8 JSON, format "zhibao.report", version 2; keys are the ids of the notice definition, which it
// names ("definition": SHA-256 in hexadecimal digits) where it is not the first that the program was shipped with.
// Version 1 has no ids of lines, and is read as well.
struct ReportFile {
    Report report;
    QStringList ignored; // JSON paths of unknown keys, which were kept out
    qsizetype replaced = 0; // characters that no document can carry; U+FFFD stands in their place
};

inline const QString definitionMember = QStringLiteral("definition"); // among `ignored` where it is not known

inline constexpr qint64 reportFileLimit = 200 * 1024 * 1024; // bytes
inline constexpr qsizetype reportValueLimit = 4'000'000; // of JSON: 100,000 rows and more

// Reads one; `notices` are those the program knows. `path` is only named in errors: NotUtf8, NotJson, WrongFormat,
// NewerVersion, FileTooLarge, NoticeUnknown, and WrongType with the JSON path and what was expected there: a kind of
// JsonFault (core/json.h), "bad-id" or "duplicate-id" at the id of a line, or "unknown-key" at a
// section that no heading of the notice waits for. Texts come as
// `texts` says (core/json.h); at most `values` values.
Result<ReportFile> parseReport(const QByteArray &json, const QString &path, const QList<Notice> &notices,
    TextsCome texts = TextsCome::LetIn, qsizetype values = reportValueLimit);

// The same from a file; also FileNotFound, FileNotReadable, WrongFormat with what else it is (exchange/filekind.h), and
// MemoryFull.
Result<ReportFile> readReportFile(const QString &path, const QList<Notice> &notices);

// Writes one, keys in the order of the notice; parseReport of it gives an equal report. Absent forms stay absent.
QByteArray writeReport(const Report &report, const Notice &notice);

} // namespace zhibao
