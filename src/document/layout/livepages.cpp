// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/layout/livepages.h"

#include "document/compose/compose.h"
#include "document/layout/blockflow.h"
#include "document/layout/paginate.h"
#include "document/layout/tableflow.h"

#include <QHash>

#include <algorithm>
#include <climits>
#include <utility>

namespace zhibao {

namespace {

// As many as are in sight at the smallest zoom, and some beside them to scroll to.
constexpr int pagesMade = 32;
constexpr qsizetype rowsBetweenTells = 50;

bool isSerial(const TableForm &form, const TableCell &cell)
{
    return form.columns.at(cell.column).serial;
}

// The rows of the table without, or with nothing but, the running number.
QList<TableRow> parted(const TableForm &form, QList<TableRow> rows, bool serials)
{
    for (TableRow &row : rows)
        row.cells.removeIf([&](const TableCell &cell) { return isSerial(form, cell) != serials; });
    return rows;
}

qsizetype indexOfTable(const Document &document)
{
    const auto isTable = [](const Block &block) { return std::holds_alternative<Table>(block); };
    const auto found = std::find_if(document.blocks.begin(), document.blocks.end(), isTable);
    return found == document.blocks.end() ? -1 : found - document.blocks.begin();
}

Document withRows(Document frame, const Form &form, const QList<Row> &rows)
{
    const qsizetype index = rows.isEmpty() ? -1 : indexOfTable(frame);
    if (index < 0)
        return frame;
    auto &table = std::get<Table>(frame.blocks[index]);
    table.rows.resize(table.headerRows);
    for (qsizetype row = 0; row < rows.size(); ++row)
        table.rows.append(composeRow(form.id, *form.table(), rows.at(row), static_cast<int>(row)));
    return frame;
}

// Whether the pages up to the table's last row are those of the other document, if their rows are.
bool isSameUpTo(const Document &frame, const Document &other, qsizetype table)
{
    return frame.orientation == other.orientation && frame.marginMark == other.marginMark
        && frame.blocks.first(table + 1) == other.blocks.first(std::min(table + 1, other.blocks.size()));
}

double share(qsizetype part, qsizetype whole)
{
    return static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

// Goes through the rows by their heights alone, from one page to the next, and notes where each page begins.
class LivePages::Walk {
public:
    Walk(LivePages &pages, BlockFlow &blocks, TableFlow &rows)
        : m_pages(pages)
        , m_blocks(blocks)
        , m_rows(rows)
    {
    }

    // The document up to its first row.
    void begin()
    {
        for (qsizetype index = 0; index < m_pages.m_tableIndex; ++index)
            m_blocks.placeParagraph(index);
        m_rows.begin(m_pages.height(0));
        m_page = static_cast<int>(m_blocks.flow().pages().pages.size()) - 1;
        m_position = m_bodyTop = m_pages.m_firstBodyTop = m_rows.bodyTop();
        m_pages.m_starts.assign(static_cast<std::size_t>(m_page) + 1, {});
        m_group = 0;
    }

    // From a start that holds.
    void resume(const Start &start)
    {
        m_page = start.page;
        m_group = start.group;
        m_position = start.position == 0 ? m_rows.headerHeight() : start.position;
        m_bodyTop = m_pages.m_starts[static_cast<std::size_t>(m_page)].group < 0 ? m_pages.m_firstBodyTop
                                                                                 : m_rows.headerHeight();
        m_pages.m_starts.resize(static_cast<std::size_t>(m_page) + 1);
    }

    // Up to the first page for which `isAsBefore`, or to the last row: false.
    template <typename AsBefore>
    bool walk(const AsBefore &isAsBefore)
    {
        const qsizetype groups = m_pages.m_rows.size();
        for (; m_group < groups; ++m_group) {
            const int height = m_pages.height(m_group);
            const int tail = m_pages.tailOf(m_blocks, m_group);
            if (!fits(height + tail) && m_rows.isLow(height) && m_position != m_bodyTop) {
                m_pages.m_starts.push_back({++m_page, m_group, 0});
                m_position = m_bodyTop = m_rows.headerHeight();
                if (isAsBefore())
                    return true;
            }
            if (fits(height + tail)) {
                m_position += height;
                continue;
            }
            if (partGroup(tail) && isAsBefore())
                return true;
        }
        return false;
    }

    int page() const { return m_page; }

    // How many pages what follows the table begins.
    int pagesBehind() const
    {
        BlockFlow behind(m_pages.m_frame, *m_pages.m_fonts);
        behind.flow().advance(m_position);
        for (qsizetype index = m_pages.m_tableIndex + 1; index < m_pages.m_frame.blocks.size(); ++index)
            behind.placeParagraph(index);
        return static_cast<int>(behind.flow().pages().pages.size()) - 1;
    }

private:
    bool fits(int height) const { return height <= m_blocks.flow().height() - m_position; }

    // Where a group parts, its lines decide. Whether it went on to another page.
    bool partGroup(int tail)
    {
        PageFlow flow(m_pages.m_frame.orientation);
        flow.advance(m_position);
        TableFlow rows(flow, m_rows);
        rows.resume(m_bodyTop);
        rows.placeGroup(m_pages.parting(rows, m_group), tail);
        const auto more = static_cast<int>(flow.pages().pages.size()) - 1;
        const Start start{m_page, m_group, m_position == m_rows.headerHeight() ? 0 : m_position};
        m_pages.m_starts.insert(m_pages.m_starts.end(), static_cast<std::size_t>(more), start);
        m_page += more;
        m_position = flow.position();
        m_bodyTop = more > 0 ? m_rows.headerHeight() : m_bodyTop;
        return more > 0;
    }

    LivePages &m_pages;
    BlockFlow &m_blocks;
    TableFlow &m_rows;
    qsizetype m_group = 0;
    int m_page = 0;
    int m_position = 0;
    int m_bodyTop = 0;
};

LivePages::LivePages(Fonts &fonts)
    : m_fonts(&fonts)
    , m_made(pagesMade)
{
}

LivePages::LivePages(const LivePages &known, Fonts &fonts)
    : m_fonts(&fonts)
    , m_frame(known.m_frame)
    , m_tableIndex(known.m_tableIndex)
    , m_form(known.m_form)
    , m_rows(known.m_rows)
    , m_heights(known.m_heights)
    , m_serials(known.m_serials)
    , m_partings(known.m_partings)
    , m_starts(known.m_starts)
    , m_pagesBehind(known.m_pagesBehind)
    , m_firstBodyTop(known.m_firstBodyTop)
    , m_count(known.m_count)
    , m_size(known.m_size)
    , m_made(pagesMade)
{
}

Result<void> LivePages::layOut(
    const Document &frame, const Form &form, const QList<Row> &given, const Progress &progress)
{
    const QList<Row> rows = form.table() ? withTotals(*form.table(), given) : given;
    const qsizetype tableIndex = rows.isEmpty() ? -1 : indexOfTable(frame);
    BlockFlow blocks(frame, *m_fonts);
    const Table empty = tableIndex < 0 ? Table() : std::get<Table>(frame.blocks.at(tableIndex));
    TableFlow flow(blocks.flow(), *m_fonts, empty, frame.orientation);
    if (!flow.repeatsHeader()) {
        Result<Pages> pages = paginate(withRows(frame, form, rows), *m_fonts, progress);
        if (!pages)
            return pages.error();
        layOutWhole(std::move(pages).value());
        return {};
    }
    const bool isHeadSame = isKnown(form) && isSameUpTo(frame, m_frame, tableIndex);
    const bool isRestSame = isHeadSame && frame.blocks == m_frame.blocks;
    Unchanged same = isKnown(form) ? unchanged(rows) : Unchanged();
    std::vector<int> heights = knownHeights(rows, same);
    for (qsizetype row = 0, told = 0; row < rows.size(); ++row) {
        int &height = heights[static_cast<std::size_t>(row)];
        if (height >= 0)
            continue;
        if (++told % rowsBetweenTells == 0 && !goesOn(progress, share(row, rows.size())))
            return Error{ErrorCode::Stopped, {}};
        const QList<TableRow> composed = composeRow(form.id, *form.table(), rows.at(row), static_cast<int>(row));
        // The row of the sums has no running number whose height is known apart.
        height = flow.layOutGroup(isTotals(rows.at(row)) ? composed : parted(*form.table(), composed, false)).height;
    }
    if (!isKnown(form))
        forgetRows();
    m_frame = frame;
    m_tableIndex = tableIndex;
    m_form = form;
    const qsizetype rowsBefore = std::exchange(m_rows, rows).size();
    m_heights = std::move(heights);
    m_whole = {};
    m_size = blocks.flow().pages().pages.constFirst().size;
    measureSerials(flow);
    Walk walk(*this, blocks, flow);
    if (!isHeadSame) {
        flowAnew(walk);
    } else if (!isRestSame || rowsBefore != rows.size() || same.before < rows.size()) {
        same.after = isRestSame ? same.after : 0;
        flowFrom(walk, std::vector<Start>(m_starts), same, rowsBefore);
    }
    m_count = static_cast<int>(m_starts.size());
    return {};
}

void LivePages::layOutWhole(Pages pages)
{
    m_tableIndex = -1;
    forgetRows();
    m_starts.clear();
    m_made.clear();
    m_whole = std::move(pages);
    m_count = static_cast<int>(m_whole.pages.size());
    m_size = m_whole.pages.constFirst().size;
}

void LivePages::forgetRows()
{
    m_rows.clear();
    m_heights.clear();
    m_serials.clear();
    m_partings.clear();
}

void LivePages::flowAnew(Walk &walk)
{
    walk.begin();
    walk.walk([] { return false; });
    endPages(walk);
    m_made.clear();
}

// What follows the table is laid out with its last page.
void LivePages::endPages(const Walk &walk)
{
    m_pagesBehind = walk.pagesBehind();
    m_starts.insert(m_starts.end(), static_cast<std::size_t>(m_pagesBehind), Start(m_starts.back()));
}

// Where a page begins with what it began with before, in the same place, all pages behind it are what they were.
void LivePages::flowFrom(Walk &walk, const std::vector<Start> &before, const Unchanged &same, qsizetype rowsBefore)
{
    const qsizetype rows = m_rows.size();
    const qsizetype more = rows - rowsBefore;
    // A number of other width may need other room.
    qsizetype after = 0;
    while (after < same.after && (more == 0 || serial(rows - 1 - after) == serial(rowsBefore - 1 - after)))
        ++after;
    // What follows the table stands with its last row: that is another one, or what follows is.
    const qsizetype changed = after > 0 ? same.before : std::min(same.before, std::min(rows, rowsBefore) - 1);
    const auto isLater = [changed](const Start &start) { return start.group >= changed; };
    const auto later = std::find_if(before.begin(), before.end(), isLater);
    if (later == before.begin() || std::prev(later)->group < 0)
        walk.begin();
    else
        walk.resume(*std::prev(later));
    const int firstPage = walk.page();
    std::size_t at = 0;
    const auto isAsBefore = [&] {
        const Start &now = m_starts.back();
        const auto into = static_cast<qsizetype>(m_starts.size()) - 1 - now.page;
        const auto pagesInto = [&] { return static_cast<qsizetype>(at) - before[at].page; };
        const qsizetype group = now.group - more;
        while (at < before.size() && std::pair(before[at].group, pagesInto()) < std::pair(group, into))
            ++at;
        return now.group >= rows - after && at < before.size() && before[at].group == group && pagesInto() == into
            && before[at].position == now.position;
    };
    if (!walk.walk(isAsBefore)) {
        endPages(walk);
        keepPages(firstPage, INT_MAX);
        return;
    }
    const auto page = static_cast<int>(m_starts.size()) - 1;
    const int moved = page - static_cast<int>(at);
    for (std::size_t next = at + 1; next < before.size(); ++next)
        m_starts.push_back({before[next].page + moved, before[next].group + more, before[next].position});
    keepPages(firstPage, moved == 0 && more == 0 ? page : INT_MAX);
}

bool LivePages::isKnown(const Form &form) const
{
    return m_tableIndex >= 0 && m_form.id == form.id && m_form.table()->columns == form.table()->columns;
}

qsizetype LivePages::unknownRows(const Form &form, const QList<Row> &given) const
{
    if (!isKnown(form))
        return given.size();
    const QList<Row> rows = withTotals(*form.table(), given);
    const std::vector<int> heights = knownHeights(rows, unchanged(rows));
    return std::count(heights.begin(), heights.end(), -1);
}

LivePages::Unchanged LivePages::unchanged(const QList<Row> &rows) const
{
    Unchanged same;
    const qsizetype shorter = std::min(rows.size(), m_rows.size());
    while (same.before < shorter && rows.at(same.before) == m_rows.at(same.before))
        ++same.before;
    while (same.after < shorter - same.before
        && rows.at(rows.size() - 1 - same.after) == m_rows.at(m_rows.size() - 1 - same.after))
        ++same.after;
    return same;
}

// -1: that of a row which is new, or says something else.
std::vector<int> LivePages::knownHeights(const QList<Row> &rows, const Unchanged &same) const
{
    std::vector<int> heights(static_cast<std::size_t>(rows.size()), -1);
    const auto before = static_cast<std::ptrdiff_t>(same.before);
    const auto after = static_cast<std::ptrdiff_t>(same.after);
    std::copy(m_heights.begin(), m_heights.begin() + before, heights.begin());
    std::copy(m_heights.end() - after, m_heights.end(), heights.end() - after);
    QHash<LineId, qsizetype> places;
    for (qsizetype row = same.before; row < m_rows.size() - same.after; ++row)
        places.insert(m_rows.at(row).id, row);
    for (qsizetype row = same.before; row < rows.size() - same.after; ++row) {
        const auto moved = places.constFind(rows.at(row).id);
        if (moved != places.cend() && m_rows.at(*moved) == rows.at(row))
            heights[static_cast<std::size_t>(row)] = m_heights[static_cast<std::size_t>(*moved)];
    }
    return heights;
}

void LivePages::measureSerials(const TableFlow &flow)
{
    for (auto number = static_cast<qsizetype>(m_serials.size()); number < m_rows.size(); ++number) {
        const QList<TableRow> rows = composeRow(m_form.id, *m_form.table(), {}, static_cast<int>(number));
        m_serials.push_back(flow.layOutGroup(parted(*m_form.table(), rows, true)).height);
    }
}

int LivePages::serial(qsizetype group) const
{
    return m_serials[static_cast<std::size_t>(group)];
}

const RowGroup &LivePages::parting(const TableFlow &flow, qsizetype group)
{
    const Row &row = m_rows.at(group);
    Parting &known = m_partings[row.id];
    if (known.group.rows.empty() || known.serial != serial(group) || known.row != row) {
        const QList<TableRow> rows = composeRow(m_form.id, *m_form.table(), row, static_cast<int>(group));
        known = {row, serial(group), withoutGlyphs(flow.layOutGroup(rows))};
    }
    return known.group;
}

// The running number stands in a cell over all lines of its row: where it needs more, the last line grows.
int LivePages::height(qsizetype group) const
{
    return std::max(m_heights[static_cast<std::size_t>(group)], serial(group));
}

const Table &LivePages::table() const
{
    return std::get<Table>(m_frame.blocks.at(m_tableIndex));
}

int LivePages::tailOf(const BlockFlow &blocks, qsizetype group) const
{
    return group + 1 == m_rows.size() ? blocks.firstLineOf(m_tableIndex + 1) : 0;
}

// Those before the one, and from the other on.
void LivePages::keepPages(int before, int from)
{
    const QList<int> made = m_made.keys();
    for (const int page : made) {
        if (page >= before && page < from)
            m_made.remove(page);
    }
}

Page LivePages::page(int number)
{
    if (m_tableIndex < 0)
        return m_whole.pages.at(number);
    if (!m_made.contains(number))
        makePage(number);
    return *m_made.object(number);
}

// Flows the rows from where the page can be begun until it is full, or the document ends.
void LivePages::makePage(int number)
{
    const Start start = m_starts[static_cast<std::size_t>(number)];
    BlockFlow blocks(m_frame, *m_fonts);
    TableFlow flow(blocks.flow(), *m_fonts, table(), m_frame.orientation);
    const bool isPart = start.group >= 0 && start.position > 0; // of the first page
    if (start.group < 0) {
        for (qsizetype index = 0; index < m_tableIndex; ++index)
            blocks.placeParagraph(index);
        flow.begin(height(0));
    } else if (isPart) {
        const bool isFirst = m_starts[static_cast<std::size_t>(start.page)].group < 0;
        blocks.flow().advance(start.position);
        flow.resume(isFirst ? m_firstBodyTop : flow.headerHeight());
    } else {
        flow.beginPage();
    }
    const QList<Page> &pages = blocks.flow().pages().pages;
    qsizetype group = std::max<qsizetype>(0, start.group);
    for (; group < m_rows.size() && pages.size() <= number - start.page + 1; ++group) {
        const QList<TableRow> rows = composeRow(m_form.id, *m_form.table(), m_rows.at(group), static_cast<int>(group));
        flow.placeGroup(flow.layOutGroup(rows), tailOf(blocks, group));
    }
    if (pages.size() <= number - start.page + 1) {
        flow.end();
        for (qsizetype index = m_tableIndex + 1; index < m_frame.blocks.size(); ++index)
            blocks.placeParagraph(index);
    }
    for (int made = start.page + (isPart ? 1 : 0); made <= number; ++made) {
        auto page = std::make_unique<Page>(pages.at(made - start.page));
        blocks.finish(*page, made + 1);
        m_made.insert(made, page.release());
    }
}

// All that may show something of the place, in order.
QList<int> LivePages::pagesWith(const Place &place) const
{
    QList<int> numbers;
    const auto add = [&](int first, int last) {
        for (int number = first; number <= last; ++number)
            numbers.append(number);
    };
    const auto before = [this](qsizetype group) { // how many pages begin with a group before it
        const auto isEarlier = [group](const Start &start) { return start.group < group; };
        const auto end = m_starts.end() - m_pagesBehind;
        return static_cast<int>(std::partition_point(m_starts.begin(), end, isEarlier) - m_starts.begin());
    };
    if (m_tableIndex < 0) {
        add(0, m_count - 1);
    } else if (place.row < 0) {
        const int head = before(0) - 1;
        add(0, head);
        add(std::max(head + 1, m_count - 1 - m_pagesBehind), m_count - 1);
    } else if (place.row < m_rows.size()) {
        int first = std::max(0, before(place.row) - 1);
        const int last = before(place.row + 1) - 1;
        if (first < last && m_starts[static_cast<std::size_t>(first) + 1].page == first + 1)
            ++first; // the row begins a page
        add(first, last);
    }
    return numbers;
}

std::optional<CaretBox> LivePages::boxOf(const Place &place, int offset)
{
    const QList<int> numbers = pagesWith(place);
    Pages pages;
    for (const int number : numbers)
        pages.pages.append(page(number));
    std::optional<CaretBox> box = zhibao::boxOf(pages, place, offset);
    if (box)
        box->page = numbers.at(box->page);
    return box;
}

} // namespace zhibao
