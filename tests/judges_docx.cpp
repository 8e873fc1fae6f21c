// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "judges_docx.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QThread>
#include <QUrl>
#include <QXmlStreamReader>

#include <memory>
#include <vector>

namespace zhibao::judges {

namespace {

constexpr int patience = 300'000; // milliseconds for one run of a judge

// The binary behind the package's command line: the same verdict without starting Node for every file.
QString validator()
{
    const QString folder = qEnvironmentVariable("ZHIBAO_JUDGES", QStringLiteral(SOURCE_ROOT "/build/judges"));
    const QDir packages(folder + QStringLiteral("/node_modules/@xarsh"));
    const QStringList found = packages.entryList({QStringLiteral("ooxml-validator-*")}, QDir::Dirs);
    return found.isEmpty() ? QString() : packages.filePath(found.constFirst() + QStringLiteral("/ooxml-validator"));
}

QStringList faultsIn(const QByteArray &verdict, const QString &file)
{
    const QJsonObject json = QJsonDocument::fromJson(verdict).object();
    if (json.value(QStringLiteral("ok")).toBool(false))
        return {};
    QStringList faults;
    for (const QJsonValue &error : json.value(QStringLiteral("errors")).toArray()) {
        faults << file + QStringLiteral(": ") + error[QStringLiteral("path")].toString() + u' '
                + error[QStringLiteral("xPath")].toString() + u' ' + error[QStringLiteral("description")].toString();
    }
    if (faults.isEmpty())
        faults << file + QStringLiteral(": no verdict: ") + QString::fromUtf8(verdict.left(200));
    return faults;
}

} // namespace

QStringList docxFaults(const QStringList &files, const QString &office)
{
    const QString program = validator();
    if (program.isEmpty())
        return {QStringLiteral("the validator is missing: run packaging/judges/install.sh")};
    // It runs for half a second each time: profiling itself only costs it.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DOTNET_TieredPGO"), QStringLiteral("0"));
    QStringList faults;
    const qsizetype width = qMax(1, QThread::idealThreadCount());
    for (qsizetype start = 0; start < files.size(); start += width) {
        std::vector<std::unique_ptr<QProcess>> runs;
        for (const QString &file : files.mid(start, width)) {
            runs.push_back(std::make_unique<QProcess>());
            runs.back()->setProcessEnvironment(environment);
            runs.back()->start(program, {file, office});
        }
        for (std::size_t index = 0; index < runs.size(); ++index) {
            if (!runs[index]->waitForFinished(patience))
                runs[index]->kill();
            faults << faultsIn(runs[index]->readAllStandardOutput(), files.at(start + qsizetype(index)));
        }
    }
    return faults;
}

QStringList libreOfficePdfs(const QStringList &documents, const QString &folder)
{
    const QTemporaryDir profile;
    QProcess office;
    office.setProcessChannelMode(QProcess::MergedChannels);
    office.start(QStringLiteral("soffice"),
        QStringList{QStringLiteral("-env:UserInstallation=") + QUrl::fromLocalFile(profile.path()).toString(),
            QStringLiteral("--headless"), QStringLiteral("--convert-to"), QStringLiteral("pdf"),
            QStringLiteral("--outdir"), folder}
            + documents);
    const bool ended = office.waitForFinished(patience);
    if (!ended)
        office.kill();
    QStringList pdfs;
    for (const QString &document : documents) {
        const QString pdf = folder + u'/' + QFileInfo(document).completeBaseName() + QStringLiteral(".pdf");
        pdfs << (ended && QFileInfo::exists(pdf) ? pdf : QString());
    }
    return pdfs;
}

QList<Word> pdfWords(const QString &pdf)
{
    QProcess process;
    process.start(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), pdf, QStringLiteral("-")});
    if (!process.waitForFinished(patience) || process.exitCode() != 0)
        return {};
    QList<Word> words;
    int page = -1;
    QXmlStreamReader xml(process.readAllStandardOutput());
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"page") {
            ++page;
        } else if (xml.name() == u"word") {
            const QXmlStreamAttributes attributes = xml.attributes();
            const auto value = [&](const char *name) { return attributes.value(QLatin1String(name)).toDouble(); };
            const QPointF topLeft(value("xMin"), value("yMin"));
            const QPointF bottomRight(value("xMax"), value("yMax"));
            words << Word{page, QRectF(topLeft, bottomRight), xml.readElementText()};
        }
    }
    return words;
}

} // namespace zhibao::judges
