// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/tampering.h"

#include <QProcess>

namespace zhibao::test {

QString tamper(const QString &path, const QStringList &statements)
{
    QProcess shell;
    shell.start(QStringLiteral("sqlite3"), {QStringLiteral("-batch"), QStringLiteral("-bail"), path});
    QStringList lines{QStringLiteral(".dbconfig enable_trigger off"), QStringLiteral(".dbconfig enable_fkey off"),
        QStringLiteral(".dbconfig defensive off")};
    for (const QString &statement : statements)
        lines << (statement.startsWith(u'.') ? statement : statement + u';');
    shell.write(lines.join(u'\n').toUtf8() + '\n');
    shell.closeWriteChannel();
    if (!shell.waitForFinished())
        return shell.errorString();
    return QString::fromUtf8(shell.readAllStandardError());
}

} // namespace zhibao::test
