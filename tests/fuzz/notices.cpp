// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/notices.h"

#include "core/notice/noticereader.h"
#include "fuzz/driver.h"

#include <QFile>

#include <algorithm>

namespace zhibao::fuzz {

namespace {

Notice noticeIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return readNotice(file.readAll(), path).value();
}

} // namespace

const QList<Notice> &notices()
{
    static const QList<Notice> known{noticeIn(QStringLiteral(SOURCE_ROOT "/resources/notices/2023-9.json")),
        noticeIn(QStringLiteral(SOURCE_ROOT "/tests/data/notices/2031-4.json"))};
    return known;
}

const Notice &noticeNumbered(const QString &number)
{
    const auto found = std::find_if(
        notices().cbegin(), notices().cend(), [&](const Notice &notice) { return notice.number == number; });
    if (found == notices().cend())
        fail("what was read answers to a notice that nobody knows");
    return *found;
}

} // namespace zhibao::fuzz
