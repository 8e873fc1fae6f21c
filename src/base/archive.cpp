// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/archive.h"

#include <zip.h>

#include <memory>

namespace zhibao {

namespace {

using Source = std::unique_ptr<zip_source_t, decltype(&zip_source_free)>;
using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

Error failure(const char *cause)
{
    return {ErrorCode::RenderFailed, {QStringLiteral("zip"), QString::fromUtf8(cause)}};
}

// 1980-01-01 00:00:00, the first moment a zip archive can tell, as MS-DOS fields.
constexpr zip_uint16_t firstTime = 0;
constexpr zip_uint16_t firstDate = (1 << 5) | 1;

bool addPart(zip_t *archive, const ArchivePart &part)
{
    zip_source_t *const source
        = zip_source_buffer(archive, part.bytes.constData(), static_cast<zip_uint64_t>(part.bytes.size()), 0);
    if (!source)
        return false;
    const zip_int64_t index = zip_file_add(archive, part.name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto place = static_cast<zip_uint64_t>(index);
    return zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, 6) == 0
        && zip_file_set_dostime(archive, place, firstTime, firstDate, 0) == 0;
}

Result<QByteArray> content(zip_source_t *source)
{
    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_source_stat(source, &status) != 0 || zip_source_open(source) != 0)
        return failure(zip_error_strerror(zip_source_error(source)));
    QByteArray bytes(static_cast<qsizetype>(status.size), Qt::Uninitialized);
    const zip_int64_t count = zip_source_read(source, bytes.data(), status.size);
    zip_source_close(source);
    if (count != bytes.size())
        return failure("short read");
    return bytes;
}

} // namespace

Result<QByteArray> zipArchive(const QList<ArchivePart> &parts)
{
    zip_error_t error;
    zip_error_init(&error);
    const Source source(zip_source_buffer_create(nullptr, 0, 0, &error), zip_source_free);
    if (!source)
        return failure(zip_error_strerror(&error));
    // The archive takes a share of the source, so that it outlives the closing.
    zip_source_keep(source.get());
    Archive archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, &error), zip_discard);
    if (!archive) {
        zip_source_free(source.get());
        return failure(zip_error_strerror(&error));
    }
    for (const ArchivePart &part : parts) {
        if (!addPart(archive.get(), part))
            return failure(zip_strerror(archive.get()));
    }
    if (zip_close(archive.get()) != 0)
        return failure(zip_strerror(archive.get()));
    static_cast<void>(archive.release()); // closing freed it
    return content(source.get());
}

std::optional<QByteArray> zipPart(const QByteArray &bytes, const QString &name, qint64 limit)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *const source
        = zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
    if (!source)
        return std::nullopt;
    const Archive archive(zip_open_from_source(source, ZIP_RDONLY, &error), zip_discard);
    if (!archive) {
        zip_source_free(source);
        return std::nullopt;
    }
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
        zip_fopen(archive.get(), name.toUtf8().constData(), ZIP_FL_ENC_UTF_8), zip_fclose);
    if (!file)
        return std::nullopt;
    // The size an archive tells may be a lie; what comes out decides.
    QByteArray content(static_cast<qsizetype>(limit) + 1, Qt::Uninitialized);
    const zip_int64_t count = zip_fread(file.get(), content.data(), static_cast<zip_uint64_t>(content.size()));
    if (count < 0 || count > limit)
        return std::nullopt;
    content.truncate(static_cast<qsizetype>(count));
    return content;
}

} // namespace zhibao
