// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/compare/merge.h"

#include "core/compare/lineorder.h"
#include "core/compare/textmerge.h"
#include "core/report/lineids.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

using Side = MergeNote::Side;
using Reason = MergeNote::Reason;
constexpr std::array sides{Side::Base, Side::Ours, Side::Theirs};

template <typename Value>
struct Three {
    Value base;
    Value ours;
    Value theirs;
    const Value &of(Side side) const { return side == Side::Base ? base : side == Side::Ours ? ours : theirs; }
};

// What is no text of the report: where both changed it the greater holds, whichever side has it.
template <typename Value>
Value mergedValue(const Value &base, const Value &ours, const Value &theirs)
{
    if (ours == theirs || theirs == base)
        return ours;
    return ours == base ? theirs : std::max(ours, theirs);
}

// Where an entry stands.
struct EntryAt {
    int row = -1;
    int entry = -1;
};

// The lines of a form in one version, by their ids.
struct Lines {
    explicit Lines(const FormAnswer &answer)
        : rows(answer.rows)
    {
        for (int row = 0; row < rows.size(); ++row) {
            rowAt.insert(rows[row].id, row);
            for (int entry = 0; entry < rows[row].entries.size(); ++entry)
                entryAt.insert(rows[row].entries[entry].id, {row, entry});
        }
    }

    bool hasRow(const LineId &id) const { return rowAt.contains(id); }
    bool hasEntry(const LineId &id) const { return entryAt.contains(id); }
    const Row &row(const LineId &id) const { return rows[rowAt.value(id)]; }
    const Entry &entry(const LineId &id) const
    {
        const EntryAt at = entryAt.value(id);
        return rows[at.row].entries[at.entry];
    }
    LineId rowOf(const LineId &entry) const // null where it is none
    {
        const auto at = entryAt.constFind(entry);
        return at == entryAt.cend() ? LineId() : rows[at->row].id;
    }

    QList<Row> rows;
    QHash<LineId, int> rowAt;
    QHash<LineId, EntryAt> entryAt;
};

QList<LineId> idsIn(const Three<Lines> &versions, QList<LineId> (*idsOf)(const Lines &))
{
    QList<LineId> ids;
    QSet<LineId> known;
    for (const Side side : sides) {
        for (const LineId &id : idsOf(versions.of(side))) {
            if (!known.contains(id))
                ids.append(id);
            known.insert(id);
        }
    }
    return ids;
}

QList<LineId> rowIds(const Lines &lines)
{
    QList<LineId> ids;
    for (const Row &row : lines.rows)
        ids.append(row.id);
    return ids;
}

QList<LineId> entryIds(const Lines &lines)
{
    QList<LineId> ids;
    for (const Row &row : lines.rows) {
        for (const Entry &entry : row.entries)
            ids.append(entry.id);
    }
    return ids;
}

QList<LineId> keptOf(const QList<LineId> &ids, const QSet<LineId> &kept)
{
    QList<LineId> chosen;
    std::copy_if(
        ids.cbegin(), ids.cend(), std::back_inserter(chosen), [&](const LineId &id) { return kept.contains(id); });
    return chosen;
}

// The keys of the three in the notice's order, and those that it does not know behind them.
QStringList keysOf(const Form *form, const Three<Texts> &texts)
{
    QStringList keys;
    for (const Side side : sides)
        keys.append(texts.of(side).keys());
    keys.sort();
    keys.removeDuplicates();
    const TableForm *table = form ? form->table() : nullptr;
    if (!table)
        return keys;
    QHash<QString, qsizetype> places;
    for (const Column &column : table->columns)
        places.insert(column.id, places.size());
    std::stable_sort(keys.begin(), keys.end(), [&](const QString &one, const QString &other) {
        return places.value(one, places.size()) < places.value(other, places.size());
    });
    return keys;
}

QString textOf(const Texts &texts, const Form *form)
{
    QStringList lines;
    for (const QString &key : keysOf(form, {texts, {}, {}})) {
        if (!texts.value(key).isEmpty())
            lines.append(texts.value(key));
    }
    return lines.join(u'\n');
}

// Without the id.
Texts saidBy(const Entry &entry)
{
    Texts texts;
    texts.insert(entry);
    return texts;
}

QString textOf(const Row &row, const Form *form)
{
    QStringList lines{textOf(row.cells, form)};
    for (const Entry &entry : row.entries)
        lines.append(textOf(entry, form));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

// The lines of a form brought together: which there are, in which order, and what they say.
class FormMerger {
public:
    FormMerger(const QString &id, const Form *form, const Three<FormAnswer> &answers, Merge &merge)
        : m_id(id)
        , m_form(form)
        , m_answers(answers)
        , m_lines{Lines(answers.base), Lines(answers.ours), Lines(answers.theirs)}
        , m_merge(merge)
    {
    }

    FormAnswer merged()
    {
        FormAnswer answer;
        // Each member by its rule: one that has none does not compile.
        auto &[fields, rows, sections] = answer;
        fields = mergedTexts({m_answers.base.fields, m_answers.ours.fields, m_answers.theirs.fields},
            {Place{m_id, {}}, Place{m_id, {}}, Place{m_id, {}}}, Place{m_id, {}});
        rows = mergedRows();
        sections = mergedSections();
        return answer;
    }

private:
    void note(Reason reason, Side side, const Place &place, const QString &text)
    {
        if (!text.isEmpty())
            m_merge.record.append({reason, side, place, text});
    }

    // Sentences are put together, names and dates are not.
    static bool isLong(const Place &place)
    {
        if (place.row >= 0)
            return place.entry < 0;
        return place.section >= 0 || place.field == field::opening || place.field == field::closing;
    }

    QString mergedText(const Three<QString> &texts, const Three<Place> &places, const Place &place)
    {
        const auto &[base, ours, theirs] = texts;
        if (ours == theirs && ours == base)
            return ours;
        const MergedText merged
            = isLong(place) ? mergeLongTexts(base, ours, theirs) : mergeWholeTexts(base, ours, theirs);
        for (const TextConflict &conflict : merged.conflicts)
            m_merge.conflicts.append(
                {MergeConflict::Kind::Text, place, conflict.offset, conflict.base, conflict.ours, conflict.theirs});
        if (merged.isJoined)
            m_merge.toRead.append(place);
        const bool isCombined = ours != base && theirs != base && ours != theirs && merged.conflicts.isEmpty();
        QStringList known{merged.text};
        for (const Side side : sides) {
            if (known.contains(texts.of(side)))
                continue;
            known.append(texts.of(side));
            note(isCombined && side != Side::Base ? Reason::Combined : Reason::Replaced, side, places.of(side),
                texts.of(side));
        }
        return merged.text;
    }

    // The places are those of the line; their columns are filled in.
    Texts mergedTexts(const Three<Texts> &texts, Three<Place> places, Place place)
    {
        if (texts.base == texts.ours && texts.base == texts.theirs)
            return texts.base;
        Texts merged;
        for (const QString &key : keysOf(m_form, texts)) {
            places.base.field = places.ours.field = places.theirs.field = place.field = key;
            const QString text
                = mergedText({texts.base.value(key), texts.ours.value(key), texts.theirs.value(key)}, places, place);
            if (!text.isEmpty())
                merged.insert(key, text);
        }
        return merged;
    }

    QStringList mergedSections()
    {
        const qsizetype count = std::max(
            {m_answers.base.sections.size(), m_answers.ours.sections.size(), m_answers.theirs.sections.size()});
        QStringList sections;
        for (int section = 0; section < count; ++section) {
            const Place place{m_id, {}, -1, -1, section};
            sections.append(mergedText({m_answers.base.sections.value(section), m_answers.ours.sections.value(section),
                                           m_answers.theirs.sections.value(section)},
                {place, place, place}, place));
        }
        return sections;
    }

    // --- which lines there are

    void noteRemoved(Side side, const Texts &texts, Place place)
    {
        for (const QString &key : keysOf(m_form, {texts, {}, {}})) {
            place.field = key;
            note(Reason::LineRemoved, side, place, texts.value(key));
        }
    }

    void removeRow(const LineId &id)
    {
        for (const Side side : sides) {
            if (m_lines.of(side).hasRow(id))
                noteRemoved(side, m_lines.of(side).row(id).cells, Place{m_id, {}, m_lines.of(side).rowAt.value(id)});
        }
    }

    void removeEntry(const LineId &id)
    {
        for (const Side side : sides) {
            const Lines &lines = m_lines.of(side);
            if (lines.hasEntry(id))
                noteRemoved(
                    side, lines.entry(id), Place{m_id, {}, lines.entryAt.value(id).row, lines.entryAt.value(id).entry});
        }
    }

    // One of the two that has the line, where the other has removed it.
    const Lines *onlyWith(bool inOurs, bool inTheirs) const
    {
        return inOurs == inTheirs ? nullptr : inOurs ? &m_lines.ours : &m_lines.theirs;
    }

    void chooseRows()
    {
        for (const LineId &id : idsIn(m_lines, rowIds)) {
            const bool inOurs = m_lines.ours.hasRow(id);
            const bool inTheirs = m_lines.theirs.hasRow(id);
            const Lines *only = onlyWith(inOurs, inTheirs);
            const bool isRemoved = only && m_lines.base.hasRow(id);
            if ((inOurs && inTheirs) || (only && !isRemoved)) {
                m_rows.insert(id);
            } else if (isRemoved && only->row(id) != m_lines.base.row(id)) {
                m_rows.insert(id);
                m_disputed.insert(id);
            } else {
                removeRow(id);
            }
        }
    }

    // Whether the side took out the entry itself, and not the row that it was in.
    bool tookOut(const Lines &side, const LineId &id) const
    {
        return m_lines.base.hasEntry(id) && !side.hasEntry(id) && side.hasRow(m_lines.base.rowOf(id));
    }

    // The row in which the entry stands: where one side moved it to; where both did, the row with the lesser id.
    LineId rowFor(const LineId &id) const
    {
        const LineId base = m_lines.base.rowOf(id);
        const LineId ours = m_lines.ours.rowOf(id);
        const LineId theirs = m_lines.theirs.rowOf(id);
        LineId wanted = ours.isNull() ? theirs : ours;
        if (!ours.isNull() && !theirs.isNull() && ours != theirs)
            wanted = ours == base ? theirs : theirs == base ? ours : std::min(ours, theirs);
        for (const LineId &row : {wanted, std::min(ours, theirs), std::max(ours, theirs), base}) {
            if (m_rows.contains(row))
                return row;
        }
        return {};
    }

    void chooseEntries()
    {
        for (const LineId &id : idsIn(m_lines, entryIds)) {
            const bool inOurs = m_lines.ours.hasEntry(id);
            const bool inTheirs = m_lines.theirs.hasEntry(id);
            const Lines *only = onlyWith(inOurs, inTheirs);
            const bool isTakenOut = only && tookOut(inOurs ? m_lines.theirs : m_lines.ours, id);
            const bool isChanged = isTakenOut && only->entry(id) != m_lines.base.entry(id);
            const LineId row = rowFor(id);
            if ((!inOurs && !inTheirs) || (isTakenOut && !isChanged) || row.isNull()) {
                removeEntry(id);
                continue;
            }
            if (isChanged)
                m_disputed.insert(id);
            m_entries[row].append(id);
        }
    }

    // --- what they say

    QList<Row> mergedRows()
    {
        chooseRows();
        chooseEntries();
        QList<Row> rows;
        for (const LineId &id : mergedOrder(keptOf(rowIds(m_lines.base), m_rows), keptOf(rowIds(m_lines.ours), m_rows),
                 keptOf(rowIds(m_lines.theirs), m_rows)))
            rows.append(mergedRow(id, static_cast<int>(rows.size())));
        return rows;
    }

    // Of a line that one side removed that side's text counts as unchanged: it stays as the other changed it.
    template <typename Line, typename Has, typename Get>
    Three<Line> versionsOf(Has has, Get get) const
    {
        const Lines &whole = has(m_lines.ours) ? m_lines.ours : m_lines.theirs;
        const Line base = has(m_lines.base) ? get(m_lines.base) : Line();
        const bool isNew = !has(m_lines.base);
        const auto versionIn = [&](const Lines &side) { return has(side) ? get(side) : isNew ? get(whole) : base; };
        return {base, versionIn(m_lines.ours), versionIn(m_lines.theirs)};
    }

    Row mergedRow(const LineId &lineId, int at)
    {
        const auto has = [&](const Lines &lines) { return lines.hasRow(lineId); };
        const Three<Row> versions
            = versionsOf<Row>(has, [&](const Lines &lines) -> const Row & { return lines.row(lineId); });
        const Place place{m_id, {}, at};
        if (m_disputed.contains(lineId))
            addLineConflict(place, has,
                {textOf(versions.base, m_form), textOf(versions.ours, m_form), textOf(versions.theirs, m_form)});
        Row row;
        auto &[cells, entries, id] = row;
        cells = mergedTexts({versions.base.cells, versions.ours.cells, versions.theirs.cells},
            {rowPlace(m_lines.base, lineId), rowPlace(m_lines.ours, lineId), rowPlace(m_lines.theirs, lineId)}, place);
        id = lineId;
        const QList<LineId> chosen = m_entries.value(lineId);
        const QSet<LineId> kept(chosen.cbegin(), chosen.cend());
        QList<LineId> order = mergedOrder(entriesOf(m_lines.base, lineId, kept), entriesOf(m_lines.ours, lineId, kept),
            entriesOf(m_lines.theirs, lineId, kept));
        for (const LineId &entry : chosen) {
            if (!order.contains(entry))
                order.append(entry); // its own row is no more
        }
        for (const LineId &entry : std::as_const(order))
            entries.append(mergedEntry(entry, Place{m_id, {}, at, static_cast<int>(entries.size())}));
        return row;
    }

    Entry mergedEntry(const LineId &id, const Place &place)
    {
        const auto has = [&](const Lines &lines) { return lines.hasEntry(id); };
        const Three<Entry> versions
            = versionsOf<Entry>(has, [&](const Lines &lines) -> const Entry & { return lines.entry(id); });
        if (m_disputed.contains(id))
            addLineConflict(place, has,
                {textOf(versions.base, m_form), textOf(versions.ours, m_form), textOf(versions.theirs, m_form)});
        Entry entry = mergedTexts({saidBy(versions.base), saidBy(versions.ours), saidBy(versions.theirs)},
            {entryPlace(m_lines.base, id), entryPlace(m_lines.ours, id), entryPlace(m_lines.theirs, id)}, place);
        entry.id = id;
        return entry;
    }

    template <typename Has>
    void addLineConflict(const Place &place, Has has, const Three<QString> &texts)
    {
        m_merge.conflicts.append({MergeConflict::Kind::Line, place, 0, texts.base,
            has(m_lines.ours) ? texts.ours : QString(), has(m_lines.theirs) ? texts.theirs : QString()});
    }

    Place rowPlace(const Lines &lines, const LineId &id) const { return {m_id, {}, lines.rowAt.value(id, -1)}; }

    Place entryPlace(const Lines &lines, const LineId &id) const
    {
        const EntryAt at = lines.entryAt.value(id);
        return {m_id, {}, at.row, at.entry};
    }

    static QList<LineId> entriesOf(const Lines &lines, const LineId &row, const QSet<LineId> &kept)
    {
        QList<LineId> ids;
        if (lines.hasRow(row)) {
            for (const Entry &entry : lines.row(row).entries)
                ids.append(entry.id);
        }
        return keptOf(ids, kept);
    }

    const QString m_id;
    const Form *const m_form;
    const Three<FormAnswer> m_answers;
    const Three<Lines> m_lines;
    Merge &m_merge;
    QSet<LineId> m_rows; // that there are
    QHash<LineId, QList<LineId>> m_entries; // that there are, of each row
    QSet<LineId> m_disputed; // removed by one side, changed by the other
};

bool hasAllIds(const Report &report)
{
    for (const FormAnswer &answer : report.forms) {
        for (const Row &row : answer.rows) {
            if (row.id.isNull()
                || std::any_of(row.entries.cbegin(), row.entries.cend(), [](const Entry &e) { return e.id.isNull(); }))
                return false;
        }
    }
    return true;
}

// The lines of both, for finding again those of a third that have no ids.
Report withLinesOf(Report report, const Report &other)
{
    for (auto form = other.forms.cbegin(); form != other.forms.cend(); ++form) {
        QList<Row> &rows = report.forms[form.key()].rows;
        QHash<LineId, qsizetype> places;
        for (qsizetype row = 0; row < rows.size(); ++row)
            places.insert(rows[row].id, row);
        for (const Row &row : form->rows) {
            const auto place = places.constFind(row.id);
            if (place == places.cend()) {
                rows.append(row);
                continue;
            }
            QList<Entry> &entries = rows[*place].entries;
            for (const Entry &entry : row.entries) {
                if (std::none_of(entries.cbegin(), entries.cend(), [&](const Entry &e) { return e.id == entry.id; }))
                    entries.append(entry);
            }
        }
    }
    return report;
}

QStringList formsOf(const Notice &notice, const Three<Report> &versions)
{
    QStringList forms;
    for (const Form &form : notice.forms)
        forms.append(form.id);
    for (const Side side : sides)
        forms.append(versions.of(side).forms.keys());
    forms.removeDuplicates();
    return forms;
}

} // namespace

Merge mergeReports(const Report &base, const Report &ours, const Report &theirs, const Notice &notice)
{
    Three<Report> versions;
    versions.base = withLineIds(base, {});
    versions.ours = withLineIds(ours, versions.base);
    versions.theirs = hasAllIds(theirs) ? theirs : withLineIds(theirs, withLinesOf(versions.base, versions.ours));
    Merge merge;
    Report merged;
    // Each member by its rule: one that has none does not compile.
    auto &[number, unit, forms, definition, occasion] = merged;
    number = ours.notice;
    unit = ours.unit;
    occasion = ours.occasion;
    definition = mergedValue(base.definition, ours.definition, theirs.definition);
    for (const QString &id : formsOf(notice, versions)) {
        const Three<FormAnswer> answers{
            versions.base.forms.value(id), versions.ours.forms.value(id), versions.theirs.forms.value(id)};
        if (versions.ours.forms.contains(id) || versions.theirs.forms.contains(id) || versions.base.forms.contains(id))
            forms.insert(id, FormMerger(id, notice.form(id), answers, merge).merged());
    }
    merge.report = merged;
    return merge;
}

} // namespace zhibao
