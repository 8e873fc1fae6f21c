// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/archive.h"

namespace zhibao::test {

// An XLSX as others write it.
struct MadeXlsx {
    struct Sheet {
        QByteArray rows; // what stands in sheetData
        QByteArray merges; // what stands in mergeCells
        QByteArray before; // what stands before sheetData
        QByteArray name = "表";
        QByteArray state = "visible";
        QByteArray comments; // what stands in commentList
        QByteArray drawing;
    };
    QList<Sheet> sheets;
    QByteArray strings; // what stands in sst
    QByteArray styles; // what stands in styleSheet
    bool isFrom1904 = false;
    QByteArray prefix; // of the elements of sheets, with its colon
    QList<ArchivePart> further;

    QByteArray bytes() const;
};

} // namespace zhibao::test
