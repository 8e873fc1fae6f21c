// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/memory.h"

#include "base/log.h"
#include "workspace/office/office.h"

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

QJsonObject objectAt(const Office &office, const QString &key)
{
    return QJsonDocument::fromJson(remembered(office, key).toUtf8()).object();
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString today(const Office &office)
{
    return office.clock()().date().toString(Qt::ISODate);
}

} // namespace

QString remembered(const Office &office, const QString &key)
{
    const Result<QString> value = office.remembered(key);
    return value ? *value : QString();
}

void remember(Office &office, const QString &key, const QString &value)
{
    if (!office.hasStore() || office.readOnlyReason() || remembered(office, key) == value)
        return;
    if (!office.remember(key, value))
        log::warning(QStringLiteral("could not remember ") + key);
}

WindowMemory windowMemory(const Office &office)
{
    const QJsonObject object = objectAt(office, windowKey);
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

void remember(Office &office, const WindowMemory &memory)
{
    QJsonObject object{{QStringLiteral("geometry"), encoded(memory.geometry)},
        {QStringLiteral("navigationWidth"), memory.navigationWidth},
        {QStringLiteral("previewWidth"), memory.previewWidth}, {QStringLiteral("zoom"), memory.zoom},
        {QStringLiteral("textScale"), memory.textScale}};
    if (memory.preview)
        object.insert(u"preview", *memory.preview);
    if (memory.report)
        object.insert(u"report", *memory.report);
    remember(office, windowKey, compact(object));
}

ReportMemory reportMemory(const Office &office, qint64 report)
{
    const QJsonObject object = objectAt(office, reportKey(report));
    ReportMemory memory;
    memory.page = object.value(u"page").toInt();
    const QJsonObject views = object.value(u"views").toObject();
    for (auto view = views.begin(); view != views.end(); ++view)
        memory.views.insert(view.key(), decoded(view.value()));
    return memory;
}

void remember(Office &office, qint64 report, const ReportMemory &memory)
{
    QJsonObject views;
    for (auto view = memory.views.begin(); view != memory.views.end(); ++view)
        views.insert(view.key(), encoded(view.value()));
    remember(
        office, reportKey(report), compact({{QStringLiteral("page"), memory.page}, {QStringLiteral("views"), views}}));
}

void putOff(Office &office, const QString &key)
{
    remember(office, key, today(office));
}

bool isPutOff(const Office &office, const QString &key)
{
    return remembered(office, key) == today(office);
}

} // namespace zhibao
