// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/programflows.h"

#include "base/archive.h"
#include "base/durablefile.h"
#include "durability/child.h"
#include "durability/disk.h"
#include "durability/storeflows.h"
#include "exchange/report/reportfile.h"
#include "workspace/office/catalogue.h"
#include "workspace/office/storesettings.h"

#include <QDir>
#include <QFile>

namespace zhibao::durability {

namespace {

constexpr qint64 exportLimit = 16 * 1024 * 1024; // bytes
const QString outputFolder = QStringLiteral("/out");
const QString oldBackups = QStringLiteral("/media/旧盘");
const QString newBackups = QStringLiteral("/media/新盘/备份");

QString reportFileIn(const QString &folder)
{
    return folder + QStringLiteral("/report.json");
}

const Catalogue &catalogue()
{
    static const Catalogue read = [] {
        Result<Catalogue> found = readCatalogue();
        if (!found)
            qFatal("no catalogue");
        return *found;
    }();
    return read;
}

QByteArray reportFile(int number)
{
    return writeReport(numberedReport(number), catalogue().notices.first());
}

int exportAs(const QString &folder, const QStringList &format)
{
    return becomeZhibao(
        QStringList{QStringLiteral("export"), reportFileIn(folder), QStringLiteral("--output"), folder + outputFolder}
        + format);
}

// The exports of state 0, made once.
const Tree &oldExports()
{
    static const Tree exported = [] {
        const auto prepare = [](const QString &folder) { writeStateFile(folder, 0); };
        const Workplace place;
        const Flow flow{"export before", prepare, exportAll, checkExport, 0};
        place.prepare(flow);
        if (!run(flow, place).told().done)
            qFatal("nothing could be exported");
        return readTree(place.folder() + outputFolder);
    }();
    return exported;
}

bool isWholePdf(const QByteArray &bytes)
{
    const qsizetype at = bytes.lastIndexOf("startxref\n");
    const qsizetype tableAt = bytes.mid(at + 10, bytes.indexOf('\n', at + 10) - at - 10).toLongLong();
    return bytes.startsWith("%PDF-") && bytes.endsWith("%%EOF\n") && at > 0
        && bytes.mid(tableAt, 4) == QByteArrayLiteral("xref");
}

bool isWhole(const QString &name, const QByteArray &bytes)
{
    if (name.endsWith(QStringLiteral(".pdf")))
        return isWholePdf(bytes);
    return zipPart(bytes, QStringLiteral("word/document.xml"), exportLimit).has_value();
}

// `asked`: how the names of the files end that were asked for.
Finding checkExported(const QString &folder, const Told &told, const QString &asked)
{
    const Tree exported = readTree(folder + outputFolder);
    for (auto old = oldExports().files.cbegin(); old != oldExports().files.cend(); ++old) {
        const QByteArray found = exported.files.value(old.key());
        if (!isWhole(old.key(), found))
            return {Damage::Corrupt, old.key() + QStringLiteral(" is not whole")};
        if (told.done && old.key().endsWith(asked) && found == *old)
            return {Damage::Lost, old.key() + QStringLiteral(" is the old one")};
    }
    return {};
}

} // namespace

void writeStateFile(const QString &folder, int number)
{
    const QByteArray bytes = reportFile(number);
    QFile file(reportFileIn(folder));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no report file to start from");
}

void prepareImport(const QString &folder)
{
    prepareStore(folder);
    writeStateFile(folder, 1);
}

int importReport(const QString &folder)
{
    return becomeZhibao({QStringLiteral("import"), reportFileIn(folder), QStringLiteral("--store"), storeIn(folder)});
}

Finding checkImport(const QString &folder, const Told &told)
{
    Told asStates = told;
    if (told.done)
        asStates.acknowledged.append("1");
    return checkStore(folder, asStates);
}

void prepareExport(const QString &folder)
{
    QDir(folder).mkdir(outputFolder.mid(1));
    writeTree(folder + outputFolder, oldExports());
    writeStateFile(folder, 1);
}

int exportAll(const QString &folder)
{
    return exportAs(folder, {});
}

int exportPdf(const QString &folder)
{
    return exportAs(folder, {QStringLiteral("--format"), QStringLiteral("pdf")});
}

int exportDocx(const QString &folder)
{
    return exportAs(folder, {QStringLiteral("--format"), QStringLiteral("docx")});
}

Finding checkExport(const QString &folder, const Told &told)
{
    return checkExported(folder, told, QString());
}

Finding checkExportedPdf(const QString &folder, const Told &told)
{
    return checkExported(folder, told, QStringLiteral(".pdf"));
}

Finding checkExportedDocx(const QString &folder, const Told &told)
{
    return checkExported(folder, told, QStringLiteral(".docx"));
}

void prepareReportFile(const QString &folder)
{
    writeStateFile(folder, 0);
}

int writeReportFile(const QString &folder)
{
    return writeDurably(reportFileIn(folder), reportFile(1), Existing::Replace) ? 0 : 1;
}

Finding checkReportFile(const QString &folder, const Told &told)
{
    const QByteArray found = readTree(folder).files.value(QStringLiteral("report.json"));
    if (found == reportFile(1))
        return {};
    if (found != reportFile(0))
        return {Damage::Corrupt, QStringLiteral("not whole")};
    return {told.done ? Damage::Lost : Damage::None, QStringLiteral("the old one")};
}

void prepareSettings(const QString &folder)
{
    if (!writeStoreSettings(storeIn(folder), {oldBackups}))
        qFatal("no settings to start from");
}

int changeSettings(const QString &folder)
{
    return writeStoreSettings(storeIn(folder), {newBackups}) ? 0 : 1;
}

Finding checkSettings(const QString &folder, const Told &told)
{
    const QString found = readStoreSettings(storeIn(folder)).backupFolder;
    if (found == newBackups)
        return {};
    if (found != oldBackups)
        return {Damage::Corrupt, QStringLiteral("not whole")};
    return {told.done ? Damage::Lost : Damage::None, QStringLiteral("the old ones")};
}

} // namespace zhibao::durability
