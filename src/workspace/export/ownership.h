// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"
#include "workspace/export/export.h"

#include <QByteArray>

namespace zhibao {

// Whether the file's own metadata say that it is an earlier export of this unit for this notice, and that no other
// program has saved it since: only such a file may be replaced unasked. The form is told by the file's name.
bool isOwnExport(const QByteArray &file, FileFormat format, const Document &document);

// When the file says that it was exported; invalid where it does not say so.
QDateTime exportedAt(const QByteArray &file, FileFormat format);

} // namespace zhibao
