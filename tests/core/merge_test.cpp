// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What two people made of one report comes together by laws, tried on random reports: nothing is lost, nothing is
// said twice, and it is the same whoever is called ours.
#include "core/compare/merge.h"
#include "core/data.h"
#include "core/report/lineids.h"
#include "core/report/reportedit.h"
#include "generate/random.h"

#include <QSet>

#include <algorithm>

namespace merge_test {

using namespace zhibao;
using generate::Random;

namespace {

#ifdef ZHIBAO_SANITIZED // the same code, much slower; all of them are tried where the tests are built as the program is
constexpr int triples = 5'000;
#else
constexpr int triples = 100'000;
#endif
const QString table = QStringLiteral("annex1");
const QString outline = QStringLiteral("annex2");
const QString study = QStringLiteral("study");
const QString title = QStringLiteral("title");

const Notice &notice()
{
    static const Notice shipped = test::shippedNotice();
    return shipped;
}

// Every text of the report.
QStringList textsOf(const Report &report)
{
    QStringList texts;
    for (const FormAnswer &answer : report.forms) {
        texts += answer.fields.values() + answer.sections;
        for (const Row &row : answer.rows) {
            texts += row.cells.values();
            for (const Entry &entry : row.entries)
                texts += entry.values();
        }
    }
    texts.removeAll(QString());
    return texts;
}

QString phrase(Random &random)
{
    static const QStringList words{QStringLiteral("学习"), QStringLiteral("宣传"), QStringLiteral("质量"),
        QStringLiteral("强国"), QStringLiteral("会议"), QStringLiteral("部署"), QStringLiteral("不断"),
        QStringLiteral("𡐓镇"), QStringLiteral("12期"), QStringLiteral("《纲要，问答》")};
    static const QStringList marks{
        QStringLiteral("，"), QStringLiteral("。"), QStringLiteral("；"), QStringLiteral("\n")};
    QString text;
    for (int clause = random.between(1, 4); clause > 0; --clause) {
        for (int word = random.between(1, 3); word > 0; --word)
            text += random.pick(words);
        text += random.pick(marks);
    }
    return text;
}

Row randomRow(Random &random)
{
    Row row{{{study, phrase(random)}}, {}, newLineId()};
    for (int entry = random.below(3); entry > 0; --entry) {
        row.entries.append(Texts{{title, phrase(random)}});
        row.entries.last().id = newLineId();
    }
    return row;
}

Report randomReport(Random &random)
{
    Report report{notice().number, QStringLiteral("甲市市场监督管理局"), {}};
    for (int row = random.between(1, 5); row > 0; --row)
        report.forms[table].rows.append(randomRow(random));
    report.forms[table].fields.insert(field::contact, phrase(random));
    report.forms[outline].sections = {phrase(random), phrase(random)};
    report.forms[outline].fields.insert(field::opening, phrase(random));
    return report;
}

// Only the texts there are: an empty one is an absent one.
void setText(Texts &texts, const QString &key, const QString &text)
{
    if (text.isEmpty())
        texts.remove(key);
    else
        texts.insert(key, text);
}

QString edited(const QString &text, Random &random)
{
    const int at = random.below(static_cast<int>(text.size()) + 1);
    switch (random.below(4)) {
    case 0:
        return text.left(at) + phrase(random) + text.mid(at);
    case 1:
        return text.left(at);
    case 2:
        return phrase(random);
    default:
        return text.left(at) + text.mid(at + random.below(6));
    }
}

void split(QList<Row> &rows, int row)
{
    Row second = rows[row];
    const QString text = second.cells.value(study);
    second.id = newLineId();
    second.entries.clear();
    setText(second.cells, study, text.mid(text.size() / 2));
    setText(rows[row].cells, study, text.left(text.size() / 2));
    rows.insert(row + 1, second);
}

void moveEntry(QList<Row> &rows, Random &random)
{
    Row &from = rows[random.below(static_cast<int>(rows.size()))];
    if (from.entries.isEmpty())
        return;
    const Entry entry = from.entries.takeAt(random.below(static_cast<int>(from.entries.size())));
    QList<Entry> &to = rows[random.below(static_cast<int>(rows.size()))].entries;
    to.insert(random.below(static_cast<int>(to.size()) + 1), entry);
}

void actOnLines(QList<Row> &rows, Random &random)
{
    const int count = static_cast<int>(rows.size());
    const int row = count == 0 ? 0 : random.below(count);
    const int action = count == 0 ? 0 : random.below(8);
    switch (action) {
    case 0:
        return rows.insert(row, randomRow(random)), void();
    case 1:
        return rows.removeAt(row);
    case 2:
        return rows.move(row, random.below(count));
    case 3:
        return split(rows, row);
    case 4:
        return moveEntry(rows, random);
    case 5:
        if (!rows[row].entries.isEmpty())
            rows[row].entries.removeAt(random.below(static_cast<int>(rows[row].entries.size())));
        return;
    case 6:
        if (!rows[row].entries.isEmpty())
            setText(rows[row].entries.first(), title, edited(rows[row].entries.first().value(title), random));
        return;
    default:
        setText(rows[row].cells, study, edited(rows[row].cells.value(study), random));
    }
}

Report worked(Report report, Random &random, int actions)
{
    for (; actions > 0; --actions) {
        QStringList &sections = report.forms[outline].sections;
        switch (random.below(5)) {
        case 0:
            sections[random.below(2)] = edited(sections[random.below(2)], random);
            break;
        case 1:
            setText(report.forms[table].fields, field::contact, phrase(random));
            break;
        default:
            actOnLines(report.forms[table].rows, random);
        }
    }
    return report;
}

// The laws, as a sentence of which one is broken; empty where none is.
QString lost(const Merge &merge, const QList<Report> &inputs)
{
    QSet<QString> known;
    for (const QString &text : textsOf(merge.report))
        known.insert(text);
    for (const MergeNote &note : merge.record)
        known.insert(note.text);
    for (const Report &input : inputs) {
        for (const QString &text : textsOf(input)) {
            if (!known.contains(text))
                return QStringLiteral("lost: ") + text;
        }
    }
    return {};
}

QString unsound(const Merge &merge)
{
    QSet<LineId> ids;
    qsizetype lines = 0;
    for (const Row &row : merge.report.forms.value(table).rows) {
        ids.insert(row.id);
        for (const Entry &entry : row.entries)
            ids.insert(entry.id);
        lines += 1 + row.entries.size();
    }
    if (ids.size() != lines || ids.contains(LineId()))
        return QStringLiteral("two lines share an id");
    for (const MergeConflict &conflict : merge.conflicts) {
        const QString text = textAt(merge.report, conflict.place);
        if (conflict.kind == MergeConflict::Kind::Text
            && QStringView(text).mid(conflict.offset, conflict.ours.size()) != conflict.ours)
            return QStringLiteral("a conflict stands elsewhere");
    }
    return {};
}

using Merger = Merge (*)(const Report &, const Report &, const Report &, const Notice &);

QString broken(Merger merger, const Report &base, const Report &ours, const Report &theirs, bool inFull = true)
{
    const Merge merge = merger(base, ours, theirs, notice());
    if (const QString fault = lost(merge, {base, ours, theirs}) + unsound(merge); !fault.isEmpty())
        return fault;
    const Merge swapped = merger(base, theirs, ours, notice());
    if (swapped.conflicts.size() != merge.conflicts.size())
        return QStringLiteral("other conflicts the other way round");
    for (qsizetype index = 0; index < merge.conflicts.size(); ++index) {
        MergeConflict conflict = swapped.conflicts[index];
        std::swap(conflict.ours, conflict.theirs);
        conflict.offset = merge.conflicts[index].offset;
        if (conflict != merge.conflicts[index])
            return QStringLiteral("another conflict the other way round");
    }
    if (merge.conflicts.isEmpty() && swapped.report != merge.report)
        return QStringLiteral("another report the other way round");
    if (!inFull)
        return {};
    // What was taken in is there: the same once more changes nothing.
    const Merge again = merger(theirs, merge.report, theirs, notice());
    if (again.report != merge.report || !again.conflicts.isEmpty())
        return QStringLiteral("taken in twice");
    for (const Report &side : {ours, theirs, base}) {
        const Merge same = merger(base, side, side, notice());
        const Merge alone = merger(base, base, side, notice());
        if (same.report != side || !same.conflicts.isEmpty() || alone.report != side || !alone.conflicts.isEmpty())
            return QStringLiteral("what one side alone did is not what comes of it");
    }
    return {};
}

// Wrong ones: the sender wins, lines without a word of what went, and our order whatever they moved.
Merge theirsAlone(const Report &, const Report &, const Report &theirs, const Notice &)
{
    return {theirs, {}, {}, {}};
}

Merge withoutRecord(const Report &base, const Report &ours, const Report &theirs, const Notice &notice)
{
    Merge merge = mergeReports(base, ours, theirs, notice);
    merge.record.clear();
    return merge;
}

Merge inOurOrder(const Report &base, const Report &ours, const Report &theirs, const Notice &notice)
{
    Merge merge = mergeReports(base, ours, theirs, notice);
    QHash<LineId, qsizetype> places;
    for (const Row &row : ours.forms.value(table).rows)
        places.insert(row.id, places.size());
    QList<Row> &rows = merge.report.forms[table].rows;
    std::stable_sort(rows.begin(), rows.end(), [&](const Row &one, const Row &other) {
        return places.value(one.id, places.size()) < places.value(other.id, places.size());
    });
    return merge;
}

struct Triple {
    Report base;
    Report ours;
    Report theirs;
};

Triple triple(int seed)
{
    Random random(static_cast<quint64>(seed));
    const Report base = randomReport(random);
    const int actions = seed % 50 == 0 ? 50 : random.between(1, 12);
    const Report ours = worked(base, random, actions);
    return {base, ours, worked(base, random, random.between(1, actions))};
}

const QList<Row> &rowsOf(const Report &report)
{
    return report.forms.constFind(table)->rows;
}

Report filled()
{
    Random random(7);
    Report report = randomReport(random);
    report.forms[table].rows = {randomRow(random), randomRow(random), randomRow(random), randomRow(random)};
    return report;
}

} // namespace

TEST_CASE("a hundred thousand random merges break none of the laws")
{
    int inConflict = 0;
    int combined = 0;
    for (int seed = 1; seed <= triples; ++seed) {
        const auto [base, ours, theirs] = triple(seed);
        const QString fault = broken(mergeReports, base, ours, theirs, seed % 10 == 0);
        INFO(seed << ": " << fault.toStdString());
        REQUIRE(fault.isEmpty());
        if (seed % 10 != 0)
            continue;
        const Merge merge = mergeReports(base, ours, theirs, notice());
        inConflict += !merge.conflicts.isEmpty();
        combined += std::any_of(merge.record.cbegin(), merge.record.cend(),
            [](const MergeNote &note) { return note.reason == MergeNote::Reason::Combined; });
    }
    CHECK(inConflict > triples / 50);
    CHECK(inConflict < triples * 4 / 50);
    CHECK(combined > triples / 1000);
}

TEST_CASE("Control: merges that lose, that forget and that overrule break a law")
{
    const Merger wrong = GENERATE(as<Merger>(), theirsAlone, withoutRecord, inOurOrder);
    int caught = 0;
    for (int seed = 1; seed <= 200; ++seed) {
        const auto [base, ours, theirs] = triple(seed);
        caught += !broken(wrong, base, ours, theirs).isEmpty();
    }
    CHECK(caught > 20);
}

TEST_CASE("what is said at different places comes together in any order")
{
    for (int seed = 1; seed <= triples / 100; ++seed) {
        Random random(static_cast<quint64>(seed));
        Report base = randomReport(random);
        while (base.forms[table].rows.size() < 6)
            base.forms[table].rows.append(randomRow(random));
        QList<Report> sides{base, base, base};
        sides[0].forms[table].rows[0].cells.insert(study, phrase(random));
        sides[0].forms[outline].sections[0] = phrase(random);
        sides[1].forms[table].rows.removeAt(2);
        setText(sides[1].forms[table].fields, field::contact, phrase(random));
        sides[2].forms[table].rows.insert(5, randomRow(random));
        sides[2].forms[outline].sections[1] = phrase(random);
        sides.swapItemsAt(0, random.below(3));
        sides.swapItemsAt(1, random.between(1, 2));
        const auto merged = [&](const Report &one, const Report &other) {
            const Merge merge = mergeReports(base, one, other, notice());
            CHECK(merge.conflicts.isEmpty());
            return merge.report;
        };
        REQUIRE(merged(merged(sides[0], sides[1]), sides[2]) == merged(sides[0], merged(sides[1], sides[2])));
    }
}

TEST_CASE("a line that one removed and the other changed is kept, and in conflict; unchanged it is removed and listed")
{
    const Report base = filled();
    Report ours = base;
    ours.forms[table].rows.removeAt(1);
    Report theirs = base;
    theirs.forms[table].rows[1].cells.insert(study, QStringLiteral("改写"));
    const Merge merge = mergeReports(base, ours, theirs, notice());
    REQUIRE(merge.conflicts.size() == 1);
    CHECK(merge.conflicts.first().kind == MergeConflict::Kind::Line);
    CHECK(merge.conflicts.first().place == Place{table, {}, 1});
    CHECK(merge.conflicts.first().ours.isEmpty());
    CHECK(merge.conflicts.first().theirs.startsWith(QStringLiteral("改写")));
    CHECK(rowsOf(merge.report).at(1).id == rowsOf(base).at(1).id);

    const Merge removed = mergeReports(base, ours, base, notice());
    CHECK(removed.report == ours);
    REQUIRE_FALSE(removed.record.isEmpty());
    CHECK(removed.record.first().reason == MergeNote::Reason::LineRemoved);
    CHECK(removed.record.first().text == rowsOf(base).at(1).cells.value(study));
}

TEST_CASE("a line stands where one of both moved it, and an entry in the row that one put it into")
{
    const Report base = filled();
    Report ours = base;
    ours.forms[table].rows.move(3, 0);
    Report theirs = base;
    theirs.forms[table].rows[3].cells.insert(study, QStringLiteral("改写"));
    theirs.forms[table].rows.insert(2, Row{{{study, QStringLiteral("新增")}}, {}, newLineId()});
    const Merge merge = mergeReports(base, ours, theirs, notice());
    CHECK(merge.conflicts.isEmpty());
    REQUIRE(rowsOf(merge.report).size() == 5);
    CHECK(rowsOf(merge.report).at(0).cells.value(study) == QStringLiteral("改写"));
    CHECK(rowsOf(merge.report).at(3).cells.value(study) == QStringLiteral("新增"));

    Report filledIn = base;
    Entry entry(Texts{{title, QStringLiteral("某办法")}});
    entry.id = newLineId();
    filledIn.forms[table].rows[0].entries = {entry};
    Report elsewhere = filledIn;
    elsewhere.forms[table].rows[2].entries.append(elsewhere.forms[table].rows[0].entries.takeFirst());
    Report corrected = filledIn;
    corrected.forms[table].rows[0].entries[0].insert(title, QStringLiteral("某管理办法"));
    const Merge moved = mergeReports(filledIn, elsewhere, corrected, notice());
    CHECK(moved.conflicts.isEmpty());
    CHECK(rowsOf(moved.report).at(0).entries.isEmpty());
    CHECK(rowsOf(moved.report).at(2).entries.last().value(title) == QStringLiteral("某管理办法"));
}

TEST_CASE("without a version that both started from lines are still found again, by id or by what they say")
{
    const Report ours = filled();
    const Report none{ours.notice, ours.unit, {}};
    const Merge same = mergeReports(none, ours, ours, notice());
    CHECK(same.report == ours);
    CHECK(same.conflicts.isEmpty());
    CHECK(same.record.isEmpty());
    const Merge byHand = mergeReports(none, withoutLineIds(ours), withoutLineIds(ours), notice());
    CHECK(byHand.report == ours);
    CHECK(byHand.conflicts.isEmpty());
    Report theirs = ours;
    theirs.forms[table].fields.insert(field::contact, QStringLiteral("另一人"));
    CHECK(mergeReports(none, ours, theirs, notice()).conflicts.size() == 1);
}

} // namespace merge_test
