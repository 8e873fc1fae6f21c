// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/office/storesettings.h"

#include "base/digest.h"
#include "base/durablefile.h"
#include "base/log.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace zhibao {

namespace {

constexpr qint64 settingsLimit = 64 * 1024; // bytes
const QString backupFolderKey = QStringLiteral("backupFolder");
const QString ownKeyKey = QStringLiteral("ownKey");

QString pathOf(const QString &store)
{
    return store + QStringLiteral(".settings");
}

} // namespace

StoreSettings readStoreSettings(const QString &store)
{
    const Result<QByteArray> bytes = readRegularFile(pathOf(store), settingsLimit);
    if (!bytes) {
        if (bytes.error().code != ErrorCode::FileNotFound)
            log::warning(QStringLiteral("the settings of the store could not be read"));
        return {};
    }
    const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
    return {
        object.value(backupFolderKey).toString(), QByteArray::fromHex(object.value(ownKeyKey).toString().toLatin1())};
}

Result<void> writeStoreSettings(const QString &store, const StoreSettings &settings)
{
    QJsonObject object{{backupFolderKey, settings.backupFolder}};
    if (!settings.ownKey.isEmpty())
        object.insert(ownKeyKey, hexadecimal(settings.ownKey));
    return writeDurably(pathOf(store), QJsonDocument(object).toJson(), Existing::Replace);
}

Result<Inspection> inspectWithSettings(const QString &store)
{
    Result<Inspection> inspection = inspect(store);
    const QByteArray noted = readStoreSettings(store).ownKey;
    if (inspection && !noted.isEmpty() && noted != inspection->signer)
        inspection->damages.append({Damage::Kind::Pin});
    return inspection;
}

} // namespace zhibao
