// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/layout/caret.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zhibao {

namespace {

// Where a glyph's cluster begins across the page.
double edgeOf(const GlyphRun &run, qsizetype glyph)
{
    double pen = run.origin.x();
    for (qsizetype i = 0; i < glyph; ++i)
        pen += run.glyphs[i].advance;
    return pen;
}

// The offset nearest to a point across the line; that of the line itself where nothing in it was typed.
int offsetAt(const Line &line, double x)
{
    int nearest = std::max(0, line.offset);
    double distance = std::numeric_limits<double>::infinity();
    const auto consider = [&](int offset, double edge) {
        if (std::abs(x - edge) < distance) {
            distance = std::abs(x - edge);
            nearest = offset;
        }
    };
    for (const GlyphRun &run : line.runs) {
        if (run.offset < 0)
            continue;
        double pen = run.origin.x();
        for (const Glyph &glyph : run.glyphs) {
            if (glyph.textLength > 0)
                consider(run.offset + glyph.textStart, pen);
            pen += glyph.advance;
        }
        consider(run.offset + static_cast<int>(run.text.size()), pen);
    }
    return nearest;
}

double distanceTo(const QRectF &box, QPointF point)
{
    const double across = std::max({box.left() - point.x(), 0.0, point.x() - box.right()});
    const double down = std::max({box.top() - point.y(), 0.0, point.y() - box.bottom()});
    // A click beside a line means that line, however short it is.
    return down * 1000 + across;
}

const Line *nearestLine(const Page &page, qsizetype first, qsizetype count, QPointF point)
{
    const Line *nearest = nullptr;
    double distance = std::numeric_limits<double>::infinity();
    for (qsizetype i = first; i < first + count; ++i) {
        const Line &line = page.lines[i];
        const double here = distanceTo(line.box, point);
        if (!line.place.form.isEmpty() && here < distance) {
            distance = here;
            nearest = &line;
        }
    }
    return nearest;
}

QRectF caretBox(const Line &line, double x)
{
    return {x, line.box.top(), 0, line.box.height()};
}

// The caret in a line that shows the offset; nothing where it does not. At a line's end the offset belongs to the
// next line too, which is asked for it later.
std::optional<QRectF> caretIn(const Line &line, int offset)
{
    for (const GlyphRun &run : line.runs) {
        if (run.offset < 0 || offset < run.offset || offset > run.offset + run.text.size())
            continue;
        const int within = offset - run.offset;
        qsizetype glyph = 0;
        while (glyph < run.glyphs.size()
            && (run.glyphs[glyph].textLength == 0
                || run.glyphs[glyph].textStart + run.glyphs[glyph].textLength <= within))
            ++glyph;
        return caretBox(line, edgeOf(run, glyph));
    }
    if (line.runs.isEmpty() && line.offset == offset)
        return caretBox(line, line.box.left());
    return {};
}

} // namespace

std::optional<TextPosition> hit(const Page &page, QPointF point)
{
    const Line *line = nullptr;
    for (const CellArea &cell : page.cells) {
        if (cell.box.contains(point))
            line = nearestLine(page, cell.firstLine, cell.lineCount, point);
    }
    if (!line)
        line = nearestLine(page, 0, page.lines.size(), point);
    if (!line)
        return {};
    return TextPosition{line->place, offsetAt(*line, point.x())};
}

std::optional<CaretBox> boxOf(const Pages &pages, const Place &place, int offset)
{
    std::optional<CaretBox> found;
    std::optional<CaretBox> announced; // by the form's own words, where nothing was typed yet
    for (int number = 0; number < pages.pages.size(); ++number) {
        for (const Line &line : pages.pages[number].lines) {
            if (!(line.place == place))
                continue;
            if (const std::optional<QRectF> box = caretIn(line, offset))
                found = CaretBox{number, *box};
            else if (!announced)
                announced = CaretBox{number, caretBox(line, line.box.right())};
        }
    }
    return found ? found : announced;
}

} // namespace zhibao
