// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What others filled elsewhere: from our own pages and back, into the store and out again.
#include "base/archive.h"
#include "base/digest.h"
#include "core/intake/intakenames.h"
#include "core/report/lineids.h"
#include "core/text/dates.h"
#include "document/compose/compose.h"
#include "document/docx/docx.h"
#include "exchange/intake/filledreader.h"
#include "generate/random.h"
#include "generate/reports.h"
#include "store/backup/inspection.h"
#include "workspace/describe/describe.h"
#include "workspace/describe/describeintake.h"
#include "workspace/desk.h"
#include "workspace/intake/intake.h"

#include <QDirIterator>

namespace intake_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString table = QStringLiteral("annex1");
const QString outline = QStringLiteral("annex2");
const QString study = QStringLiteral("study");
const QDateTime moment(QDate(2023, 12, 1), QTime(9, 0));

QByteArray docxOf(const Report &report, const Notice &notice, const QString &form)
{
    const Result<QByteArray> bytes = writeDocx(compose(report, notice, form), moment);
    REQUIRE(bytes);
    return *bytes;
}

// Without what no page shows: entries and texts that say nothing.
FormAnswer printedAnswer(FormAnswer answer)
{
    for (Row &row : answer.rows)
        row.entries.removeIf([](const Entry &entry) { return entry.isEmpty(); });
    answer.rows.removeIf([](const Row &row) { return row.cells.isEmpty() && row.entries.isEmpty(); });
    return answer;
}

// As the page has it: a date is printed in one way, whatever was typed.
FormAnswer withPrintedDate(FormAnswer answer)
{
    if (const QString date = answer.fields.value(field::date); !date.isEmpty())
        answer.fields.insert(field::date, printedDate(date));
    return answer;
}

FormAnswer readBack(const QByteArray &bytes, const Notice &notice, const QString &form, FileReading *told = nullptr)
{
    const Result<FilledFile> filled = readFilledFile(bytes, QStringLiteral("a.docx"));
    REQUIRE(filled);
    const FileReading reading = readAnswer(*filled, notice);
    if (told)
        *told = reading;
    return reading.forms.value(form).answer;
}

QByteArray bytesBelow(const QString &folder)
{
    QStringList paths;
    QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext())
        paths.append(each.next());
    paths.sort();
    QByteArray all;
    for (const QString &path : std::as_const(paths))
        all += path.toUtf8() + digestOfBytes(fileBytes(path), DigestAlgorithm::Sha256);
    return all;
}

struct IntakeDesk : Desk {
    Intake intake{workspace->office()};
    Office &office() { return workspace->office(); }

    static Report generated(quint32 seed, const QString &by = QStringLiteral("贵州省市场监督管理局"))
    {
        Report report = generateReport(testCatalogue().notices.first(), seed);
        report.unit = by;
        return report;
    }

    ArrivedFile arrive(const Report &report, const QString &form = table) const
    {
        return {QStringLiteral("/送来/") + report.unit + QStringLiteral(".docx"), docxOf(report, notice, form), {}};
    }

    QList<PlannedFile> plans(const QList<ArrivedFile> &files) const
    {
        QList<PlannedFile> planned;
        for (const ArrivedFile &file : files)
            planned.append(intake.plan(file, {}));
        return planned;
    }

    QList<AppliedFile> apply(const QList<ArrivedFile> &files)
    {
        QList<PlannedFile> planned = plans(files);
        const Result<QList<AppliedFile>> applied = intake.apply(planned);
        if (!applied)
            FAIL(describe(applied.error()).toStdString());
        return *applied;
    }

    Report reportOf(const QString &name)
    {
        const Result<std::optional<qint64>> id = office().find({notice.number, name, {}});
        REQUIRE(id);
        REQUIRE(*id);
        return stored(**id);
    }
};

} // namespace

TEST_CASE("A report that was printed as DOCX is read back as it was")
{
    const QList<Notice> notices = testCatalogue().notices;
    int differ = 0;
    for (quint32 seed = 1; seed <= 200; ++seed) {
        const Notice &notice = notices[seed % 8 == 0 ? 1 : 0];
        const Report report = generateReport(notice, seed);
        for (const Form &form : notice.forms) {
            FileReading reading;
            const FormAnswer read = readBack(docxOf(report, notice, form.id), notice, form.id, &reading);
            const FormAnswer expected = withPrintedDate(printedAnswer(report.forms.value(form.id)));
            INFO("seed " << seed << " " << form.id.toStdString());
            CHECK(read.rows == expected.rows);
            CHECK(read.fields == expected.fields);
            CHECK(read.sections == expected.sections);
            differ += read == expected ? 0 : 1;
            CHECK(reading.units.value(0).name == report.unit);
        }
        if (differ > 5)
            break;
    }
    // What is compared would tell a text that is another.
    Report changed = generateReport(notices[0], 1);
    const FormAnswer before = printedAnswer(changed.forms.value(table));
    changed.forms[table].rows[0].cells[study] += u'。';
    CHECK_FALSE(readBack(docxOf(changed, notices[0], table), notices[0], table) == before);
}

TEST_CASE("The blank forms that are printed are known as blank")
{
    IntakeDesk desk;
    for (const QString &form : {table, outline}) {
        const Result<QByteArray> bytes = writeDocx(composeBlank(desk.notice, form), moment);
        REQUIRE(bytes);
        const PlannedFile planned = desk.intake.plan({QStringLiteral("空表.docx"), *bytes, {}}, {});
        CHECK(planned.plan.forms == QStringList{form});
        CHECK(planned.plan.isBlank);
        CHECK(planned.plan.isReady());
        CHECK(describeState(planned) == QStringLiteral("空表"));
    }
}

TEST_CASE("A plan leaves every byte of the store as it was")
{
    IntakeDesk desk;
    const Report report = IntakeDesk::generated(1);
    desk.apply({desk.arrive(report)});
    const QByteArray before = bytesBelow(desk.folder.path());
    Report other = report;
    other.forms[table].rows.removeFirst();
    const QList<PlannedFile> planned
        = desk.plans({desk.arrive(other), desk.arrive(IntakeDesk::generated(2, desk.unit))});
    CHECK(planned[0].plan.changesAnything());
    CHECK(bytesBelow(desk.folder.path()) == before);
    // Applied it does not stay.
    desk.apply({desk.arrive(other)});
    CHECK_FALSE(bytesBelow(desk.folder.path()) == before);
}

TEST_CASE("What is taken in is there, with its file; again it changes nothing; a correction changes what it corrects")
{
    IntakeDesk desk;
    Report report = IntakeDesk::generated(4);
    const ArrivedFile file = desk.arrive(report);
    CHECK(desk.apply({file}).size() == 1);
    const Report there = desk.reportOf(report.unit);
    CHECK(printedAnswer(there.forms.value(table)).rows == printedAnswer(report.forms.value(table)).rows);
    const Result<QByteArray> kept
        = desk.office().store()->attachment(digestOfBytes(file.bytes, DigestAlgorithm::Sha256));
    REQUIRE(kept);
    CHECK(*kept == file.bytes);
    const Result<QList<LogEntry>> log = desk.office().store()->log(EntryKind::TakenIn);
    REQUIRE(log);
    REQUIRE(log->size() == 1);
    CHECK(describeDetail(log->constFirst(), &desk.notice).contains(QStringLiteral("贵州省市场监督管理局.docx")));

    QList<PlannedFile> again = desk.plans({file});
    CHECK(describeState(again[0]) == QStringLiteral("无改动"));
    CHECK(desk.intake.apply(again).value().isEmpty());
    CHECK(desk.office().store()->log(EntryKind::TakenIn).value().size() == 1);

    report.forms[table].rows[0].cells[study] = QStringLiteral("更正后的学习情况。");
    QList<PlannedFile> corrected = desk.plans({desk.arrive(report)});
    REQUIRE(corrected[0].plan.changes.size() == 1);
    CHECK(placePath(desk.notice, corrected[0].plan.changes[0].place) == QStringLiteral("annex1.rows[0].study"));
    CHECK(desk.intake.apply(corrected).value().size() == 1);
    CHECK(lineIds(desk.reportOf(report.unit)) == lineIds(there));
    const Result<Inspection> inspection = inspect(desk.path);
    REQUIRE(inspection);
    CHECK(isSound(*inspection));
}

TEST_CASE("What was taken in goes away again as a whole")
{
    IntakeDesk desk;
    generate::Random random(11);
    QStringList units;
    for (int at = 0; at < 10; ++at) {
        const QString unit = QStringLiteral("云溪市第%1市场监督管理局").arg(at + 1);
        REQUIRE(desk.office().addUnit({{}, unit, {}}));
        units.append(unit);
    }
    const auto all = [&] {
        QMap<QString, Report> reports;
        const Result<QList<ReportSummary>> summaries = desk.office().reports();
        REQUIRE(summaries);
        for (const ReportSummary &summary : *summaries)
            reports.insert(summary.unit, desk.stored(summary.id));
        return reports;
    };
    quint32 seed = 100;
    int plans = 0;
    for (int round = 0; round < 10; ++round) {
        QList<ArrivedFile> files;
        for (const QString &unit : units) {
            Report report = IntakeDesk::generated(random.chance(500) ? ++seed : seed, unit);
            files.append(desk.arrive(report, random.chance(700) ? table : outline));
        }
        const QMap<QString, Report> before = all();
        const QList<AppliedFile> applied = desk.apply(files);
        plans += static_cast<int>(files.size());
        const QMap<QString, Report> after = all();
        REQUIRE(desk.intake.undo(applied));
        CHECK(all() == before);
        if (!applied.isEmpty())
            CHECK_FALSE(after == before);
        if (round % 2 == 0)
            desk.apply(files);
    }
    CHECK(plans == 100);
}

TEST_CASE("A hundred files are one transaction, and one that cannot be read stops none")
{
    IntakeDesk desk;
    IntakeDesk other;
    QList<ArrivedFile> files;
    for (int at = 0; at < 5; ++at) {
        const QString unit = QStringLiteral("云溪市第%1市场监督管理局").arg(at + 1);
        REQUIRE(desk.office().addUnit({{}, unit, {}}));
        REQUIRE(other.office().addUnit({{}, unit, {}}));
        files.append(desk.arrive(IntakeDesk::generated(static_cast<quint32>(at) + 1, unit)));
    }
    files.insert(2, {QStringLiteral("坏.docx"), QByteArrayLiteral("PK\3\4 broken"), {}});
    files.insert(3, desk.arrive(IntakeDesk::generated(9, QStringLiteral("名录中没有的单位"))));
    QList<PlannedFile> planned = desk.plans(files);
    CHECK(describeState(planned[2]) == QStringLiteral("不能读"));
    CHECK(describeState(planned[3]) == QStringLiteral("待答"));
    CHECK(describe(planned[3].plan.questions[0], planned[3]).contains(QStringLiteral("名录中没有的单位")));
    const Result<QList<AppliedFile>> applied = desk.intake.apply(planned);
    REQUIRE(applied);
    CHECK(applied->size() == 5);

    // Stopped in the middle nothing of it is there.
    QList<PlannedFile> stopped = other.plans(files);
    CHECK_FALSE(other.intake.apply(stopped, [](double share) { return share < 0.5; }));
    const Result<QList<ReportSummary>> none = other.office().reports();
    REQUIRE(none);
    CHECK(none->isEmpty());
}

TEST_CASE("Of a unit it is asked which one, whether it is the only one that is like it, or who it is")
{
    IntakeQuestion question{IntakeQuestion::Kind::Unit, -1, -1, QStringLiteral("甲区局"), {}};
    CHECK(describe(question, {}) == QStringLiteral("单位名录中没有“甲区局”，请写明是哪个单位。"));
    question.candidates = {QStringLiteral("乙市甲区市场监督管理局")};
    CHECK(describe(question, {}) == QStringLiteral("“甲区局”像是乙市甲区市场监督管理局，请确认单位。"));
    question.candidates.append(QStringLiteral("丙市甲区市场监督管理局"));
    CHECK(describe(question, {})
              .contains(QStringLiteral("可能是几个单位：乙市甲区市场监督管理局、丙市甲区市场监督管理局")));
}

TEST_CASE("What is in a ZIP or a folder are files of their own")
{
    IntakeDesk desk;
    const QTemporaryDir folder;
    const Report report = IntakeDesk::generated(1);
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    write(QStringLiteral("b.docx"), docxOf(report, desk.notice, table));
    write(QStringLiteral("~$b.docx"), QByteArrayLiteral("lock"));
    write(QStringLiteral("a.zip"),
        zipArchive({{QStringLiteral("总结.docx"), docxOf(report, desk.notice, outline)}}).value());
    const QList<ArrivedFile> files = Intake::filesIn({folder.path(), folder.filePath(QStringLiteral("missing"))});
    REQUIRE(files.size() == 3);
    CHECK(files[0].path == folder.filePath(QStringLiteral("a.zip/总结.docx")));
    CHECK(files[1].path == folder.filePath(QStringLiteral("b.docx")));
    CHECK(files[2].error);
    desk.apply(files);
    const Report there = desk.reportOf(report.unit);
    CHECK(there.forms.value(outline).sections == report.forms.value(outline).sections);
    CHECK_FALSE(there.forms.value(table).rows.isEmpty());
}

TEST_CASE("A report that was handed in refuses a file that would change it, and says the way")
{
    IntakeDesk desk;
    Report report = IntakeDesk::generated(4);
    desk.apply({desk.arrive(report)});
    const qint64 id = desk.office().find(keyOf(report)).value().value();
    REQUIRE(desk.office().store()->record(desk.office().session().told(EntryKind::Submit, id)));
    CHECK(describeState(desk.plans({desk.arrive(report)})[0]) == QStringLiteral("无改动"));
    report.forms[table].rows.removeFirst();
    QList<PlannedFile> planned = desk.plans({desk.arrive(report)});
    REQUIRE(planned[0].plan.questions.size() == 1);
    CHECK(planned[0].plan.questions[0].kind == IntakeQuestion::Kind::Frozen);
    CHECK_FALSE(describe(planned[0].plan.questions[0], planned[0]).isEmpty());
    CHECK(desk.intake.apply(planned).value().isEmpty());
}

TEST_CASE("A row that was found again is told with its likeness")
{
    CHECK(describe(LineLink{table, 0, 2, 0.812}) == QStringLiteral("认作第3行（81 %）"));
    CHECK(describe(LineLink{table, 0, -1, 0}) == QStringLiteral("新增一行"));
}

} // namespace intake_test
