// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace zhibao::test {

// A DOCX as others write it.
struct MadeDocx {
    QByteArray body; // what stands in w:body
    QByteArray styles;
    QByteArray numbering;
    QByteArray comments;
    QByteArray footnotes;
    QByteArray header;
    QByteArray prefix = "w"; // of the elements of the body

    QByteArray bytes() const;
};

QByteArray run(const QByteArray &text, const QByteArray &properties = {});
QByteArray par(const QByteArray &runs, const QByteArray &properties = {});
QByteArray cellOf(const QByteArray &text, const QByteArray &properties = {});
QByteArray rowOf(const QByteArray &cells, const QByteArray &properties = {});
QByteArray tableOf(const QByteArray &rows);

} // namespace zhibao::test
