// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "judges_pdf.h"

#include <QProcess>

namespace zhibao::judges {

namespace {

constexpr int patience = 300'000; // milliseconds for one run of a judge

struct Run {
    bool ended = false;
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

Run run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    const bool ended = process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit;
    if (!ended)
        process.kill();
    return {ended, process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

QStringList preflightFaults(const QStringList &files)
{
    const Run preflight = run(QStringLiteral("java"),
        QStringList{QStringLiteral("-cp"), QStringLiteral(PREFLIGHT_CLASSPATH), QStringLiteral("Preflight")} + files);
    QStringList faults;
    QStringList judged;
    QString file;
    for (const QString &line : QString::fromUtf8(preflight.output).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith(u' ')) {
            file = line.section(u'\t', 1);
            judged << file;
            if (!line.startsWith(u"valid\t"))
                faults << line;
        } else {
            faults << file + u':' + line;
        }
    }
    for (const QString &asked : files) {
        if (!judged.contains(asked))
            faults << asked + QStringLiteral(": no verdict: ") + QString::fromUtf8(preflight.errors.left(400));
    }
    return faults;
}

QString qpdfFaults(const QString &file)
{
    const Run check = run(QStringLiteral("qpdf"), {QStringLiteral("--check"), file});
    if (check.ended && check.exitCode == 0 && check.errors.isEmpty())
        return {};
    return QStringLiteral("qpdf: ") + QString::fromUtf8(check.errors);
}

QStringList pdfFontFaults(const QString &file)
{
    const Run fonts = run(QStringLiteral("pdffonts"), {file});
    QStringList lines = QString::fromUtf8(fonts.output).split(u'\n', Qt::SkipEmptyParts);
    if (!fonts.ended || fonts.exitCode != 0 || lines.size() < 3) // two lines of headings
        return {QStringLiteral("pdffonts found no fonts: ") + QString::fromUtf8(fonts.errors)};
    QStringList faults;
    for (const QString &line : lines.mid(2)) {
        if (!line.simplified().contains(QStringLiteral(" yes yes yes ")))
            faults << line;
    }
    return faults;
}

QString pdfText(const QString &file, const QStringList &options)
{
    const Run text = run(QStringLiteral("pdftotext"),
        QStringList{QStringLiteral("-enc"), QStringLiteral("UTF-8")} + options
            + QStringList{file, QStringLiteral("-")});
    return text.ended && text.exitCode == 0 ? QString::fromUtf8(text.output) : QString();
}

} // namespace zhibao::judges
