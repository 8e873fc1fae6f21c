// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What the office as a whole has: the rule for an office of one, the seal picture, the keys.
#include "base/digest.h"
#include "base/durablefile.h"
#include "base/signature.h"
#include "document/seal.h"
#include "workspace/session.h"
#include "workspace/workspace.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

namespace zhibao {

namespace {

constexpr qint64 pictureLimit = 16 * 1024 * 1024; // bytes
constexpr int pictureSideLimit = 4000; // pixels

QString toHex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

// `side`: tenths of a millimetre.
Error sealTooLarge(double side)
{
    return {ErrorCode::SealTooLarge, {QString::number(side / 10, 'f', 1), QString::number(Session::widestSeal / 10)}};
}

// The seal in the bytes as PNG, with nothing but its pixels; empty where there is none. Only formats of pixels are
// read: a drawing may name files of its own.
QByteArray sealFrom(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    const bool isKnown = QList<QByteArray>{"png", "jpeg", "bmp", "gif"}.contains(reader.format());
    const bool fits = size.isValid() && size.width() <= pictureSideLimit && size.height() <= pictureSideLimit;
    const QImage image = isKnown && fits ? reader.read() : QImage();
    if (image.isNull())
        return {};
    const QImage pixels = trimmedSeal(image);
    if (pixels.isNull())
        return {};
    const QImage bare(pixels.constBits(), pixels.width(), pixels.height(), pixels.bytesPerLine(), pixels.format());
    QByteArray png;
    QBuffer out(&png);
    return bare.save(&out, "PNG") ? png : QByteArray();
}

} // namespace

bool Session::isSoleOffice() const
{
    const Result<QList<LogEntry>> entries
        = m_workspace.m_store ? m_workspace.m_store->log() : Result<QList<LogEntry>>(QList<LogEntry>());
    bool allowed = false;
    if (!entries)
        return allowed;
    for (const LogEntry &entry : *entries) {
        if (entry.kind == EntryKind::SoleOffice)
            allowed = entry.detail.value(QStringLiteral("allowed")).toBool();
    }
    return allowed;
}

Result<void> Session::setSoleOffice(bool allowed)
{
    if (Result<void> may = administer(); !may)
        return may;
    NewEntry entry = told(EntryKind::SoleOffice);
    entry.detail = {{QStringLiteral("allowed"), allowed}};
    if (Result<void> recorded = record(entry); !recorded)
        return recorded;
    Q_EMIT changed();
    return {};
}

Result<std::optional<Session::SealPicture>> Session::sealPicture() const
{
    if (!m_workspace.m_store)
        return std::optional<SealPicture>();
    const Result<QList<LogEntry>> entries = m_workspace.m_store->log();
    if (!entries)
        return entries.error();
    const auto last = std::find_if(entries->crbegin(), entries->crend(),
        [](const LogEntry &entry) { return entry.kind == EntryKind::SealPicture; });
    if (last == entries->crend())
        return std::optional<SealPicture>();
    const QString digest = last->detail.value(QStringLiteral("picture")).toString();
    const Result<QByteArray> png = m_workspace.m_store->attachment(QByteArray::fromHex(digest.toLatin1()));
    if (!png)
        return png.error();
    return std::optional(SealPicture{*png, last->detail.value(QStringLiteral("width")).toInt()});
}

Result<QByteArray> Session::readSealPicture(const QString &path)
{
    const Result<QByteArray> bytes = readWhole(path, pictureLimit);
    if (!bytes)
        return bytes;
    const QByteArray png = sealFrom(*bytes);
    return png.isEmpty() ? Result<QByteArray>(Error{ErrorCode::PictureUnreadable, {path}}) : png;
}

Result<void> Session::setSealPicture(const QString &path, int width)
{
    if (Result<void> may = administer(); !may)
        return may;
    const Result<QByteArray> png = readSealPicture(path);
    return png ? setSealPicture(SealPicture{*png, width}) : Result<void>(png.error());
}

Result<void> Session::setSealPicture(const SealPicture &picture)
{
    if (Result<void> may = administer(); !may)
        return may;
    const QSize size = QImage::fromData(picture.png, "PNG").size();
    if (size.isEmpty())
        return Error{ErrorCode::PictureUnreadable, {QString()}};
    if (picture.width <= 0 || picture.width > widestSeal)
        return sealTooLarge(picture.width);
    const double height = static_cast<double>(picture.width) * size.height() / size.width();
    if (height > widestSeal)
        return sealTooLarge(height);
    NewEntry entry = told(EntryKind::SealPicture);
    entry.detail = {{QStringLiteral("picture"), toHex(digestOfBytes(picture.png, DigestAlgorithm::Sha256))},
        {QStringLiteral("width"), picture.width}};
    entry.attachments = {picture.png};
    if (Result<void> recorded = record(entry); !recorded)
        return recorded;
    Q_EMIT changed();
    return {};
}

Result<OfficeKey> Session::ownKey()
{
    if (!m_workspace.m_store)
        return Error{ErrorCode::FileNotFound, {defaultStorePath()}};
    const Result<QList<OfficeKey>> keys = m_workspace.m_store->keys();
    if (!keys)
        return keys.error();
    if (!keys->isEmpty() && !keys->constFirst().secretKey.isEmpty())
        return keys->constFirst();
    const SigningKey pair = newSigningKey();
    const OfficeKey key{pair.publicKey, pair.secretKey, {}, m_workspace.m_clock()};
    NewEntry entry = told(EntryKind::KeyTrusted);
    entry.detail = {{QStringLiteral("key"), toHex(key.publicKey)}};
    entry.key = key;
    const Result<void> recorded = record(entry);
    return recorded ? Result<OfficeKey>(key) : Result<OfficeKey>(recorded.error());
}

Result<QList<OfficeKey>> Session::trustedKeys() const
{
    return m_workspace.m_store ? m_workspace.m_store->keys() : Result<QList<OfficeKey>>(QList<OfficeKey>());
}

Result<void> Session::trustKey(const QByteArray &publicKey, const QString &office)
{
    if (!m_workspace.m_store)
        return Error{ErrorCode::FileNotFound, {defaultStorePath()}};
    if (!isSignedIn())
        return Error{ErrorCode::SignInNeeded, {office}};
    NewEntry entry = told(EntryKind::KeyTrusted);
    entry.detail = {{QStringLiteral("key"), toHex(publicKey)}, {QStringLiteral("unit"), office}};
    entry.key = OfficeKey{publicKey, {}, office, m_workspace.m_clock()};
    return record(entry);
}

} // namespace zhibao
