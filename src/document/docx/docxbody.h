// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "document/document.h"

#include <QByteArray>

namespace zhibao {

class DocxPictures;

// word/document.xml: the blocks, and the page they are set on. `keptWithoutMove` as Pages has it;
// `pictures` keeps what it shows. Error: Stopped.
Result<QByteArray> docxBody(const Document &document, const QList<qsizetype> &keptWithoutMove, DocxPictures &pictures,
    const Progress &progress);

} // namespace zhibao
