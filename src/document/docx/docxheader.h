// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace zhibao {

// The page header that shows the mark in the margin above the type area; it leaves the text where it is.
QByteArray docxHeader(const QString &mark);

// What the package's lists say of it as word/header1.xml and word/header2.xml, for odd and even pages (rIdOddHeader,
// rIdEvenHeader).
QByteArray docxHeaderTypes();
QByteArray docxHeaderRelations();

} // namespace zhibao
