// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include "base/path.h"
#include "workspace/describe/describe.h"

#include <QCoreApplication>

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace zhibao::cli {

namespace {

bool write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = bytesOfPath(text);
    const std::size_t size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

bool isOnTerminal()
{
    return ::isatty(STDOUT_FILENO) == 1;
}

// Control characters, which U+0085 is one of, and what else ends a line for some readers.
bool isControl(QChar character)
{
    const QChar::Category category = character.category();
    return category == QChar::Other_Control || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph;
}

bool turnsDirection(QChar character)
{
    const char16_t code = character.unicode();
    return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E)
        || (code >= 0x2066 && code <= 0x2069);
}

// `kept`: control characters that stay.
QString escapedBut(const QString &text, QStringView kept)
{
    QString shown;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar character = text[at];
        const bool givesOrders = isControl(character) || turnsDirection(character);
        if (isByteOfPath(text, at))
            shown += QStringLiteral("\\x%1").arg(character.unicode() - 0xDC00, 2, 16, QChar(u'0'));
        else if (givesOrders && !kept.contains(character))
            shown += QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QChar(u'0'));
        else
            shown += character;
    }
    return shown;
}

ExitCode exitCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
    case ErrorCode::DisplayMissing:
    case ErrorCode::DisplayByNetwork:
        return usage;
    case ErrorCode::ErrorsRemain:
    case ErrorCode::LogBroken:
        return reportHasErrors;
    case ErrorCode::FolderMissing:
    case ErrorCode::TemporaryFolderUnusable:
    case ErrorCode::FileExists:
    case ErrorCode::NotRegularFile:
    case ErrorCode::FileInUse:
    case ErrorCode::DiskFull:
    case ErrorCode::FileSizeLimited:
    case ErrorCode::ReadOnlyMedium:
    case ErrorCode::PermissionDenied:
    case ErrorCode::WriteFailed:
    case ErrorCode::MediumGone:
    case ErrorCode::NotVerified:
    case ErrorCode::StoreReadOnly:
    case ErrorCode::StoreInUse:
    case ErrorCode::FontMissing:
    case ErrorCode::RenderFailed:
    case ErrorCode::MemoryFull:
    case ErrorCode::Stopped:
        return notWritten;
    default:
        return badInput;
    }
}

} // namespace

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QString escaped(const QString &text)
{
    return escapedBut(text, {});
}

int printData(const QString &text)
{
    if (write(stdout, isOnTerminal() ? escapedBut(text, u"\t\n") : text))
        return done;
    printNote(tr("未能写到标准输出，结果不完整；请检查输出位置后再试。"));
    return notWritten;
}

int printPaths(const QStringList &paths)
{
    QString text;
    for (const QString &path : paths)
        text += (isOnTerminal() ? escaped(path) : path) + u'\n';
    return printData(text);
}

void printNote(const QString &sentence)
{
    // Where standard error is closed there is nobody left to tell.
    static_cast<void>(write(stderr, escaped(sentence) + u'\n'));
}

int fail(const Error &error)
{
    printNote(describe(error));
    return exitCode(error.code);
}

QString tableLine(const QStringList &fields)
{
    QStringList flat;
    for (QString field : fields) {
        if (isOnTerminal())
            field = escaped(field);
        else
            std::replace_if(field.begin(), field.end(), isControl, u' ');
        flat.append(field);
    }
    return flat.join(u'\t') + u'\n';
}

} // namespace zhibao::cli
