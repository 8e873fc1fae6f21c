// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "exchange/document/limitedtool.h"
#include "exchange/document/temporarycopy.h"

#include <QDir>
#include <QFile>

#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <csignal>

namespace temporarycopy_test {

using namespace zhibao;

TEST_CASE("A copy for tools has no name that could be left behind, and they read it from the start each time")
{
    const QStringList before = QDir::temp().entryList({QStringLiteral("zhibao-*")});
    const QByteArray bytes(1'000'000, 'a');
    const Result<TemporaryCopy> copy = TemporaryCopy::make(bytes, QStringLiteral("asked.pdf"));
    REQUIRE(copy);
    CHECK(QDir::temp().entryList({QStringLiteral("zhibao-*")}) == before);
    CHECK(descriptorOfCopy(copy->path()) >= 0);
    CHECK(descriptorOfCopy(QStringLiteral("/tmp/asked.pdf")) == -1);
    for (int reading = 0; reading < 2; ++reading) {
        CHECK(*readWhole(copy->path(), 2'000'000) == bytes);
        const Result<QByteArray> read = toolOutput(QStringLiteral("cat"), {}, copy->path(), {}, 2'000'000);
        REQUIRE(read);
        CHECK(*read == bytes);
    }
}

TEST_CASE("A copy that is larger than files may be names the file that was asked for")
{
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const rlimit small{4096, before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const Result<TemporaryCopy> copy = TemporaryCopy::make(QByteArray(10'000, 'a'), QStringLiteral("asked.pdf"));
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    REQUIRE_FALSE(copy);
    CHECK(copy.error() == Error{ErrorCode::FileSizeLimited, {QStringLiteral("asked.pdf")}});
}

} // namespace temporarycopy_test
