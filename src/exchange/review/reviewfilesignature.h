// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/archive.h"
#include "base/signature.h"

namespace zhibao {

// An archive of the parts whose comment holds the public key and the signature over the archive without a comment. The
// comment is of fixed length and has one spelling, so that no byte of the file can change unseen. Error: RenderFailed.
Result<QByteArray> signedArchive(const QList<ArchivePart> &parts, const SigningKey &key);

// The public key of who signed the archive. Errors: ArchiveMalformed with `path` and "not-an-archive", "truncated" or
// "unsigned"; SignatureInvalid.
Result<QByteArray> signerOf(const QByteArray &archive, const QString &path);

} // namespace zhibao
