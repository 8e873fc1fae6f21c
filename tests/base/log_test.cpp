// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/log.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace log_test {

using namespace zhibao;

TEST_CASE("The log rotates in three files of one MiB that only their owner reads")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("state/zhibao"));
    log::start(path);
    const QString event(1023, u'e');
    for (int count = 0; count < 5'000; ++count)
        log::info(event);
    log::warning(QStringLiteral("last"));

    const QFileInfoList files = QDir(path).entryInfoList(QDir::Files | QDir::Hidden);
    REQUIRE(files.size() == 3);
    constexpr QFile::Permissions owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    for (const QFileInfo &file : files) {
        CHECK(file.size() <= 1024 * 1024);
        CHECK(file.permissions() == owner);
    }
    CHECK_FALSE(QFileInfo(path).permission(QFile::ReadGroup));
    QFile current(path + QStringLiteral("/zhibao.log"));
    REQUIRE(current.open(QIODevice::ReadOnly));
    CHECK(current.readAll().endsWith("warning last\n"));
}

TEST_CASE("A log that cannot be opened stops nothing")
{
    CHECK_NOTHROW(log::start(QStringLiteral("/dev/null/zhibao")));
    CHECK_NOTHROW(log::error(QStringLiteral("event")));
}

TEST_CASE("The log lies where the desktop's specification says")
{
    qputenv("XDG_STATE_HOME", "/somewhere");
    CHECK(log::defaultFolder() == QStringLiteral("/somewhere/zhibao"));
    qputenv("XDG_STATE_HOME", "relative");
    CHECK(log::defaultFolder() == QDir::homePath() + QStringLiteral("/.local/state/zhibao"));
    qunsetenv("XDG_STATE_HOME");
}

} // namespace log_test
