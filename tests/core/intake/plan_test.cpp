// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/intake/filledmade.h"
#include "core/intake/plan.h"
#include "core/report/lineids.h"
#include "generate/reports.h"

namespace plan_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString table = QStringLiteral("annex1");
const QString outline = QStringLiteral("annex2");
const QString study = QStringLiteral("study");
const QString guizhou = QStringLiteral("贵州省市场监督管理局");

const Notice &notice()
{
    static const Notice read = shippedNotice();
    return read;
}

const Form &statusTable()
{
    return *notice().form(table);
}

// A report nobody wrote, of that unit.
Report generated(quint32 seed)
{
    Report report = generateReport(notice(), seed);
    report.unit = guizhou;
    return report;
}

FilledFile fileOf(const Report &report, Noise noise = Noise::None)
{
    generate::Random random(7);
    return filledTable(report, statusTable(), noise, random).file;
}

IntakePlan planOf(const FilledFile &file, const LastVersion &last = {}, const IntakeAnswers &answers = {})
{
    const FileReading reading = readAnswer(file, notice(), answers.tables);
    return planIntake(reading, notice(), {{guizhou, QStringLiteral("given")}, {}}, last, answers);
}

// As the store has it after it was taken in.
LastVersion taken(const FilledFile &file)
{
    LastVersion last;
    last.report = planOf(file).report;
    last.imported = last.report;
    return last;
}

QStringList told(const IntakePlan &plan)
{
    static const QStringList words{
        QStringLiteral("added"), QStringLiteral("changed"), QStringLiteral("removed"), QStringLiteral("conflict")};
    QStringList lines;
    for (const IntakeChange &change : plan.changes)
        lines.append(placePath(notice(), change.place) + u' ' + words[static_cast<int>(change.what)]);
    return lines;
}

FilledCell &cellAt(FilledFile &file, const QString &text)
{
    for (FilledCell &cell : file.tables[0].cells) {
        if (cell.text == text)
            return cell;
    }
    FAIL("no such cell: " << text.toStdString());
    return file.tables[0].cells[0];
}

qsizetype cellsOf(const QList<Row> &rows)
{
    qsizetype count = 0;
    for (const Row &row : rows) {
        count += row.cells.size();
        for (const Entry &entry : row.entries)
            count += entry.size();
    }
    return count;
}

struct Compared {
    qsizetype exact = 0;
    qsizetype misplaced = 0; // a text that is another column's
};

// Cell by cell, by row and entry.
Compared compare(const QList<Row> &rows, const QList<Row> &expected)
{
    Compared compared;
    const auto look = [&](const Texts &read, const Texts &right, const Texts &all) {
        for (auto text = read.cbegin(); text != read.cend(); ++text) {
            if (right.value(text.key()) == *text)
                ++compared.exact;
            else if (all.values().contains(*text))
                ++compared.misplaced;
        }
    };
    for (qsizetype at = 0; at < rows.size(); ++at) {
        const Row right = expected.value(at);
        Texts all = right.cells;
        for (const Entry &entry : right.entries) {
            for (auto text = entry.cbegin(); text != entry.cend(); ++text)
                all.insert(text.key(), *text);
        }
        look(rows[at].cells, right.cells, all);
        for (qsizetype entry = 0; entry < rows[at].entries.size(); ++entry)
            look(rows[at].entries[entry], right.entries.value(entry), all);
    }
    return compared;
}

// Every code point that is seen, in order of their numbers.
QList<uint> pointsOf(const QStringList &texts)
{
    QList<uint> points = texts.join(QString()).toUcs4();
    points.removeIf([](uint point) { return QChar::isSpace(point); });
    std::sort(points.begin(), points.end());
    return points;
}

QStringList textsIn(const FilledFile &file)
{
    QStringList texts;
    for (const FilledTable &each : file.tables) {
        for (const FilledCell &cell : each.cells)
            texts.append(cell.text);
    }
    return texts;
}

QStringList toldTexts(const FileReading &reading)
{
    QStringList texts;
    for (const NotTakenText &left : reading.notTaken) {
        if (left.place.table >= 0)
            texts.append(left.text);
    }
    for (const ReadForm &form : reading.forms) {
        for (const Row &row : form.answer.rows) {
            texts += row.cells.values();
            for (const Entry &entry : row.entries)
                texts += entry.values();
        }
    }
    return texts;
}

// What a reader does that takes the columns as they come.
QList<Row> byPosition(const FilledFile &file)
{
    QList<Row> rows;
    for (const FilledTable &each : file.tables) {
        int row = -1;
        for (const FilledCell &cell : each.cells) {
            const Column &column = statusTable().table()->columns.value(cell.column);
            if (cell.row < 2 || column.serial || cell.text.isEmpty())
                continue;
            if (cell.row != row)
                rows.append(Row());
            row = cell.row;
            if (column.repeating && rows.last().entries.isEmpty())
                rows.last().entries.append(Entry());
            (column.repeating ? static_cast<Texts &>(rows.last().entries.last()) : rows.last().cells)
                .insert(column.id, cell.text);
        }
    }
    return rows;
}

} // namespace

TEST_CASE("What was done to a table on its way changes no text and puts none into another column")
{
    qsizetype all = 0;
    Compared sum;
    qsizetype wrongly = 0; // by the control
    for (const Noise noise : allNoise()) {
        for (quint32 seed = 1; seed <= 118; ++seed) {
            generate::Random random(seed);
            const Report report = generated(seed);
            const MadeFile made = filledTable(report, statusTable(), noise, random);
            INFO("noise " << static_cast<int>(noise) << " seed " << seed);
            const FileReading reading = readAnswer(made.file, notice());
            const QList<Row> expected = expectedRows(report, statusTable(), made.columns);
            const QList<Row> rows = reading.forms.value(table).answer.rows;
            const Compared compared = compare(rows, expected);
            all += cellsOf(expected);
            sum.exact += compared.exact;
            sum.misplaced += compared.misplaced;
            CHECK(compared.misplaced == 0);
            CHECK(rows == expected);
            CHECK(pointsOf(toldTexts(reading)) == pointsOf(textsIn(made.file)));
            wrongly += compare(byPosition(made.file), expected).misplaced;
        }
    }
    CHECK(sum.misplaced == 0);
    CHECK(1000 * sum.exact >= 995 * all);
    CHECK(wrongly > 0);
}

TEST_CASE("A file that is taken in for the first time becomes a report, each of its rows told")
{
    const Report report = generated(3);
    const IntakePlan plan = planOf(fileOf(report));
    CHECK(plan.isReady());
    CHECK(plan.report.unit == guizhou);
    CHECK(plan.report.forms.value(table).rows == report.forms.value(table).rows);
    CHECK(plan.changes.size() == report.forms.value(table).rows.size());
    for (const Row &row : plan.report.forms.value(table).rows)
        CHECK_FALSE(row.id.isNull());
}

TEST_CASE("The same file again changes nothing, and a corrected one only what was corrected")
{
    const Report report = generated(5);
    FilledFile file = fileOf(report);
    const LastVersion last = taken(file);
    CHECK(planOf(file, last).changes.isEmpty());
    CHECK(planOf(fileOf(report, Noise::ColumnsSwapped), last).changes.isEmpty());

    FilledCell &cell = cellAt(file, report.forms[table].rows[1].cells.value(study));
    cell.text += QStringLiteral("（更正）");
    const IntakePlan corrected = planOf(file, last);
    CHECK(told(corrected) == QStringList{QStringLiteral("annex1.rows[1].study changed")});
    CHECK(lineIds(corrected.report) == lineIds(*last.report));
    // By place alone a row more in the middle would change all below it.
    Report longer = report;
    longer.forms[table].rows.insert(1, Row{{{study, QStringLiteral("新增一行，与别行无关。")}}, {}, {}});
    CHECK(told(planOf(fileOf(longer), last)) == QStringList{QStringLiteral("annex1.rows[1] added")});
    Report shorter = report;
    shorter.forms[table].rows.removeAt(1);
    CHECK(told(planOf(fileOf(shorter), last)) == QStringList{QStringLiteral("annex1.rows[1] removed")});
}

TEST_CASE("A row that was rewritten is known by its likeness where no other comes near, and can be linked by hand")
{
    const Report report = generated(9);
    const LastVersion last = taken(fileOf(report));
    Report rewritten = report;
    QString &text = rewritten.forms[table].rows[0].cells[study];
    text = text.left(text.size() / 2) + QStringLiteral("后半句全部改写。");
    const IntakePlan plan = planOf(fileOf(rewritten), last);
    REQUIRE_FALSE(plan.links.isEmpty());
    CHECK(plan.links[0].before == 0);
    CHECK(plan.links[0].likeness >= 0.6);
    CHECK(plan.links[0].likeness < 1);

    Report other = report;
    other.forms[table].rows[0] = Row{{{study, QStringLiteral("甲乙丙丁")}}, {}, {}};
    CHECK(planOf(fileOf(other), last).links[0].before == -1);
    IntakeAnswers answers;
    answers.lines[table][0] = 0;
    const IntakePlan linked = planOf(fileOf(other), last, answers);
    CHECK(linked.links[0].before == 0);
    CHECK(linked.report.forms[table].rows[0].id == last.report->forms[table].rows[0].id);
}

TEST_CASE("Two rows that are as like one another leave a new one rather than a guess")
{
    Report report = generated(2);
    Row twin = report.forms[table].rows[0];
    report.forms[table].rows = {twin, twin};
    const LastVersion last = taken(fileOf(report));
    report.forms[table].rows[0].cells[study] += QStringLiteral("甲");
    report.forms[table].rows[1].cells[study] += QStringLiteral("乙");
    const IntakePlan plan = planOf(fileOf(report), last);
    CHECK(plan.links[0].before == -1);
    CHECK(plan.links[1].before == -1);
}

TEST_CASE("Columns that a file has not keep their texts")
{
    const Report report = generated(11);
    const LastVersion last = taken(fileOf(report));
    for (quint32 seed = 1; seed < 9; ++seed) {
        generate::Random random(seed);
        const MadeFile made = filledTable(report, statusTable(), Noise::ColumnMissing, random);
        CHECK(told(planOf(made.file, last)).isEmpty());
    }
}

TEST_CASE("What was changed here since the last file stays, and what both changed is a conflict")
{
    const Report report = generated(5);
    FilledFile file = fileOf(report);
    LastVersion last = taken(file);
    const QString before = report.forms[table].rows[1].cells.value(study);
    last.report->forms[table].rows[1].cells[study] = QStringLiteral("本方改写。");
    last.report->forms[table].rows[0].cells[study] = QStringLiteral("本方另改一处。");
    cellAt(file, before).text = QStringLiteral("对方改写。");
    const IntakePlan plan = planOf(file, last);
    CHECK(told(plan) == QStringList{QStringLiteral("annex1.rows[1].study conflict")});
    CHECK_FALSE(plan.isReady());
    CHECK(plan.report.forms[table].rows[0].cells[study] == QStringLiteral("本方另改一处。"));

    // A file that was made of the report as it is now is no other's version of what was taken in before.
    FilledFile exported = fileOf(*last.report);
    cellAt(exported, QStringLiteral("本方改写。")).text = QStringLiteral("在导出件上改写。");
    CHECK(told(planOf(exported, last)) == QStringList{QStringLiteral("annex1.rows[1].study changed")});
}

TEST_CASE("A report that is not in hand refuses what would change it, and nothing else")
{
    const Report report = generated(5);
    FilledFile file = fileOf(report);
    LastVersion last = taken(file);
    last.isFrozen = true;
    CHECK(planOf(file, last).isReady());
    file.tables[0].cells.last().text += QStringLiteral("改");
    const IntakePlan plan = planOf(file, last);
    REQUIRE(plan.questions.size() == 1);
    CHECK(plan.questions[0].kind == IntakeQuestion::Kind::Frozen);
}

TEST_CASE("A form that nobody filled is blank, however many rows were prepared")
{
    Report report = generated(1);
    report.forms[table].rows = QList<Row>(29, Row{{{study, QString(2, QChar(0x3000))}}, {}, {}});
    const IntakePlan plan = planOf(fileOf(report));
    CHECK(plan.isBlank);
    CHECK(plan.forms == QStringList{table});
    CHECK(plan.changes.isEmpty());
    CHECK(plan.isReady());
}

TEST_CASE("A column that may be one is asked, and what is answered is done")
{
    const Report report = generated(4);
    FilledFile file = fileOf(report, Noise::HeaderFlat);
    cellAt(file, QStringLiteral("组织开展学习情况")).text = QStringLiteral("学习宣传情况");
    const IntakePlan asked = planOf(file);
    REQUIRE(asked.questions.size() == 1);
    CHECK(asked.questions[0].kind == IntakeQuestion::Kind::Column);
    CHECK(asked.questions[0].candidates.contains(study));
    IntakeAnswers answers;
    answers.tables.columns.insert({0, asked.questions[0].column}, study);
    const IntakePlan answered = planOf(file, {}, answers);
    CHECK(answered.isReady());
    CHECK(answered.report.forms[table].rows == report.forms[table].rows);
    answers.tables.columns.insert({0, asked.questions[0].column}, QString());
    const IntakePlan declined = planOf(file, {}, answers);
    CHECK(declined.isReady());
    CHECK(declined.report.forms[table].rows[0].cells.value(study).isEmpty());
}

TEST_CASE("Of two sheets that both hold data one has to be chosen")
{
    const Report report = generated(4);
    FilledFile file = fileOf(report);
    file.tables[0].name = QStringLiteral("总表");
    FilledTable other = file.tables[0];
    other.name = QStringLiteral("合格");
    other.order = 1;
    file.tables.append(other);
    const IntakePlan asked = planOf(file);
    REQUIRE(asked.questions.size() == 1);
    CHECK(asked.questions[0].kind == IntakeQuestion::Kind::Table);
    IntakeAnswers answers;
    answers.tables.forms.insert(1, QString());
    const IntakePlan answered = planOf(file, {}, answers);
    CHECK(answered.isReady());
    CHECK(answered.report.forms[table].rows == report.forms[table].rows);
}

TEST_CASE("A whole summary is split, and what its printing added is none of it")
{
    const Report report = generated(6);
    FilledFile file;
    const auto add = [&](const QString &text) {
        for (const QString &line : text.split(u'\n')) {
            if (!line.isEmpty())
                file.paragraphs.append({line, static_cast<int>(file.paragraphs.size()), -1, false, false});
        }
    };
    const FormAnswer &answer = report.forms[outline];
    add(QStringLiteral("贵州省市场监督管理局关于《质量强国建设纲要》\n学习宣传贯彻情况的总结"));
    add(answer.fields.value(field::addressee));
    for (int at = 0; at < answer.sections.size(); ++at) {
        add(notice().form(outline)->outline()->sections[at].heading);
        add(QStringLiteral("第%1部分的正文。\n另一段。").arg(at));
    }
    add(QStringLiteral("贵州省市场监督管理局\n2023年12月20日\n（质量发展处 李某 0851-80000000）"));
    const FileReading reading = readAnswer(file, notice());
    CHECK(reading.units.value(0) == SaidUnit{guizhou, QStringLiteral("signature")});
    const IntakePlan plan = planOf(file);
    const FormAnswer read = plan.report.forms.value(outline);
    CHECK(read.fields.value(field::title)
        == QStringLiteral("贵州省市场监督管理局关于《质量强国建设纲要》学习宣传贯彻情况的总结"));
    CHECK(read.fields.value(field::contact) == QStringLiteral("质量发展处 李某 0851-80000000"));
    CHECK(read.sections.value(4) == QStringLiteral("第4部分的正文。\n另一段。"));

    // A date that was typed otherwise is printed alike, and stays.
    LastVersion last;
    last.report = plan.report;
    last.report->forms[outline].fields[field::date] = QStringLiteral("2023-12-20");
    CHECK(planOf(file, last).changes.isEmpty());
}

TEST_CASE("A report file's forms come in the place of those before, and what it lacks is asked")
{
    const Report report = generated(4);
    LastVersion last;
    last.report = withLineIds(report, {});
    CHECK(planReport(report, notice(), last).changes.isEmpty());
    Report changed = report;
    changed.forms.remove(outline);
    changed.forms[table].rows[0].cells[study] = QStringLiteral("另一段。");
    CHECK(told(planReport(changed, notice(), last)) == QStringList{QStringLiteral("annex1.rows[0].study changed")});
    changed.unit = QStringLiteral("\u200B ");
    changed.occasion = QStringLiteral("2023-06");
    const IntakePlan asked = planReport(changed, notice(), {});
    REQUIRE(asked.questions.size() == 2);
    CHECK(asked.questions[0].kind == IntakeQuestion::Kind::Unit);
    CHECK(asked.questions[1].kind == IntakeQuestion::Kind::Occasion);
}

TEST_CASE("A unit is known by what the directory says, and else somebody is asked")
{
    const UnitDirectory directory({}, {{QStringLiteral("520000"), guizhou, QStringLiteral("贵州省市场监管局")}}, {});
    const auto found = [&](const QString &said, const QStringList &known = {}) {
        FileReading reading;
        reading.units = {{said, QStringLiteral("label")}};
        return unitOf(reading, directory, known, {}).unit;
    };
    CHECK(found(QStringLiteral("贵州省市场监督管理局")).name == guizhou);
    CHECK(found(QStringLiteral("贵州省 市场监督管理局")).name == guizhou);
    CHECK(found(QStringLiteral("贵州省市场监管局")).name == guizhou);
    CHECK(found(QStringLiteral("某某局")).name.isEmpty());
    CHECK(found(QStringLiteral("某某局"), {QStringLiteral("某某局")}).name == QStringLiteral("某某局"));
    FileReading none;
    CHECK(unitOf(none, directory, {}, {}).unit.name.isEmpty());
    const IntakePlan asked = planIntake(readAnswer(fileOf(generated(1)), notice()), notice(), {}, {});
    REQUIRE(asked.questions.size() == 1);
    CHECK(asked.questions[0].kind == IntakeQuestion::Kind::Unit);
}

} // namespace plan_test
