// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace zhibao {

// Whether the bytes are a PDF to one program and a DOCX (or another zip archive) to another, or begin with something
// else than the document that programs find in them: then nobody knows what was meant.
bool holdsTwoFormats(const QByteArray &bytes);

// Whether the bytes are an office document that opens with a password alone ([MS-OFFCRYPTO] 2.3.4.4).
bool isEncryptedPackage(const QByteArray &bytes);

} // namespace zhibao
