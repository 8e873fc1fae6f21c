// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "verify/media.h"

#include "base/archive.h"
#include "core/data.h"
#include "document/docx/docx.h"
#include "document/layout/paginate.h"
#include "document/pdf/pdf.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

namespace zhibao::test {

namespace {

const QDateTime moment(QDate(2023, 12, 20), QTime(8, 30), Qt::UTC);

QString written(const Result<QByteArray> &bytes, const QString &path)
{
    REQUIRE(bytes);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(*bytes) == bytes->size());
    return path;
}

void run(const QString &program, const QStringList &arguments)
{
    constexpr int patience = 600'000; // ms; beside other work as well
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    REQUIRE(process.waitForFinished(patience));
    REQUIRE(process.exitCode() == 0);
}

} // namespace

QString writePdfFile(const Document &document, Fonts &fonts, const QString &path)
{
    const Result<Pages> pages = paginate(document, fonts);
    REQUIRE(pages);
    return written(writePdf(*pages, fonts, moment), path);
}

QString writeDocxFile(const Document &document, const QString &path)
{
    return written(writeDocx(document, moment), path);
}

QStringList savedByLibreOffice(const QStringList &files, const QString &form, const QString &folder)
{
    const QTemporaryDir profile;
    REQUIRE(QDir().mkpath(folder));
    run(QStringLiteral("soffice"),
        QStringList{QStringLiteral("-env:UserInstallation=file://") + profile.path(), QStringLiteral("--headless"),
            QStringLiteral("--convert-to"), form, QStringLiteral("--outdir"), folder}
            + files);
    QStringList saved;
    for (const QString &file : files) {
        saved.append(folder + u'/' + QFileInfo(file).completeBaseName() + u'.' + form);
        REQUIRE(QFileInfo::exists(saved.constLast()));
    }
    return saved;
}

QString withoutMetadata(const QString &pdf, const QString &path)
{
    run(QStringLiteral("qpdf"),
        {QStringLiteral("--empty"), QStringLiteral("--pages"), pdf, QStringLiteral("1-z"), QStringLiteral("--"), path});
    return path;
}

QString withoutProperties(const QString &docx, const QString &path)
{
    Result<QList<ArchivePart>> parts = zipParts(fileBytes(docx));
    REQUIRE(parts);
    QList<ArchivePart> &kept = parts.value();
    const qsizetype removed = kept.removeIf([](const ArchivePart &part) { return part.name.startsWith(u"docProps/"); });
    CHECK(removed > 0);
    return written(zipArchive(kept), path);
}

} // namespace zhibao::test
