// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "core/data.h"
#include "workspace/office/catalogue.h"

#include <QDir>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace catalogue_test {

using namespace zhibao;
using namespace zhibao::test;

TEST_CASE("The program ships its notices and units")
{
    const Result<Catalogue> catalogue = readCatalogue();
    REQUIRE(catalogue);
    const Notice shipped = shippedNotice();
    REQUIRE(catalogue->notice(shipped.number));
    CHECK(catalogue->notice(shipped.number)->title == shipped.title);
    CHECK_FALSE(catalogue->notice(QStringLiteral("无号")));
    CHECK(catalogue->units.size() > 30);
}

TEST_CASE("A malformed definition is refused with its file and place")
{
    const QTemporaryDir folder;
    REQUIRE(QDir(folder.path()).mkdir(QStringLiteral("notices")));
    const QString definition = folder.filePath(QStringLiteral("notices/a.json"));
    QByteArray json = fileBytes(QStringLiteral(SOURCE_ROOT "/resources/notices/2023-9.json"));
    json.replace("\"limit\": 3000", "\"limit\": \"3000\"");
    REQUIRE(writeDurably(definition, json, Existing::Keep));
    const Result<Catalogue> catalogue = readCatalogue(folder.path());
    REQUIRE_FALSE(catalogue);
    CHECK(catalogue.error()
        == Error{
            ErrorCode::NoticeMalformed, {definition, QStringLiteral("forms[1].limit"), QStringLiteral("integer")}});
    REQUIRE(QFile::remove(definition));
    CHECK(readCatalogue(folder.path()).error().code == ErrorCode::FileNotFound);
}

} // namespace catalogue_test
