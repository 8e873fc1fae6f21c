// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/wordcount.h"

#include "core/text/dates.h"

namespace zhibao {

namespace {

// How a code point counts.
enum class Kind { LineEnd, Dropped, Space, Asian, Other };

bool isBetween(char32_t c, char32_t first, char32_t last)
{
    return c >= first && c <= last;
}

// CJK ideographs, radicals, punctuation, full-width forms, kana, hangul, and the marks that a Chinese text sets
// full-width.
bool isAsian(char32_t c)
{
    switch (c) {
    case U'“':
    case U'”':
    case U'‘':
    case U'’':
    case U'—':
    case U'…':
    case U'·':
        return true;
    default:
        return isBetween(c, 0x2E80, 0x9FFF) || isBetween(c, 0xAC00, 0xD7AF) || isBetween(c, 0x1100, 0x11FF)
            || isBetween(c, 0xF900, 0xFAFF) || isBetween(c, 0xFE10, 0xFE1F) || isBetween(c, 0xFE30, 0xFE4F)
            || isBetween(c, 0xFF00, 0xFFEF) || isBetween(c, 0x20000, 0x3FFFF);
    }
}

Kind kindOf(char32_t c)
{
    if (c == U'\r' || c == U'\n')
        return Kind::LineEnd;
    if (c == 0xFEFF || c == 0x200B || isBetween(c, 0xFE00, 0xFE0F) || isBetween(c, 0xE0100, 0xE01EF))
        return Kind::Dropped;
    if (QChar::isSpace(c)) // U+3000 and U+00A0 are
        return Kind::Space;
    return isAsian(c) ? Kind::Asian : Kind::Other;
}

} // namespace

WordCount &WordCount::operator+=(const WordCount &other)
{
    words += other.words;
    characters += other.characters;
    charactersSpaced += other.charactersSpaced;
    return *this;
}

WordCount countWords(QStringView text)
{
    WordCount count;
    bool inRun = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t c = text[at].unicode();
        if (QChar::isHighSurrogate(c) && at + 1 < text.size() && text[at + 1].isLowSurrogate())
            c = QChar::surrogateToUcs4(text[at], text[at + 1]);
        at += QChar::requiresSurrogates(c) ? 1 : 0;
        switch (kindOf(c)) {
        case Kind::LineEnd:
            inRun = false;
            break;
        case Kind::Dropped:
            break;
        case Kind::Space:
            inRun = false;
            ++count.charactersSpaced;
            break;
        case Kind::Asian:
            inRun = false;
            count += {1, 1, 1};
            break;
        case Kind::Other:
            count += {inRun ? 0 : 1, 1, 1};
            inRun = true;
            break;
        }
    }
    return count;
}

WordCount countSections(const Report &report, const Notice &notice, const QString &formId)
{
    WordCount count;
    const Form *form = notice.form(formId);
    const OutlineForm *outline = form ? form->outline() : nullptr;
    const QStringList texts = report.forms.value(formId).sections;
    for (qsizetype section = 0; outline && section < outline->sections.size(); ++section)
        count += countWords(texts.value(section));
    return count;
}

WordCount countForm(const Report &report, const Notice &notice, const QString &formId)
{
    WordCount count;
    const Form *form = notice.form(formId);
    const OutlineForm *outline = form ? form->outline() : nullptr;
    const auto answer = report.forms.constFind(formId);
    if (!outline || answer == report.forms.constEnd())
        return count;
    for (const QString &name : {field::title, field::addressee, field::opening, field::closing})
        count += countWords(answer->fields.value(name));
    for (const Section &section : outline->sections)
        count += countWords(section.heading);
    count += countSections(report, notice, formId);
    count += countWords(report.unit);
    count += countWords(
        outline->calendarDate ? printedDate(answer->fields.value(field::date)) : answer->fields.value(field::date));
    count += countWords(contactNote(answer->fields.value(field::contact)));
    return count;
}

LimitLevel limitLevel(int words, int limit)
{
    if (limit <= 0)
        return LimitLevel::Within;
    if (words > limit)
        return LimitLevel::Over;
    // From 80 % of the limit; in 64 bits, since the count of a hostile text may be large.
    return qint64{words} * 10 >= qint64{limit} * 8 ? LimitLevel::Near : LimitLevel::Within;
}

} // namespace zhibao
