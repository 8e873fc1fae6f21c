// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/notice/noticereader.h"
#include "exchange/report/reportfile.h"
#include "generate/reports.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <cstdio>

// Writes a generated report file, for measurements and for trying the program by hand.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption seed(QStringLiteral("seed"), QString(), QStringLiteral("N"), QStringLiteral("1"));
    const QCommandLineOption rows(QStringLiteral("rows"), QString(), QStringLiteral("N"), QStringLiteral("0"));
    const QCommandLineOption characters(
        QStringLiteral("characters"), QString(), QStringLiteral("N"), QStringLiteral("0"));
    const QCommandLineOption summary(QStringLiteral("summary"), QString(), QStringLiteral("N"), QStringLiteral("0"));
    parser.addOptions({seed, rows, characters, summary});
    parser.addPositionalArgument(QStringLiteral("report"), QStringLiteral("the report file to write"));
    parser.addPositionalArgument(QStringLiteral("notice"), QStringLiteral("the notice's definition"));
    parser.addHelpOption();
    parser.process(application);
    if (parser.positionalArguments().isEmpty())
        parser.showHelp(2);

    const QString noticePath = parser.positionalArguments().value(1, QStringLiteral(":/notices/2023-9.json"));
    QFile noticeFile(noticePath);
    if (!noticeFile.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "cannot read %s\n", qPrintable(noticePath));
        return 3;
    }
    const auto notice = zhibao::readNotice(noticeFile.readAll(), noticePath);
    if (!notice) {
        std::fprintf(stderr, "not a notice: %s\n", qPrintable(notice.error().arguments.join(u' ')));
        return 3;
    }
    const zhibao::GeneratorSize size{
        parser.value(rows).toInt(), parser.value(characters).toInt(), parser.value(summary).toInt()};
    const zhibao::Report report = zhibao::generateReport(*notice, parser.value(seed).toUInt(), size);
    const QByteArray bytes = zhibao::writeReport(report, *notice);
    QFile file(parser.positionalArguments().constFirst());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
        std::fprintf(stderr, "cannot write %s\n", qPrintable(file.fileName()));
        return 4;
    }
    return 0;
}
