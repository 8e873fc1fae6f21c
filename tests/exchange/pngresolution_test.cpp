// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/pngresolution.h"

#include <QtEndian>

#include <catch2/catch.hpp>

namespace pngresolution_test {

using namespace zhibao;

namespace {

const QByteArray head = "\x89PNG\r\n\x1A\n";
const QByteArray header = QByteArray::fromHex("0000000d49484452000000010000000108000000003a7e9b55");
const QByteArray picture = QByteArray::fromHex("0000000a49444154789c63f80f0001010100b138f614");
const QByteArray end = QByteArray::fromHex("0000000049454e44ae426082");
// 300 and 72 dots an inch.
const QByteArray resolution = QByteArray::fromHex("000000097048597300002e2300002e230178a53f76");
const QByteArray other = QByteArray::fromHex("000000097048597300000b1300000b1301009a9c18");

} // namespace

TEST_CASE("A picture of another resolution is the same picture")
{
    const QByteArray bare = head + header + picture + end;
    CHECK(withoutResolution(bare) == bare);
    CHECK(withoutResolution(head + header + resolution + picture + end) == bare);
    CHECK(withoutResolution(head + header + other + picture + end) == bare);
}

TEST_CASE("Whatever else looks like a resolution is part of the picture")
{
    const QByteArray bare = head + header + picture + end;
    QByteArray broken = resolution;
    broken[10] = '\x7F'; // the checksum does not hold
    QByteArray wide = resolution;
    wide[3] = '\x0A';
    wide.insert(12, 'x');
    QByteArray early = header;
    early.insert(8, resolution);
    for (const QByteArray &png : {head + header + broken + picture + end, head + header + wide + picture + end,
             head + early + picture + end, head + header + picture + resolution + end,
             head + header + picture + end + resolution, head + header + resolution + picture,
             head + header + resolution + picture + end + 'x', head + header + resolution.chopped(1), "x" + bare}) {
        CAPTURE(png.toHex().toStdString());
        CHECK(withoutResolution(png) == png);
    }
    // A length that takes the mark into another chunk, so that a search for its name finds bytes of that chunk.
    QByteArray hidden = head + header + QByteArray::fromHex("00000020") + "tEXt" + resolution + picture + end;
    CHECK(withoutResolution(hidden) == hidden);
}

} // namespace pngresolution_test
