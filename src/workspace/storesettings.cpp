// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/storesettings.h"

#include "base/durablefile.h"
#include "base/log.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace zhibao {

namespace {

constexpr qint64 settingsLimit = 64 * 1024; // bytes
const QString backupFolderKey = QStringLiteral("backupFolder");

QString pathOf(const QString &store)
{
    return store + QStringLiteral(".settings");
}

} // namespace

StoreSettings readStoreSettings(const QString &store)
{
    const Result<QByteArray> bytes = readWhole(pathOf(store), settingsLimit);
    if (!bytes) {
        if (bytes.error().code != ErrorCode::FileNotFound)
            log::warning(QStringLiteral("the settings of the store could not be read"));
        return {};
    }
    return {QJsonDocument::fromJson(*bytes).object().value(backupFolderKey).toString()};
}

Result<void> writeStoreSettings(const QString &store, const StoreSettings &settings)
{
    const QJsonObject object{{backupFolderKey, settings.backupFolder}};
    return writeDurably(pathOf(store), QJsonDocument(object).toJson(), Existing::Replace);
}

} // namespace zhibao
