// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/memory.h"

#include "base/log.h"
#include "workspace/workspace.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace zhibao {

namespace {

const QString windowKey = QStringLiteral("window");
QString reportKey(qint64 report)
{
    return QStringLiteral("report/%1").arg(report);
}

QString encoded(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray decoded(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QJsonObject objectAt(const Workspace &workspace, const QString &key)
{
    return QJsonDocument::fromJson(remembered(workspace, key).toUtf8()).object();
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

QString remembered(const Workspace &workspace, const QString &key)
{
    const Result<QString> value = workspace.remembered(key);
    return value ? *value : QString();
}

void remember(Workspace &workspace, const QString &key, const QString &value)
{
    if (!workspace.hasStore() || workspace.readOnlyReason() || remembered(workspace, key) == value)
        return;
    if (!workspace.remember(key, value))
        log::warning(QStringLiteral("could not remember ") + key);
}

WindowMemory windowMemory(const Workspace &workspace)
{
    const QJsonObject object = objectAt(workspace, windowKey);
    WindowMemory memory;
    memory.geometry = decoded(object.value(u"geometry"));
    memory.navigationWidth = object.value(u"navigationWidth").toInt();
    memory.previewWidth = object.value(u"previewWidth").toInt();
    if (object.contains(u"preview"))
        memory.preview = object.value(u"preview").toBool();
    memory.zoom = object.value(u"zoom").toDouble();
    memory.textScale = object.value(u"textScale").toInt(100);
    if (object.contains(u"report"))
        memory.report = object.value(u"report").toInteger();
    return memory;
}

void remember(Workspace &workspace, const WindowMemory &memory)
{
    QJsonObject object{{QStringLiteral("geometry"), encoded(memory.geometry)},
        {QStringLiteral("navigationWidth"), memory.navigationWidth},
        {QStringLiteral("previewWidth"), memory.previewWidth}, {QStringLiteral("zoom"), memory.zoom},
        {QStringLiteral("textScale"), memory.textScale}};
    if (memory.preview)
        object.insert(u"preview", *memory.preview);
    if (memory.report)
        object.insert(u"report", *memory.report);
    remember(workspace, windowKey, compact(object));
}

ReportMemory reportMemory(const Workspace &workspace, qint64 report)
{
    const QJsonObject object = objectAt(workspace, reportKey(report));
    ReportMemory memory;
    memory.page = object.value(u"page").toInt();
    const QJsonObject views = object.value(u"views").toObject();
    for (auto view = views.begin(); view != views.end(); ++view)
        memory.views.insert(view.key(), decoded(view.value()));
    return memory;
}

void remember(Workspace &workspace, qint64 report, const ReportMemory &memory)
{
    QJsonObject views;
    for (auto view = memory.views.begin(); view != memory.views.end(); ++view)
        views.insert(view.key(), encoded(view.value()));
    remember(workspace, reportKey(report),
        compact({{QStringLiteral("page"), memory.page}, {QStringLiteral("views"), views}}));
}

} // namespace zhibao
