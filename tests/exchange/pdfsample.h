// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/document/temporarycopy.h"

#include <QByteArrayList>

#include <catch2/catch.hpp>

namespace zhibao::test {

inline QByteArray streamObject(const QByteArray &content, const QByteArray &more = {})
{
    return "<< " + more + " /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream";
}

// A file of these objects, numbered from 1; the first is the catalogue.
inline QByteArray pdfOf(const QByteArrayList &objects, const QByteArray &trailer = {})
{
    QByteArray bytes = "%PDF-1.4\n";
    QByteArray table = "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(bytes.size()).rightJustified(10, '0') + " 00000 n \n";
        bytes += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(bytes.size());
    return bytes + table + "trailer\n<< /Size " + QByteArray::number(objects.size() + 1) + " /Root 1 0 R " + trailer
        + " >>\nstartxref\n" + start + "\n%%EOF\n";
}

inline TemporaryCopy copyOf(const QByteArray &bytes)
{
    Result<TemporaryCopy> copy = TemporaryCopy::make(bytes, QStringLiteral("asked.pdf"));
    REQUIRE(copy);
    return std::move(copy).value();
}

} // namespace zhibao::test
