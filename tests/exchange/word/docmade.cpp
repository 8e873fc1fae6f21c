// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/word/docmade.h"

#include "exchange/intake/olemade.h"

namespace zhibao::test {

namespace {

constexpr qsizetype pageSize = 512;
constexpr qsizetype textAt = 1024;

void put(QByteArray &bytes, qsizetype at, const QByteArray &piece)
{
    bytes.replace(at, piece.size(), piece);
}

// A page that tells the properties of one run alone.
QByteArray page(quint32 start, quint32 end, const QByteArray &properties, bool isParagraph)
{
    QByteArray bytes(pageSize, '\0');
    put(bytes, 0, u32(start) + u32(end));
    const qsizetype at = 64;
    put(bytes, 8, u8(at / 2));
    QByteArray said = properties;
    if (isParagraph) {
        said = u16(0) + said;
        said += said.size() % 2 == 0 ? QByteArray() : QByteArray(1, '\0');
        said = u8(0) + u8(static_cast<int>(said.size() / 2)) + said;
    } else {
        said = u8(static_cast<int>(said.size())) + said;
    }
    put(bytes, at, said);
    put(bytes, pageSize - 1, u8(1));
    return bytes;
}

} // namespace

QByteArray modifier(int code, const QByteArray &operand)
{
    return u16(code) + operand;
}

void MadeDoc::add(const QString &text, const QByteArray &paragraph, const QByteArray &characters, bool isNarrow)
{
    m_runs.append({text, paragraph, characters, isNarrow});
}

void MadeDoc::cell(const QString &text)
{
    add(text + QChar(7), modifier(0x2416, u8(1)));
}

void MadeDoc::row(const QList<int> &edges, const QList<int> &flags, bool isFar)
{
    QByteArray definition = u8(static_cast<int>(edges.size()) - 1);
    for (const int edge : edges)
        definition += u16(edge);
    for (qsizetype i = 0; i + 1 < edges.size(); ++i)
        definition += u16(flags.value(i)) + QByteArray(18, '\0');
    const QByteArray all
        = modifier(0x2417, u8(1)) + modifier(0xD608, u16(static_cast<int>(definition.size()) + 1) + definition);
    QByteArray told = modifier(0x2416, u8(1));
    if (isFar) {
        told += modifier(0x6646, u32(static_cast<quint32>(m_data.size())));
        m_data += u16(static_cast<int>(all.size())) + all;
    } else {
        told += all;
    }
    add(QString(QChar(7)), told);
}

void MadeDoc::addList(int nfc, int start, const QString &text)
{
    m_list = u16(1) + u32(77) + QByteArray(22, '\0') + u8(1) + u8(0) + u32(static_cast<quint32>(start)) + u8(nfc)
        + QByteArray(23, '\0') + u16(static_cast<int>(text.size()));
    for (const QChar c : text)
        m_list += u16(c.unicode());
}

void MadeDoc::beginComments()
{
    m_commentsAt = 0;
    for (const Run &run : m_runs)
        m_commentsAt += run.text.size();
}

QByteArray MadeDoc::bytes() const
{
    QByteArray text;
    QByteArray characters = u32(0);
    QByteArray descriptors;
    QByteArray places = u32(textAt);
    QByteArray paragraphPages;
    QByteArray characterPages;
    quint32 count = 0;
    for (const Run &run : m_runs) {
        const auto start = static_cast<quint32>(textAt + text.size());
        for (const QChar c : run.text)
            text += run.isNarrow ? u8(c.unicode()) : u16(c.unicode());
        const auto end = static_cast<quint32>(textAt + text.size());
        count += static_cast<quint32>(run.text.size());
        characters += u32(count);
        descriptors += u16(0) + u32(run.isNarrow ? (start * 2) | 0x40000000U : start) + u16(0);
        places += u32(end);
        paragraphPages += page(start, end, run.paragraph, true);
        characterPages += page(start, end, run.characters, false);
    }
    const qsizetype firstPage = (textAt + text.size()) / pageSize + 1;
    QByteArray document = QByteArray(textAt, '\0') + text;
    document = document.leftJustified(firstPage * pageSize, '\0') + paragraphPages + characterPages;
    const QByteArray pieces = characters + descriptors;
    const QByteArray clx = u8(2) + u32(static_cast<quint32>(pieces.size())) + pieces;
    QByteArray paragraphTable = places;
    QByteArray characterTable = places;
    for (qsizetype i = 0; i < m_runs.size(); ++i) {
        paragraphTable += u32(static_cast<quint32>(firstPage + i));
        characterTable += u32(static_cast<quint32>(firstPage + m_runs.size() + i));
    }
    put(document, 0, u16(0xA5EC) + u16(0x00C1));
    put(document, 10, u16(0x0200));
    const quint32 main = m_commentsAt < 0 ? count : static_cast<quint32>(m_commentsAt);
    put(document, 76, u32(main));
    put(document, 92, u32(count - main));
    QByteArray table;
    const auto addTable = [&](int pair, const QByteArray &bytes) {
        put(document, 154 + 8 * pair,
            u32(static_cast<quint32>(table.size())) + u32(static_cast<quint32>(bytes.size())));
        table += bytes;
    };
    addTable(33, clx);
    addTable(13, paragraphTable);
    addTable(12, characterTable);
    if (!m_list.isEmpty()) {
        addTable(73, m_list);
        addTable(74, u32(1) + u32(77) + QByteArray(12, '\0') + u32(0));
    }
    return oleOf({{QStringLiteral("WordDocument"), document}, {QStringLiteral("1Table"), table},
        {QStringLiteral("Data"), m_data}});
}

} // namespace zhibao::test
