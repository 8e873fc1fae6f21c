// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/intake/bytefields.h"

#include <QList>
#include <QString>

namespace zhibao {

// The records of a workbook before 2007 ([MS-XLS] 2.3) as far as they are read.
enum class BiffRecord : quint16 {
    Formula = 0x0006,
    End = 0x000A,
    Note = 0x001C,
    FromDate = 0x0022,
    Password = 0x002F,
    Continue = 0x003C,
    Object = 0x005D,
    Columns = 0x007D,
    Sheet = 0x0085,
    Numbers = 0x00BD, // RK numbers of neighbouring cells
    RichLabel = 0x00D6,
    Style = 0x00E0, // XF
    Merged = 0x00E5,
    Strings = 0x00FC,
    SharedLabel = 0x00FD,
    ObjectText = 0x01B6,
    Number = 0x0203,
    Label = 0x0204,
    Logical = 0x0205, // or an error
    String = 0x0207, // the result of the formula before it
    Row = 0x0208,
    ShortNumber = 0x027E, // RK
    Format = 0x041E,
    Begin = 0x0809,
};

// Goes through the records of a stream, each with what continues it.
class BiffStream {
public:
    BiffStream(QByteArrayView bytes, qint64 at)
        : m_bytes(bytes)
        , m_at(at)
    {
    }

    // False at the end of the stream, and where a record is longer than that.
    bool next();
    BiffRecord record() const { return m_record; }
    ByteFields fields() const { return m_parts.constFirst(); }
    const QList<ByteFields> &parts() const { return m_parts; }
    qint64 position() const { return m_at; } // behind it

private:
    ByteFields m_bytes;
    qint64 m_at = 0;
    BiffRecord m_record = BiffRecord::End;
    QList<ByteFields> m_parts;
};

// Reads texts that go on in another record, even in the middle of a word, and then may be written in wide characters
// instead of narrow ones or the other way round.
class BiffText {
public:
    BiffText(const QList<ByteFields> &parts, qint64 at)
        : m_parts(parts)
        , m_at(at)
    {
    }

    bool isAtEnd() const;
    quint32 number(int bytes); // that many bytes, of at most 4
    // With the number of characters before it, in that many bytes, and with its formatting passed over.
    QString text(int lengthBytes);
    // The characters alone, behind their flags.
    QString characters(quint32 count, bool areWide);

private:
    bool goOn();
    void skip(qint64 bytes);

    const QList<ByteFields> &m_parts;
    qsizetype m_part = 0;
    qint64 m_at = 0;
};

} // namespace zhibao
