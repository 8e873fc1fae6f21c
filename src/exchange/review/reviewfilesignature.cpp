// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/review/reviewfilesignature.h"

namespace zhibao {

namespace {

constexpr qsizetype keyDigits = 2 * 32;
constexpr qsizetype signatureDigits = 2 * 64;

QByteArray commentStart()
{
    return QByteArrayLiteral("zhibao.review Ed25519 ");
}

qsizetype commentSize()
{
    return commentStart().size() + keyDigits + 1 + signatureDigits;
}

QByteArray commentOf(const QByteArray &publicKey, const QByteArray &signature)
{
    return commentStart() + publicKey.toHex() + ' ' + signature.toHex();
}

} // namespace

Result<QByteArray> signedArchive(const QList<ArchivePart> &parts, const SigningKey &key)
{
    const QByteArray placeholder(commentSize(), ' ');
    const Result<QByteArray> archive = zipArchive(parts, placeholder);
    if (!archive)
        return archive;
    const std::optional<CommentedArchive> split = splitComment(*archive);
    if (!split)
        return Error{ErrorCode::RenderFailed, {QStringLiteral("zip"), QStringLiteral("comment")}};
    return archive->chopped(placeholder.size()) + commentOf(key.publicKey, sign(split->archive, key.secretKey.bytes()));
}

Result<QByteArray> signerOf(const QByteArray &archive, const QString &path)
{
    const auto malformed = [&](const QString &cause) { return Error{ErrorCode::ArchiveMalformed, {path, cause}}; };
    const std::optional<CommentedArchive> split = splitComment(archive);
    if (!split)
        return malformed(archive.startsWith("PK\3\4") ? QStringLiteral("truncated") : QStringLiteral("not-an-archive"));
    const QByteArray &comment = split->comment;
    if (comment.size() != commentSize() || !comment.startsWith(commentStart()))
        return malformed(QStringLiteral("unsigned"));
    const QByteArray key = QByteArray::fromHex(comment.sliced(commentStart().size(), keyDigits));
    const QByteArray signature = QByteArray::fromHex(comment.last(signatureDigits));
    // fromHex passes over what is no digit and takes either case.
    if (commentOf(key, signature) != comment || !isSignedBy(split->archive, signature, key))
        return Error{ErrorCode::SignatureInvalid, {path}};
    return key;
}

} // namespace zhibao
