// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "core/report/report.h"

#include <QFile>

namespace zhibao::test {

// A report of an invented notice, with texts that storage could spoil.
inline Report exampleReport()
{
    Report report{QStringLiteral("示例〔2031〕1号"), QStringLiteral("𠮷林县局"), {}};
    FormAnswer &table = report.forms[QStringLiteral("table")];
    table.fields.insert(QStringLiteral("contact"), QStringLiteral("  前后有空格\t\n"));
    table.rows = {
        {{{QStringLiteral("a"), QStringLiteral("一\n二")}, {QStringLiteral("b"), QString()}},
            {{{QStringLiteral("t"), QStringLiteral("\"引号\" \\ 〈〉")}}, {}}},
        {},
        {{{QStringLiteral("a"), QStringLiteral("e\u0301 不合并 é")}}, {}},
    };
    FormAnswer &outline = report.forms[QStringLiteral("outline")];
    outline.fields.insert(QStringLiteral("title"), QString(QChar(u'\0')) + QStringLiteral("空字符"));
    outline.sections = {QStringLiteral("一"), QString(), QStringLiteral("三")};
    report.forms.insert(QStringLiteral("untouched"), {});
    return report;
}

// A clock that moves on by a second each time it is asked.
inline Clock steppingClock()
{
    auto now = std::make_shared<QDateTime>(QDate(2023, 3, 1), QTime(8, 0));
    return [now] { return *now = now->addSecs(1); };
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArrayLiteral("(missing)");
}

} // namespace zhibao::test
