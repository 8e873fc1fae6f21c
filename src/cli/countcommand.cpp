// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "core/text/encoding.h"
#include "core/text/wordcount.h"

namespace zhibao::cli {

namespace {

constexpr qint64 textLimit = 20 * 1024 * 1024; // bytes

} // namespace

int runCount(const QStringList &given, const Catalogue &)
{
    const Result<Arguments> arguments = parseArguments(given, {}, 1);
    if (!arguments)
        return fail(arguments.error());
    if (arguments->input.isEmpty())
        return fail(usageError(tr("请写明文件，或用“-”读标准输入")));
    const bool fromStandardInput = arguments->input == QStringLiteral("-");
    const QString path = fromStandardInput ? QStringLiteral("/dev/stdin") : arguments->input;
    const Result<QByteArray> bytes = readWhole(path, textLimit);
    if (!bytes)
        return fail(bytes.error());
    const Result<QString> text = decodeUtf8(*bytes, path);
    if (!text)
        return fail(text.error());
    const WordCount count = countWords(*text);
    return printData(tableLine({tr("字数"), QString::number(count.words)})
        + tableLine({tr("字符数（不计空格）"), QString::number(count.characters)})
        + tableLine({tr("字符数（计空格）"), QString::number(count.charactersSpaced)}));
}

} // namespace zhibao::cli
