// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/describe/sentence.h"

namespace zhibao {

QString filled(const QString &sentence, const QStringList &arguments, const QString &cause)
{
    QString text;
    for (qsizetype at = 0; at < sentence.size(); ++at) {
        const QChar next = at + 1 < sentence.size() ? sentence[at + 1] : QChar();
        const bool isMark = sentence[at] == u'%' && (next.isDigit() || next == u'c');
        if (!isMark) {
            text += sentence[at];
            continue;
        }
        text += next == u'c' ? cause : arguments.value(next.digitValue() - 1);
        ++at;
    }
    return text;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("Describe", text);
}

} // namespace zhibao
