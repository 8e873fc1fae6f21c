// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/pdf/pdftextreader.h"

#include "exchange/document/limitedtool.h"

namespace zhibao {

namespace {

constexpr qsizetype longestText = 64 * 1024 * 1024; // bytes

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
    const Result<QByteArray> bytes = toolOutput(QStringLiteral("pdftotext"),
        {QStringLiteral("-raw"), QStringLiteral("-bbox"), QStringLiteral("-enc"), QStringLiteral("UTF-8")}, path,
        {QStringLiteral("-")}, longestText);
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
