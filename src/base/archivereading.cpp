// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/archive.h"
#include "base/archiverecords.h"

#include <QSet>
#include <QStringDecoder>
#include <QtEndian>

#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <memory>

namespace zhibao {

namespace {

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using File = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

const QString notAnArchive = QStringLiteral("not-an-archive");
const QString truncated = QStringLiteral("truncated");
const QString tooManyParts = QStringLiteral("too-many-parts");
const QString tooLarge = QStringLiteral("too-large");
const QString badPartName = QStringLiteral("bad-part-name");
const QString duplicatePart = QStringLiteral("duplicate-part");

// Where the fields are in the record at the end of an archive (APPNOTE 4.3.16).
constexpr qsizetype partCountAt = 10;
constexpr qsizetype directoryAt = 16;
constexpr qsizetype commentLengthAt = 20;
// In an entry of the directory (APPNOTE 4.3.12).
constexpr qsizetype nameLengthAt = 28;
constexpr qsizetype extraLengthAt = 30;
constexpr qsizetype entryCommentLengthAt = 32;

quint16 shortAt(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.constData() + at);
}

// Where the record at the end begins whose comment ends just where the archive does; -1 where there is none.
qsizetype endRecord(const QByteArray &archive)
{
    for (qsizetype at = archive.size() - endRecordSize; at >= 0; --at) {
        at = archive.lastIndexOf(QByteArrayLiteral("PK\5\6"), at);
        if (at < 0 || at + endRecordSize + 0xFFFF < archive.size())
            return -1;
        if (at + endRecordSize + shortAt(archive, at + commentLengthAt) == archive.size())
            return at;
    }
    return -1;
}

Archive opened(const QByteArray &bytes)
{
    Archive none(nullptr, zip_discard);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *const source
        = zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
    if (!source)
        return none;
    Archive archive(zip_open_from_source(source, ZIP_RDONLY, &error), zip_discard);
    if (!archive)
        zip_source_free(source);
    return archive;
}

// The names as the directory holds them. libzip tells a name up to its first NUL, so they are read here; empty where
// the directory is not where and what the record at the end says.
QList<QByteArray> writtenNames(const QByteArray &archive)
{
    const qsizetype end = endRecord(archive);
    if (end < 0)
        return {};
    const quint16 count = shortAt(archive, end + partCountAt);
    qsizetype at = qFromLittleEndian<quint32>(archive.constData() + end + directoryAt);
    QList<QByteArray> names;
    for (int i = 0; i < count; ++i) {
        if (at + entrySize > end || !QByteArrayView(archive).sliced(at).startsWith("PK\1\2"))
            return {};
        const qsizetype length = shortAt(archive, at + nameLengthAt);
        if (at + entrySize + length > end)
            return {};
        names.append(archive.sliced(at + entrySize, length));
        at += entrySize + length + shortAt(archive, at + extraLengthAt) + shortAt(archive, at + entryCommentLengthAt);
    }
    return names;
}

// The name in Unicode; a null text where it is not a relative path of plain names.
QString plainName(const QByteArray &written)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString name = decoder(written);
    if (decoder.hasError() || name.contains(u'\\'))
        return {};
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (std::any_of(name.begin(), name.end(), isControl))
        return {};
    const QStringList steps = name.split(u'/');
    const auto isStep = [](const QString &step) { return !step.isEmpty() && step != u"." && step != u".."; };
    return std::all_of(steps.begin(), steps.end(), isStep) ? name : QString();
}

bool isLink(zip_t *archive, zip_uint64_t index)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    return zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0
        || (system == ZIP_OPSYS_UNIX && (attributes >> 16 & S_IFMT) != 0 && !S_ISREG(attributes >> 16));
}

// What is in a part of at most `limit` bytes: as much as comes out, whatever size the archive tells. Null where it
// cannot be read to its end; longer than `limit` where there is more.
QByteArray expanded(zip_file_t *file, qint64 limit)
{
    constexpr qsizetype step = 64 * 1024;
    QByteArray bytes("");
    while (bytes.size() <= limit) {
        const qsizetype before = bytes.size();
        bytes.resize(before + step);
        const zip_int64_t count = zip_fread(file, bytes.data() + before, step);
        if (count < 0)
            return {};
        bytes.truncate(before + static_cast<qsizetype>(count));
        if (count == 0)
            break;
    }
    return bytes;
}

// What is wrong with a part before it is read; empty where nothing is.
QString refusal(zip_t *archive, zip_uint64_t index, const QByteArray &written, const QString &plain)
{
    const char *const name = zip_get_name(archive, index, ZIP_FL_ENC_RAW);
    if (!name || written != name || plain.isNull() || isLink(archive, index))
        return badPartName;
    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_stat_index(archive, index, 0, &status) != 0 || (status.valid & ZIP_STAT_COMP_METHOD) == 0
        || (status.comp_method != ZIP_CM_STORE && status.comp_method != ZIP_CM_DEFLATE)
        || (status.valid & ZIP_STAT_ENCRYPTION_METHOD) == 0 || status.encryption_method != ZIP_EM_NONE)
        return notAnArchive;
    return {};
}

// Adds the part to the others; what is wrong with it, or empty.
QString readPart(zip_t *archive, zip_uint64_t index, const QByteArray &written, qint64 limit,
    const ArchiveLimits &limits, QList<ArchivePart> &parts)
{
    const QString name = limits.nameOf ? limits.nameOf(written) : plainName(written);
    if (const QString wrong = refusal(archive, index, written, name); !wrong.isEmpty())
        return wrong;
    if (limits.isWanted && !limits.isWanted(name)) {
        parts.append({name, {}});
        return {};
    }
    const File file(zip_fopen_index(archive, index, 0), zip_fclose);
    if (!file)
        return truncated;
    const QByteArray bytes = expanded(file.get(), limit);
    if (bytes.isNull())
        return truncated;
    if (bytes.size() > limit)
        return tooLarge;
    parts.append({name, bytes});
    return {};
}

} // namespace

std::optional<CommentedArchive> splitComment(const QByteArray &archive)
{
    const qsizetype at = endRecord(archive);
    if (at < 0)
        return std::nullopt;
    CommentedArchive split{archive.first(at + endRecordSize), archive.sliced(at + endRecordSize)};
    qToLittleEndian<quint16>(0, split.archive.data() + at + commentLengthAt);
    return split;
}

Result<QList<ArchivePart>> zipParts(const QByteArray &bytes, const ArchiveLimits &limits, const QString &path)
{
    const auto malformed = [&](const QString &cause) { return Error{ErrorCode::ArchiveMalformed, {path, cause}}; };
    if (bytes.size() > limits.archive)
        return malformed(tooLarge);
    const Archive archive = opened(bytes);
    if (!archive || endRecord(bytes) < 0)
        return malformed(bytes.startsWith("PK\3\4") ? truncated : notAnArchive);
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count > limits.parts)
        return malformed(tooManyParts);
    // Other programs must see the same parts in it: it has one end and one directory, whoever looks for them.
    int commentLength = 0;
    zip_get_archive_comment(archive.get(), &commentLength, ZIP_FL_ENC_RAW);
    const QList<QByteArray> names = writtenNames(bytes);
    if (names.size() != count || endRecord(bytes) + endRecordSize + commentLength != bytes.size())
        return malformed(notAnArchive);
    QList<ArchivePart> parts;
    QSet<QString> seen;
    qint64 left = limits.total;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (limits.passOverFolders && names[i].endsWith('/'))
            continue;
        const QString wrong = readPart(
            archive.get(), static_cast<zip_uint64_t>(i), names[i], std::min(left, limits.part), limits, parts);
        if (!wrong.isEmpty())
            return malformed(wrong);
        left -= parts.constLast().bytes.size();
        const qsizetype known = seen.size();
        seen.insert(parts.constLast().name.toCaseFolded());
        if (seen.size() == known)
            return malformed(duplicatePart);
    }
    return parts;
}

QList<QByteArray> zipNames(const QByteArray &archive)
{
    return writtenNames(archive);
}

std::optional<QByteArray> zipPart(const QByteArray &bytes, const QString &name, qint64 limit)
{
    const Archive archive = opened(bytes);
    if (!archive)
        return std::nullopt;
    const File file(zip_fopen(archive.get(), name.toUtf8().constData(), ZIP_FL_ENC_UTF_8), zip_fclose);
    if (!file)
        return std::nullopt;
    const QByteArray content = expanded(file.get(), limit);
    if (content.isNull() || content.size() > limit)
        return std::nullopt;
    return content;
}

} // namespace zhibao
