// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace zhibao::test {

// A record of a workbook before 2007.
QByteArray biff(int record, const QByteArray &content);
// A text as records hold it: its length in 2 bytes, wide characters.
QByteArray biffText(const QString &text);

// Such a workbook of one sheet, and one more that is hidden and empty.
struct MadeXls {
    QByteArray globals; // further records
    QByteArray strings; // the record of shared strings, with those that continue it
    QByteArray cells; // records of the sheet

    QByteArray workbook() const; // the stream
    QByteArray bytes() const;
};

} // namespace zhibao::test
