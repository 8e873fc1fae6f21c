// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/report/lineids.h"

#include "core/compare/alignment.h"

namespace zhibao {

namespace {

template <typename Line>
QList<LineContent> contentsOf(const QList<Line> &lines)
{
    QList<LineContent> contents;
    for (const Line &line : lines)
        contents.append(contentOf(line));
    return contents;
}

// Each id once in a whole report, whichever form its line is in.
class IdGiver {
public:
    // `lines` get the ids of those of `before` that they are, where nobody else has them.
    template <typename Line>
    void give(QList<Line> &lines, const QList<Line> &before)
    {
        bool isWhole = true;
        for (Line &line : lines) {
            if (m_given.contains(line.id))
                line.id = {};
            else if (!line.id.isNull())
                m_given.insert(line.id);
            isWhole = isWhole && !line.id.isNull();
        }
        if (isWhole)
            return;
        for (const AlignedLine &line : alignLines(contentsOf(before), contentsOf(lines))) {
            if (line.after >= 0 && lines.at(line.after).id.isNull())
                lines[line.after].id = fresh(line.before < 0 ? LineId() : before.at(line.before).id);
        }
    }

private:
    LineId fresh(const LineId &wanted)
    {
        const LineId id = wanted.isNull() || m_given.contains(wanted) ? newLineId() : wanted;
        m_given.insert(id);
        return id;
    }

    QSet<LineId> m_given;
};

const Row *rowNamed(const QList<Row> &rows, const QHash<LineId, qsizetype> &places, const LineId &id)
{
    const auto found = places.constFind(id);
    return found == places.cend() ? nullptr : &rows.at(*found);
}

} // namespace

LineId newLineId()
{
    return LineId::createUuid();
}

QString lineIdText(const LineId &id)
{
    return id.toString(LineId::Id128);
}

std::optional<LineId> lineIdFrom(const QString &text)
{
    const QByteArray bytes = QByteArray::fromHex(text.toLatin1());
    if (text.size() != 32 || QString::fromLatin1(bytes.toHex()) != text.toLower())
        return std::nullopt;
    const LineId id = LineId::fromRfc4122(bytes);
    return id.isNull() ? std::nullopt : std::optional(id);
}

QSet<LineId> lineIds(const Report &report)
{
    QSet<LineId> ids;
    for (const FormAnswer &answer : report.forms) {
        for (const Row &row : answer.rows) {
            ids.insert(row.id);
            for (const Entry &entry : row.entries)
                ids.insert(entry.id);
        }
    }
    ids.remove({});
    return ids;
}

Report withoutLineIds(Report report)
{
    for (FormAnswer &answer : report.forms) {
        for (Row &row : answer.rows) {
            row.id = {};
            for (Entry &entry : row.entries)
                entry.id = {};
        }
    }
    return report;
}

Report withLineIds(Report report, const Report &before)
{
    IdGiver giver;
    for (auto form = report.forms.begin(); form != report.forms.end(); ++form) {
        const QList<Row> rowsBefore = before.forms.value(form.key()).rows;
        giver.give(form->rows, rowsBefore);
        QHash<LineId, qsizetype> places;
        for (qsizetype row = 0; row < rowsBefore.size(); ++row)
            places.insert(rowsBefore.at(row).id, row);
        for (Row &row : form->rows) {
            const Row *old = rowNamed(rowsBefore, places, row.id);
            giver.give(row.entries, old ? old->entries : QList<Entry>());
        }
    }
    return report;
}

} // namespace zhibao
