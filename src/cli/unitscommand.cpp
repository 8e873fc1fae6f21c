// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "base/durablefile.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reportsource.h"
#include "cli/reviewdesk.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace zhibao::cli {

namespace {

constexpr qint64 longestUnitList = qint64(16) << 20; // bytes; all areas down to townships take a fifth of it

QString unitsAsJson(const QList<Unit> &units)
{
    QJsonArray list;
    for (const Unit &unit : units) {
        list.append(QJsonObject{
            {QStringLiteral("uid"), unit.uid},
            {QStringLiteral("name"), unit.name},
            {QStringLiteral("code"), unit.code},
            {QStringLiteral("level"), nameOf(unit.level)},
            {QStringLiteral("parent"), unit.parent},
            {QStringLiteral("unchecked"), unit.isUnchecked},
        });
    }
    return QString::fromUtf8(QJsonDocument(list).toJson());
}

QString unitsAsTable(const QList<Unit> &units)
{
    QString text;
    for (const Unit &unit : units)
        text += tableLine({unit.uid, unit.name, unit.code, nameOf(unit.level), unit.parent});
    return text;
}

int printUnits(const UnitDirectory &directory, const Arguments &arguments)
{
    const QList<Unit> &units = directory.units();
    return printData(arguments.has(option::json) ? unitsAsJson(units) : unitsAsTable(units));
}

int importUnits(const Arguments &arguments, const Catalogue &catalogue)
{
    const QString path = arguments.value(option::importFile);
    const Result<QByteArray> table = readWhole(path, longestUnitList);
    if (!table)
        return fail(table.error());
    Workspace workspace(catalogue, systemClock());
    if (const Result<void> opened = openOffice(workspace, arguments); !opened)
        return fail(opened.error());
    const Result<qsizetype> kept = workspace.office().keepUnits(*table, path);
    if (!kept)
        return fail(kept.error());
    printNote(tr("单位名录以本单位的名录为准，其中有 %1 个单位。").arg(*kept));
    return printUnits(workspace.office().directory(), arguments);
}

// What the program knows where there is no store.
int showUnits(const Arguments &arguments, const Catalogue &catalogue)
{
    Office office(catalogue, systemClock());
    const QString store = askedStore(arguments);
    const Result<void> opened = QFileInfo::exists(store) ? office.openStore(store, StoreAccess::Read) : Result<void>();
    return opened ? printUnits(office.directory(), arguments) : fail(opened.error());
}

} // namespace

int runUnits(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments = parseArguments(
        given, {option::importFile, option::json, option::store, option::person, option::passwordDescriptor}, 0);
    if (!arguments)
        return fail(arguments.error());
    return arguments->has(option::importFile) ? importUnits(*arguments, catalogue) : showUnits(*arguments, catalogue);
}

} // namespace zhibao::cli
