// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/pdftextreader.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcess>

#include <sys/resource.h>

namespace zhibao {

namespace {

constexpr int patience = 20'000; // ms
constexpr qsizetype longestOutput = 64 * 1024 * 1024; // bytes
constexpr rlim_t mostMemory = 1024 * 1024 * 1024; // bytes

// Runs in the child before the tool is there. A tool that meets the limit fails, and that is told.
void limitChild()
{
    const rlimit memory{mostMemory, mostMemory};
    ::setrlimit(RLIMIT_AS, &memory);
    const rlimit time{patience / 1000, patience / 1000};
    ::setrlimit(RLIMIT_CPU, &time);
}

// What the tool writes about the file.
Result<QByteArray> output(const QString &path)
{
    const QString program = QStringLiteral("pdftotext");
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setStandardInputFile(QProcess::nullDevice());
    process.setChildProcessModifier(limitChild);
    // An absolute path never begins with a dash, so that it is not taken for an option.
    process.start(program,
        {QStringLiteral("-raw"), QStringLiteral("-bbox"), QStringLiteral("-enc"), QStringLiteral("UTF-8"),
            QFileInfo(path).absoluteFilePath(), QStringLiteral("-")});
    if (!process.waitForStarted())
        return Error{ErrorCode::ToolMissing, {program}};
    const QDeadlineTimer deadline(patience);
    QByteArray bytes;
    while (process.state() != QProcess::NotRunning && !deadline.hasExpired() && bytes.size() <= longestOutput) {
        process.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
        bytes += process.readAllStandardOutput();
    }
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
        if (bytes.size() <= longestOutput)
            return Error{ErrorCode::PictureUnreadable, {path}};
    }
    bytes += process.readAllStandardOutput();
    if (bytes.size() > longestOutput)
        return Error{ErrorCode::FileTooLarge, {path, QString::number(longestOutput / 1024 / 1024)}};
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return Error{ErrorCode::PictureUnreadable, {path}};
    return bytes;
}

double attribute(QStringView line, QStringView name)
{
    const qsizetype at = line.indexOf(name);
    if (at < 0)
        return 0;
    const QStringView value = line.sliced(at + name.size());
    return value.first(std::max<qsizetype>(value.indexOf(u'"'), 0)).toDouble();
}

QString unescaped(QStringView text)
{
    QString plain = text.toString();
    return plain.replace(QStringLiteral("&lt;"), QStringLiteral("<"))
        .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
        .replace(QStringLiteral("&quot;"), QStringLiteral("\""))
        .replace(QStringLiteral("&apos;"), QStringLiteral("'"))
        .replace(QStringLiteral("&#39;"), QStringLiteral("'"))
        .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

} // namespace

Result<QList<TextWord>> pdfWords(const QString &path)
{
    const Result<QByteArray> bytes = output(path);
    if (!bytes)
        return bytes.error();
    // Read by lines, since the tool writes what the file holds, which need not be what XML allows.
    QList<TextWord> words;
    int page = -1;
    const QString text = QString::fromUtf8(*bytes);
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        const QStringView element = line.trimmed();
        if (element.startsWith(u"<page "))
            ++page;
        const qsizetype start = element.indexOf(u'>') + 1;
        const qsizetype end = element.lastIndexOf(u"</word>");
        if (page < 0 || !element.startsWith(u"<word ") || start == 0 || end < start)
            continue;
        const QStringView head = element.first(start);
        words.append({unescaped(element.sliced(start, end - start)), page, attribute(head, u"xMin=\""),
            attribute(head, u"yMin=\""), attribute(head, u"xMax=\""), attribute(head, u"yMax=\"")});
    }
    return words;
}

} // namespace zhibao
