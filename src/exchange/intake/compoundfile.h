// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/intake/bytefields.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>

namespace zhibao {

// The container of what office programs wrote before 2007 ([MS-CFB]), of at most 64 MiB. A chain of sectors that leads
// back to itself is none.
class CompoundFile {
public:
    // The bytes must live as long. Nothing where they are no such file.
    static std::optional<CompoundFile> open(const QByteArray &bytes);

    bool has(const QString &name) const { return m_entries.contains(name); }
    // Of the streams that lie directly in it; nothing where there is none, or its sectors lead nowhere.
    std::optional<QByteArray> stream(const QString &name) const;

private:
    struct Entry {
        quint32 start = 0;
        qint64 size = 0;
    };

    bool readTables();
    void readDirectory();
    std::optional<QByteArray> follow(quint32 start, qint64 size) const;
    std::optional<QByteArray> followSmall(quint32 start, qint64 size) const;

    ByteFields m_file;
    qint64 m_sectorSize = 512;
    QList<quint32> m_next; // of each sector
    QList<quint32> m_smallNext;
    QByteArray m_small; // small streams
    QHash<QString, Entry> m_entries;
};

} // namespace zhibao
