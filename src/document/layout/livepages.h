// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "core/notice/notice.h"
#include "document/document.h"
#include "document/fonts/fonts.h"
#include "document/layout/caret.h"
#include "document/layout/pages.h"
#include "document/layout/tableflow.h"

#include <QCache>
#include <QHash>

#include <vector>

namespace zhibao {

class BlockFlow;

// The pages of one form while it is edited: those that paginate() makes of its document, glyph for glyph. Of a table
// form only the heights of the rows are kept, so that an edit lays out its own row and moves what follows; a page gets
// its glyphs when it is asked for, and those not asked for lately have none.
class LivePages {
public:
    explicit LivePages(Fonts &fonts);
    // The same pages with the glyphs of other fonts; they need not be laid out again.
    LivePages(const LivePages &known, Fonts &fonts);

    // `frame`: the document of the form as if it had no rows. Error: Stopped (by `progress`); then nothing has changed.
    Result<void> layOut(const Document &frame, const Form &form, const QList<Row> &rows, const Progress &progress = {});
    // How many rows the next layOut() will have to lay out, so that one can tell beforehand whether it takes long.
    qsizetype unknownRows(const Form &form, const QList<Row> &rows) const;

    int count() const { return m_count; }
    QSizeF size() const { return m_size; } // of each page, points
    Page page(int number); // from 0
    std::optional<CaretBox> boxOf(const Place &place, int offset);

private:
    // Where to begin so that a page comes out whole: with a group (a row of the report) on a page, so many twips below
    // the top of its type area. 0: it begins the page. Without a group: at the document's beginning.
    struct Start {
        int page = 0;
        qsizetype group = -1;
        int position = 0;
    };
    // What of the rows is as it was: so many at the beginning, and so many at the end.
    struct Unchanged {
        qsizetype before = 0;
        qsizetype after = 0;
    };
    // A row that parts between pages, as it was laid out, without its glyphs.
    struct Parting {
        Row row;
        int serial = 0; // what its running number needs, twips
        RowGroup group;
    };
    class Walk;

    bool isKnown(const Form &form) const;
    Unchanged unchanged(const QList<Row> &rows) const;
    std::vector<int> knownHeights(const QList<Row> &rows, const Unchanged &same) const;
    int serial(qsizetype group) const;
    const RowGroup &parting(const TableFlow &flow, qsizetype group);
    int height(qsizetype group) const;
    const Table &table() const;
    int tailOf(const BlockFlow &blocks, qsizetype group) const;
    void layOutWhole(Pages pages);
    void measureSerials(const TableFlow &flow);
    void forgetRows();
    void flowAnew(Walk &walk);
    void flowFrom(Walk &walk, const std::vector<Start> &before, const Unchanged &same, qsizetype rowsBefore);
    void endPages(const Walk &walk);
    void keepPages(int before, int from);
    void makePage(int number);
    QList<int> pagesWith(const Place &place) const;

    Fonts *m_fonts;
    Document m_frame;
    qsizetype m_tableIndex = -1; // of the frame's blocks; -1: there are no rows to be flowed
    Form m_form;
    QList<Row> m_rows;
    std::vector<int> m_heights; // of the rows without their running numbers, twips
    std::vector<int> m_serials; // what the running numbers need, twips
    QHash<LineId, Parting> m_partings;
    std::vector<Start> m_starts; // of each page
    int m_pagesBehind = 0; // that begin behind the table, the last of m_starts
    int m_firstBodyTop = 0; // of the table's first page, twips
    int m_count = 0;
    QSizeF m_size;
    QCache<int, Page> m_made; // by number
    Pages m_whole; // where there are no rows to be flowed
};

} // namespace zhibao
