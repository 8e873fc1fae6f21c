// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/summary/splitplacement.h"

#include "core/text/script.h"

#include <algorithm>

namespace zhibao {

namespace {

constexpr int mostNumbered = 60; // lines within one section that are offered one by one

// What a new report starts with is nobody's text: it gives way unasked.
bool isDefault(const QString &text, const Place &place, const Report &report, const Notice &notice)
{
    const Form *const form = notice.form(place.form);
    const OutlineForm *const outline = form ? form->outline() : nullptr;
    if (!outline)
        return false;
    return (place.field == field::title && text == worded(outline->defaultTitle, report, notice))
        || (place.field == field::addressee && text == worded(outline->defaultAddressee, report, notice));
}

QString joined(const QString &before, const QString &after)
{
    if (before.isEmpty() || after.isEmpty())
        return before + after;
    return before.endsWith(u'\n') ? before + after : before + u'\n' + after;
}

// Parted before each numbered line, so that joining the pieces by line ends gives the text again.
QStringList numberedPieces(const QString &text)
{
    QStringList pieces;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (pieces.isEmpty() || enumeratorLength(line.trimmed(), 0) > 0)
            pieces.append(line);
        else
            pieces.last() += u'\n' + line;
    }
    return pieces.size() - 1 <= mostNumbered ? pieces : QStringList{text};
}

// The texts of the places, each in the order of its parts.
struct PlacedText {
    Place place;
    QString text;
};

QList<PlacedText> textsOf(const QList<SplitPart> &parts)
{
    QList<PlacedText> texts;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const SplitPart &part = parts.at(i);
        if (part.isRest)
            continue;
        const auto same = std::find_if(
            texts.begin(), texts.end(), [&](const PlacedText &text) { return text.place == part.place; });
        if (same == texts.end())
            texts.append({part.place, part.text});
        else if (part.goesOn && parts.at(i - 1).place == part.place)
            same->text += u'\n' + part.text; // as it was
        else
            same->text = joined(same->text, part.text);
    }
    return texts;
}

bool isTaken(const PlacedText &text, const Report &report, const Notice &notice)
{
    const QString present = textAt(report, text.place);
    return !present.isEmpty() && present != text.text && !isDefault(present, text.place, report, notice);
}

} // namespace

Place restPlaceOf(const Form &form)
{
    return form.outline()->field(field::opening) ? Place{form.id, field::opening} : Place{form.id, {}, -1, -1, 0};
}

QList<SplitPart> splitParts(const SummarySplit &split, const Form &form)
{
    QList<SplitPart> parts;
    const auto add = [&](const Place &place, const QString &text) {
        if (!text.isEmpty())
            parts.append({place, text});
    };
    // What the form has no text of its own for stands where the rest does.
    const auto placeOf = [&](const QString &id) {
        return form.outline()->field(id) ? Place{form.id, id} : restPlaceOf(form);
    };
    add(placeOf(field::title), split.title);
    add(placeOf(field::addressee), split.addressee);
    add(placeOf(field::opening), split.opening);
    for (int section = 0; section < split.sections.size(); ++section) {
        const QStringList pieces = numberedPieces(split.sections.at(section));
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            add({form.id, {}, -1, -1, section}, pieces.at(i));
            if (i > 0)
                parts.last().goesOn = true;
        }
    }
    add(placeOf(field::closing), split.closing);
    add(placeOf(field::date), split.date);
    add(placeOf(field::contact), split.contact);
    add(restPlaceOf(form), split.rest);
    if (!split.rest.isEmpty())
        parts.last().isRest = true;
    return parts;
}

bool isMovable(const SplitPart &part)
{
    return part.place.section >= 0 || part.place.field == field::opening || part.place.field == field::closing;
}

QList<Place> takenPlaces(const QList<SplitPart> &parts, const Report &report, const Notice &notice)
{
    QList<Place> places;
    for (const PlacedText &text : textsOf(parts)) {
        if (isTaken(text, report, notice))
            places.append(text.place);
    }
    return places;
}

Result<Placed> placeParts(
    const QList<SplitPart> &parts, const Report &report, const Notice &notice, const Form &form, WhenTaken when)
{
    Placed placed{report, restPlaceOf(form), 0, 0};
    QString rest;
    for (const SplitPart &part : parts)
        rest = part.isRest ? joined(rest, part.text) : rest;
    for (const PlacedText &part : textsOf(parts)) {
        QString text = part.text;
        if (when == WhenTaken::Append && isTaken(part, report, notice)) {
            if (part.place.field == field::date) {
                rest = joined(rest, text);
                continue;
            }
            text = joined(textAt(report, part.place), text);
        }
        Result<Report> next = setText(std::move(placed.report), notice, part.place, text);
        if (!next)
            return next.error();
        placed.report = *std::move(next);
    }
    if (rest.isEmpty())
        return placed;
    const QString opening = joined(textAt(placed.report, placed.restPlace), rest);
    Result<Report> last = setText(std::move(placed.report), notice, placed.restPlace, opening);
    if (!last)
        return last.error();
    placed.report = *std::move(last);
    placed.restLength = static_cast<int>(rest.size());
    placed.restOffset = static_cast<int>(textAt(placed.report, placed.restPlace).size()) - placed.restLength;
    return placed;
}

} // namespace zhibao
