// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include "workspace/describe.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace zhibao::cli {

namespace {

bool write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const std::size_t size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

// What a file from elsewhere says must not give orders to the terminal that shows it.
void quieten(QString &text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar character) { return character.category() == QChar::Other_Control; }, u' ');
}

ExitCode exitCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return usage;
    case ErrorCode::ErrorsRemain:
    case ErrorCode::LogBroken:
        return reportHasErrors;
    case ErrorCode::FolderMissing:
    case ErrorCode::FileExists:
    case ErrorCode::FileInUse:
    case ErrorCode::DiskFull:
    case ErrorCode::ReadOnlyMedium:
    case ErrorCode::PermissionDenied:
    case ErrorCode::WriteFailed:
    case ErrorCode::MediumGone:
    case ErrorCode::NotVerified:
    case ErrorCode::StoreReadOnly:
    case ErrorCode::StoreInUse:
    case ErrorCode::FontMissing:
    case ErrorCode::RenderFailed:
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

int printData(const QString &text)
{
    if (write(stdout, text))
        return done;
    printNote(tr("未能写到标准输出，结果不完整；请检查输出位置后再试。"));
    return notWritten;
}

void printNote(const QString &sentence)
{
    QString shown = sentence;
    quieten(shown);
    // Where standard error is closed there is nobody left to tell.
    static_cast<void>(write(stderr, shown + u'\n'));
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
        quieten(field);
        flat.append(field);
    }
    return flat.join(u'\t') + u'\n';
}

} // namespace zhibao::cli
