// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/sheet/xlsmade.h"

#include "exchange/intake/olemade.h"

namespace zhibao::test {

QByteArray biff(int record, const QByteArray &content)
{
    return u16(record) + u16(static_cast<int>(content.size())) + content;
}

QByteArray biffText(const QString &text)
{
    QByteArray bytes = u16(static_cast<int>(text.size())) + u8(1);
    for (const QChar c : text)
        bytes += u16(c.unicode());
    return bytes;
}

QByteArray MadeXls::workbook() const
{
    const QByteArray begin = biff(0x809, u16(0x600) + u16(5) + QByteArray(12, '\0'));
    const QByteArray beginSheet = biff(0x809, u16(0x600) + u16(0x10) + QByteArray(12, '\0'));
    const QByteArray end = biff(0x0A, {});
    const auto entry = [](qsizetype start, int state, const QByteArray &name) {
        return biff(0x85,
            u32(static_cast<quint32>(start)) + u8(state) + u8(0) + u8(static_cast<int>(name.size())) + u8(0) + name);
    };
    const qsizetype head = begin.size() + globals.size() + entry(0, 0, "one").size() + entry(0, 1, "two").size()
        + strings.size() + end.size();
    const QByteArray first = beginSheet + cells + end;
    return begin + globals + entry(head, 0, "one") + entry(head + first.size(), 1, "two") + strings + end + first
        + beginSheet + end;
}

QByteArray MadeXls::bytes() const
{
    return oleOf({{QStringLiteral("Workbook"), workbook()}});
}

} // namespace zhibao::test
