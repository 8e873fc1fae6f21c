// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/layout/markrules.h"

#include "document/style.h"

#include <algorithm>

namespace zhibao {

namespace {

// Above the baseline, in ems: where a rule crosses Chinese characters as well as digits. What fonts say is meant for
// Latin small letters: in Fandol, 0.22, it would run through the feet of the characters.
constexpr double strikeHeight = 0.33;

// The square that a Chinese character fills reaches so far below its baseline, in ems; what underlines it stands lower.
constexpr double emDescent = 0.12;

// Which mark the text at a position of the paragraph bears; asked for positions in rising order.
class Marks {
public:
    explicit Marks(const QList<Span> &spans)
        : m_spans(spans)
    {
    }

    TextMark at(qsizetype position)
    {
        while (m_span + 1 < m_spans.size() && position >= m_start + m_spans.at(m_span).text.size())
            m_start += m_spans.at(m_span++).text.size();
        return m_spans.at(m_span).mark;
    }

private:
    const QList<Span> &m_spans;
    qsizetype m_span = 0;
    qsizetype m_start = 0;
};

double endOf(const GlyphRun &run)
{
    return run.origin.x() + run.glyphs.constLast().x + run.glyphs.constLast().advance;
}

} // namespace

void setMarkRules(QList<Line> &lines, const Paragraph &paragraph, int measure, Fonts &fonts)
{
    const auto isMarked = [](const Span &span) { return span.mark != TextMark::None; };
    if (std::none_of(paragraph.spans.begin(), paragraph.spans.end(), isMarked))
        return;
    const RoleStyle style = paragraphStyle(paragraph);
    const double size = style.size / twipsPerPoint;
    const Fonts::Metrics metrics = fonts.metrics(style.typeface, size);
    const double underline = std::max(metrics.underline, emDescent * size + metrics.stroke / 2);
    const double edge = (style.startIndent + measure) / twipsPerPoint; // blanks may hang over it
    Marks marks(paragraph.spans);
    qsizetype position = 0;
    for (Line &line : lines) {
        TextMark open = TextMark::None; // of the run before
        for (const GlyphRun &run : std::as_const(line.runs)) {
            const TextMark mark = marks.at(position); // fonts change where spans do, so a run has one mark
            position += run.text.size();
            const double end = run.glyphs.isEmpty() ? run.origin.x() : std::min(endOf(run), edge);
            if (mark != TextMark::None && mark == open) {
                line.rules.last().line.setP2({end, line.rules.constLast().line.y2()});
            } else if (mark != TextMark::None) {
                const double y = run.origin.y() + (mark == TextMark::Struck ? -strikeHeight * size : underline);
                line.rules.append({QLineF(run.origin.x(), y, end, y), metrics.stroke});
            }
            open = mark;
        }
    }
}

} // namespace zhibao
