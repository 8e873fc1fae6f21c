// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"

#include "core/notice/noticereader.h"

#include <QFile>

#include <catch2/catch.hpp>

namespace zhibao::test {

namespace {

Notice noticeOf(const QString &path)
{
    const Result<Notice> notice = readNotice(fileBytes(path), path);
    REQUIRE(notice);
    return *notice;
}

} // namespace

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    INFO(path.toStdString());
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

Notice shippedNotice()
{
    return noticeOf(QStringLiteral(SOURCE_ROOT "/resources/notices/2023-9.json"));
}

Notice reworded(const Notice &notice, std::initializer_list<std::pair<const char *, const char *>> passages)
{
    QByteArray json = notice.json;
    for (const auto &[before, after] : passages) {
        INFO(before);
        REQUIRE(json.count(before) == 1);
        json.replace(before, after);
    }
    Result<Notice> other = readNotice(json, QStringLiteral("later.json"));
    REQUIRE(other);
    other->isImplied = false;
    return *other;
}

Notice monthlyNotice()
{
    return noticeOf(QStringLiteral(TEST_DATA "/notices/2031-7.json"));
}

Notice typedNotice()
{
    return noticeOf(QStringLiteral(TEST_DATA "/notices/2031-9.json"));
}

Notice inventedNotice()
{
    return noticeOf(QStringLiteral(TEST_DATA "/notices/2031-4.json"));
}

} // namespace zhibao::test
