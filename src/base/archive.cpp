// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/archive.h"

#include <QtEndian>

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

constexpr qsizetype longestComment = 0xFFFF; // bytes

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

// Puts a comment at the end of an archive that has none: its length is the archive's last field. libzip takes comments
// in UTF-8 only.
void append(const QByteArray &comment, QByteArray &archive)
{
    const auto length = static_cast<quint16>(comment.size());
    qToLittleEndian(length, archive.data() + archive.size() - qsizetype(sizeof length));
    archive.append(comment);
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

Result<QByteArray> zipArchive(const QList<ArchivePart> &parts, const QByteArray &comment)
{
    if (comment.size() > longestComment)
        return failure("comment too long");
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
    Result<QByteArray> bytes = content(source.get());
    if (bytes)
        append(comment, *bytes);
    return bytes;
}

} // namespace zhibao
