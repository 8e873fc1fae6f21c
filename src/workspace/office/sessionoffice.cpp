// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What the office as a whole has: the rule for an office of one, the seal picture, the keys.
#include "base/digest.h"
#include "base/durablefile.h"
#include "base/signature.h"
#include "document/compose/seal.h"
#include "workspace/office/office.h"
#include "workspace/office/session.h"
#include "workspace/review/exchangelimits.h"
#include "workspace/task.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>

namespace zhibao {

namespace {

constexpr qint64 pictureLimit = 16 * 1024 * 1024; // bytes

// `side`: tenths of a millimetre.
Error sealTooLarge(double side)
{
    return {ErrorCode::SealTooLarge, {QString::number(side / 10, 'f', 1), QString::number(Session::widestSeal / 10)}};
}

// Whether a seal of that width (tenths of a millimetre) and the picture's height is none too large.
Result<void> checkSize(const QSize &picture, int width)
{
    if (width <= 0 || width > Session::widestSeal)
        return sealTooLarge(width);
    const double height = static_cast<double>(width) * picture.height() / picture.width();
    return height > Session::widestSeal ? Result<void>(sealTooLarge(height)) : Result<void>();
}

// The seal in the bytes as PNG, with nothing but its pixels; empty where there is none.
QByteArray sealFrom(const QByteArray &bytes)
{
    const QImage image = sealPixels(bytes);
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
    const Result<std::optional<LogEntry>> last
        = m_office.store() ? m_office.store()->lastEntry(EntryKind::SoleOffice) : std::optional<LogEntry>();
    return last && *last && (*last)->detail.value(QStringLiteral("allowed")).toBool();
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
    if (!m_office.store())
        return std::optional<SealPicture>();
    const Result<std::optional<LogEntry>> last = m_office.store()->lastEntry(EntryKind::SealPicture);
    if (!last)
        return last.error();
    if (!*last)
        return std::optional<SealPicture>();
    const QJsonObject detail = (*last)->detail;
    const QString digest = detail.value(QStringLiteral("picture")).toString();
    const Result<QByteArray> png = m_office.store()->attachment(QByteArray::fromHex(digest.toLatin1()));
    if (!png && png.error().code == ErrorCode::FileNotFound)
        return Error{ErrorCode::StoreDamaged, {m_office.storePath()}};
    if (!png)
        return png.error();
    return std::optional(SealPicture{*png, detail.value(QStringLiteral("width")).toInt()});
}

Result<QByteArray> Session::readSealPicture(const QString &path)
{
    const Result<QByteArray> bytes = readWhole(path, pictureLimit);
    if (!bytes)
        return bytes;
    const QByteArray png = sealFrom(*bytes);
    return png.isEmpty() ? Result<QByteArray>(Error{ErrorCode::PictureUnreadable, {path}}) : png;
}

Result<void> Session::checkSeal(const QByteArray &bytes, int width, const QString &path)
{
    const QImage pixels = bytes.size() > pictureLimit ? QImage() : sealPixels(bytes);
    if (pixels.isNull() || trimmedSeal(pixels).isNull())
        return Error{ErrorCode::PictureUnreadable, {path}};
    return checkSize(pixels.size(), width);
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
    if (Result<void> fits = checkSize(size, picture.width); !fits)
        return fits;
    NewEntry entry = told(EntryKind::SealPicture);
    entry.detail = {{QStringLiteral("picture"), hexadecimal(digestOfBytes(picture.png, DigestAlgorithm::Sha256))},
        {QStringLiteral("width"), picture.width}};
    entry.attachments = {picture.png};
    if (Result<void> recorded = record(entry); !recorded)
        return recorded;
    Q_EMIT changed();
    return {};
}

Result<OfficeKey> Session::ownKey()
{
    if (!m_office.store())
        return m_office.noStore().error();
    if (m_office.ownKey().isEmpty()) {
        if (const Result<void> recorded = record(told(EntryKind::SigningBegun)); !recorded)
            return recorded.error();
    }
    const Result<QList<OfficeKey>> keys = trustedKeys();
    return keys ? Result<OfficeKey>(keys->constFirst()) : keys.error();
}

Result<SigningKey> Session::signingKey()
{
    const Result<OfficeKey> own = ownKey();
    if (!own)
        return own.error();
    std::optional<Secret> secretKey = m_office.store()->secretKey();
    if (!secretKey)
        return Error{ErrorCode::SignInNeeded, {QString()}};
    return SigningKey{own->publicKey, std::move(*secretKey)};
}

Result<QList<OfficeKey>> Session::trustedKeys() const
{
    Result<QList<OfficeKey>> keys
        = m_office.store() ? m_office.store()->keys() : Result<QList<OfficeKey>>(QList<OfficeKey>());
    if (keys) {
        for (OfficeKey &key : *keys)
            key.secretKey.clear();
    }
    return keys;
}

Result<OfficeKey> Session::mayTrust(const OfficeKey &office) const
{
    if (!m_office.store())
        return m_office.noStore().error();
    if (!isSignedIn())
        return Error{ErrorCode::SignInNeeded, {office.name}};
    if (!administer())
        return Error{ErrorCode::RoleMissing, {task::trustOffice, m_person.name}};
    if (isBlank(office.name) || office.units.isEmpty())
        return Error{ErrorCode::UnitUnknown, {QString()}};
    if (const Result<void> fits = checkNames(office.units + QStringList{office.name}); !fits)
        return fits.error();
    const Result<QList<OfficeKey>> keys = trustedKeys();
    if (!keys)
        return keys.error();
    const auto known = std::find_if(
        keys->cbegin(), keys->cend(), [&](const OfficeKey &key) { return key.publicKey == office.publicKey; });
    if (known != keys->cend() && known->own)
        return Error{ErrorCode::KeyUnknown, {QString(), fingerprint(office.publicKey)}};
    OfficeKey trusted = office;
    trusted.secretKey.clear();
    trusted.at = known == keys->cend() ? m_office.clock()() : known->at;
    return trusted;
}

Result<void> Session::trustKey(const OfficeKey &office)
{
    const Result<OfficeKey> trusted = mayTrust(office);
    if (!trusted)
        return trusted.error();
    NewEntry entry = told(EntryKind::KeyTrusted);
    entry.key = *trusted;
    return record(entry);
}

Result<void> Session::setOfficeName(const QString &name)
{
    if (Result<void> may = administer(); !may)
        return may;
    if (Result<void> fits = checkNames({name}); !fits)
        return fits;
    const Result<OfficeKey> own = ownKey();
    if (!own || own->name == name)
        return own ? Result<void>() : own.error();
    NewEntry entry = told(EntryKind::KeyTrusted);
    entry.detail = {{QStringLiteral("key"), hexadecimal(own->publicKey)}, {QStringLiteral("unit"), name}};
    entry.key = *own; // the secret part stays as it is kept
    entry.key->name = name;
    entry.key->units = {};
    entry.key->roles = {};
    return record(entry);
}

} // namespace zhibao
