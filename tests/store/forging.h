// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/reviewlog.h"
#include "store/log/logkey.h"

namespace zhibao::test {

// What somebody who has the program's source would do after changing the file beside it: the digests of all rows and
// the chain of the log fit again. The end of the log is signed with the secret key, where one is given; without it no
// signature can be made.
void forge(const QString &path, const QByteArray &secretKey = {});

// The same of all but the log, which stays as it is.
void forgeLines(const QString &path);

// An entry behind the last, and its state in the report's line, as the same person would add it; its signature stays as
// it is. The store may be open.
void append(const QString &path, const LogEntry &entry);

// The end of the log as it is signed, to be put back later.
LogHead headIn(const QString &path);
void putHead(const QString &path, const LogHead &head);

// The office's secret key, where it lies in the open; else empty.
QByteArray secretKeyIn(const QString &path);

} // namespace zhibao::test
