// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QString>

namespace zhibao {

// What people choose where a file of this program is asked for. Stands in errors (WrongFormat) by its name.
enum class FileKind {
    Unknown,
    Report,
    Review,
    Word,
    Excel,
    Slides,
    OpenDocument,
    Compound, // of Word, Excel and WPS before 2007, and any with a password
    RichText,
    Web, // a page, or a table that a web system calls .xls
    Pdf,
    Ofd,
    Picture,
    Archive,
    Store,
};

QString nameOf(FileKind kind);

// By the content, whatever the file is called.
FileKind fileKind(const QByteArray &bytes);

// Of the error with which a file of the kind `asked` could not be read: where its bytes are of another kind, that is
// the reason (WrongFormat).
Error orOtherKind(const Error &error, const QString &path, const QByteArray &bytes, FileKind asked);

} // namespace zhibao
