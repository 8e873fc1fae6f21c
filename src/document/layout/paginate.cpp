// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/layout/paginate.h"

#include "document/layout/blockflow.h"
#include "document/layout/tableflow.h"

namespace zhibao {

Result<Pages> paginate(const Document &document, Fonts &fonts, const Progress &progress)
{
    return paginate(document, fonts, PageTaker(), progress);
}

Result<Pages> paginate(const Document &document, Fonts &fonts, const PageTaker &taker, const Progress &progress)
{
    BlockFlow blocks(document, fonts);
    blocks.flow().handTo(taker);
    const qsizetype count = document.blocks.size();
    for (qsizetype index = 0; index < count; ++index) {
        // A table reports its own rows, within the share of its block.
        const auto within = [&](double share) {
            return goesOn(progress, (static_cast<double>(index) + share) / static_cast<double>(count));
        };
        if (!within(0))
            return Error{ErrorCode::Stopped, {}};
        const auto *table = std::get_if<Table>(&document.blocks[index]);
        if (!table) {
            blocks.placeParagraph(index);
            continue;
        }
        TableFlow rows(blocks.flow(), fonts, *table, document.orientation);
        if (!rows.place(blocks.firstLineOf(index + 1), within))
            return Error{ErrorCode::Stopped, {}};
    }
    blocks.flow().handOver();
    Pages pages = std::move(blocks.flow().pages());
    int number = 0;
    for (Page &page : pages.pages)
        blocks.finish(page, ++number);
    pages.title = document.title;
    pages.author = document.author;
    pages.subject = document.subject;
    pages.language = document.language;
    pages.substitutes = fonts.substitutes();
    pages.missing = fonts.missing();
    return pages;
}

} // namespace zhibao
