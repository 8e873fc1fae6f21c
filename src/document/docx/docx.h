// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "document/document.h"

#include <QByteArray>
#include <QDateTime>

namespace zhibao {

// The document as DOCX (ECMA-376 transitional), made in memory. Errors: RenderFailed, Stopped.
Result<QByteArray> writeDocx(const Document &document, const QDateTime &created, const Progress &progress = {});

} // namespace zhibao
