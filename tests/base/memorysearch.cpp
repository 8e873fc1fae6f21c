// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/memorysearch.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>

namespace zhibao {

namespace {

// No test fills as much: larger ones are the bookkeeping of the address sanitizer, terabytes that were never touched.
constexpr quintptr largestMapping = quintptr(1) << 32; // bytes

// How often the word lies in the bytes that were read from the address `from`; the bytes themselves may lie in what
// they are a copy of, and are not counted there.
int copiesIn(const QByteArray &bytes, quintptr from, const HiddenWord &word)
{
    const auto own = reinterpret_cast<quintptr>(bytes.constData());
    int copies = 0;
    // Most memory is empty: indexOf() passes over it many bytes at a time.
    for (qsizetype at = bytes.indexOf(word.at(0)); at >= 0; at = bytes.indexOf(word.at(0), at + 1)) {
        const quintptr address = from + static_cast<quintptr>(at);
        if (address >= own && address < own + static_cast<quintptr>(bytes.capacity()))
            continue;
        for (const int gap : {0, 1}) { // as UTF-8 and as UTF-16
            const qsizetype length = (HiddenWord::size - 1) * (gap + 1) + 1;
            copies += at + length <= bytes.size() && word.standsAt(bytes.constData() + at, gap) ? 1 : 0;
        }
    }
    return copies;
}

} // namespace

int copiesInMemory(const HiddenWord &word)
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    REQUIRE(maps.open(QIODevice::ReadOnly));
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    REQUIRE(memory >= 0);
    int copies = 0;
    qint64 scanned = 0; // bytes
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const QList<QByteArray> fields = line.split(' ');
        if (fields.size() < 2 || !fields[1].startsWith("rw"))
            continue;
        const qsizetype dash = fields[0].indexOf('-');
        const quintptr begin = fields[0].first(dash).toULongLong(nullptr, 16);
        const quintptr end = fields[0].sliced(dash + 1).toULongLong(nullptr, 16);
        if (end - begin > largestMapping)
            continue;
        QByteArray block(static_cast<qsizetype>(end - begin), Qt::Uninitialized);
        const ssize_t count
            = ::pread(memory, block.data(), static_cast<size_t>(block.size()), static_cast<off_t>(begin));
        block.truncate(std::max<ssize_t>(count, 0)); // there are mappings that the kernel keeps to itself
        scanned += block.size();
        copies += copiesIn(block, begin, word);
        block.fill(0);
    }
    ::close(memory);
    CHECK(scanned > 100'000);
    return copies;
}

} // namespace zhibao
