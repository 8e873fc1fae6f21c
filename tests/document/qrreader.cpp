// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/qrreader.h"

#include <QProcess>
#include <QTemporaryDir>

namespace zhibao::test {

QString readQrCode(const QImage &image)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("code.png"));
    if (!image.save(file))
        return {};
    QProcess reader;
    reader.start(QStringLiteral("zbarimg"),
        {QStringLiteral("--quiet"), QStringLiteral("--raw"), QStringLiteral("--oneshot"), QStringLiteral("-Sdisable"),
            QStringLiteral("-Sqrcode.enable"), file});
    if (!reader.waitForFinished() || reader.exitCode() != 0)
        return {};
    QString text = QString::fromUtf8(reader.readAllStandardOutput());
    if (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

} // namespace zhibao::test
