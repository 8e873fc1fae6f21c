// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/archive.h"

#include <zip.h>

#include <catch2/catch.hpp>
#include <vector>

using namespace zhibao;

namespace {

QList<ArchivePart> unpacked(const QByteArray &bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *const source
        = zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
    zip_t *const archive = zip_open_from_source(source, ZIP_CHECKCONS | ZIP_RDONLY, &error);
    REQUIRE(archive);
    QList<ArchivePart> parts;
    for (zip_int64_t index = 0; index < zip_get_num_entries(archive, 0); ++index) {
        const auto place = static_cast<zip_uint64_t>(index);
        zip_stat_t status;
        REQUIRE(zip_stat_index(archive, place, 0, &status) == 0);
        QByteArray content(static_cast<qsizetype>(status.size), Qt::Uninitialized);
        zip_file_t *const file = zip_fopen_index(archive, place, 0);
        REQUIRE(file);
        CHECK(zip_fread(file, content.data(), status.size) == content.size());
        zip_fclose(file);
        parts.append({QString::fromUtf8(status.name), content});
    }
    zip_discard(archive);
    return parts;
}

} // namespace

TEST_CASE("An archive holds its parts in order, and equal parts give equal bytes")
{
    const QList<ArchivePart> parts{
        {QStringLiteral("[Content_Types].xml"), QByteArrayLiteral("<Types/>")},
        {QStringLiteral("word/document.xml"), QByteArray(100'000, 'w')},
        {QStringLiteral("word/空.xml"), QByteArray()},
    };
    const Result<QByteArray> archive = zipArchive(parts);
    REQUIRE(archive);
    CHECK(archive->startsWith("PK\x03\x04"));
    CHECK(archive->size() < 2'000);
    const QList<ArchivePart> read = unpacked(*archive);
    REQUIRE(read.size() == parts.size());
    for (qsizetype index = 0; index < parts.size(); ++index) {
        CHECK(read[index].name == parts[index].name);
        CHECK(read[index].bytes == parts[index].bytes);
    }
    CHECK(*zipArchive(parts) == *archive);
}

TEST_CASE("Two parts of one name are refused")
{
    const ArchivePart part{QStringLiteral("a"), QByteArrayLiteral("1")};
    const Result<QByteArray> archive = zipArchive({part, part});
    REQUIRE_FALSE(archive);
    CHECK(archive.error().code == ErrorCode::RenderFailed);
}

TEST_CASE("A part is read under a limit, and what is no archive gives none")
{
    const QString name = QStringLiteral("docProps/核.xml");
    const Result<QByteArray> archive = zipArchive({{name, QByteArray(1'000'000, 'x')}});
    REQUIRE(archive);
    CHECK(zipPart(*archive, name, 1'000'000) == QByteArray(1'000'000, 'x'));
    CHECK_FALSE(zipPart(*archive, name, 999'999));
    CHECK_FALSE(zipPart(*archive, QStringLiteral("other"), 1'000'000));
    CHECK_FALSE(zipPart(QByteArrayLiteral("PK no archive"), name, 1'000));
    CHECK_FALSE(zipPart({}, name, 1'000));
    for (qsizetype size = 0; size < archive->size(); size += 7)
        CHECK_FALSE(zipPart(archive->first(size), name, 2'000'000));
}
