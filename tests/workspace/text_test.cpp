// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Whatever text is let in can be read again wherever it goes: saved, digested, exchanged, backed up, restored, exported
// and verified.
#include "base/signature.h"
#include "core/report/contentdigest.h"
#include "core/report/reportedit.h"
#include "core/text/encoding.h"
#include "exchange/review/reviewfile.h"
#include "store/backup/backup.h"
#include "store/backup/inspection.h"
#include "workspace/desk.h"
#include "workspace/export/export.h"
#include "workspace/verify/verification.h"

#include <random>

namespace text_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString table = QStringLiteral("annex1");
const QString outline = QStringLiteral("annex2");

constexpr char32_t lastCodePoint = 0x10FFFF;

QString fromCodePoint(char32_t point)
{
    return QString::fromUcs4(&point, 1);
}

// A report of which each text has been put in by an edit: first the sections, then the table, row by row.
Report filled(const Notice &notice, const QString &unit, QStringList texts)
{
    Report report = newReport(notice, unit);
    const auto put = [&](const Place &place) {
        if (texts.isEmpty())
            return;
        const Result<Report> edited = setText(std::move(report), notice, place, texts.takeLast());
        REQUIRE(edited);
        report = *edited;
    };
    for (int section = 0; section < notice.form(outline)->outline()->sections.size(); ++section)
        put({outline, {}, -1, -1, section});
    report.forms[table].rows.clear();
    for (int row = 0; !texts.isEmpty(); ++row) {
        report = insertRow(std::move(report), table, row, {{}, {Texts()}}).value();
        for (const Column &column : notice.form(table)->table()->columns) {
            if (!column.serial)
                put({table, column.id, row, column.repeating ? 0 : -1});
        }
    }
    return report;
}

// Every code point, halves of surrogate pairs too, in texts of so many of them.
QStringList everyCodePoint(char32_t together)
{
    QStringList texts;
    for (char32_t first = 0; first <= lastCodePoint; first += together) {
        QString text;
        for (char32_t point = first; point < first + together && point <= lastCodePoint; ++point)
            text += point >= 0xD800 && point <= 0xDFFF ? QString(QChar(char16_t(point))) : fromCodePoint(point);
        texts.append(text);
    }
    return texts;
}

// Those that encodings, parsers and databases have stumbled over.
const QStringList stumblingBlocks{QStringLiteral("\uFEFF"), QStringLiteral("\uFFFE"), QStringLiteral("\uFFFF"),
    QStringLiteral("\uFDD0"), QStringLiteral("\U0001FFFE"), QStringLiteral("\uFFFD"), QString(QChar(0)),
    QString(QChar(0xD842)), QString(QChar(0xDFB7)), QStringLiteral("𠮷"), QStringLiteral("\r"), QStringLiteral("\n"),
    QStringLiteral("\v"), QStringLiteral("\f"), QStringLiteral("\t"), QStringLiteral("\u0001"),
    QStringLiteral("\u001B"), QStringLiteral("\u007F"), QStringLiteral("\u0085"), QStringLiteral("\u2028"),
    QStringLiteral("\u00A0"), QStringLiteral("\u3000"), QStringLiteral(" "), QStringLiteral("\""), QStringLiteral("\\"),
    QStringLiteral("\\u"), QStringLiteral("'"), QStringLiteral("<&]]>"), QStringLiteral("\u202E"),
    QStringLiteral("\u200D"), QStringLiteral("\uFE0F"), QStringLiteral("\u0301"), QStringLiteral("质")};

class RandomTexts {
public:
    explicit RandomTexts(unsigned seed)
        : m_random(seed)
    {
    }

    QString next()
    {
        QString text;
        for (unsigned length = 1 + below(8); length > 0; --length) {
            const bool isBlock = below(2) == 0;
            text += isBlock ? stumblingBlocks[below(static_cast<unsigned>(stumblingBlocks.size()))]
                            : QString(fromCodePoint(below(lastCodePoint + 1)));
        }
        return text;
    }

private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(m_random() % limit); }

    std::mt19937 m_random;
};

std::unique_ptr<Store> opened(const QString &path)
{
    Result<std::unique_ptr<Store>> store = Store::open(path, systemClock());
    REQUIRE(store);
    return std::move(*store);
}

// Whether every store at the paths has the reports under their ids, and nothing wrong with it.
void checkStores(const QStringList &paths, const QMap<qint64, Report> &reports)
{
    for (const QString &path : paths) {
        REQUIRE(isSound(inspect(path).value()));
        const std::unique_ptr<Store> store = opened(path);
        for (auto report = reports.cbegin(); report != reports.cend(); ++report) {
            const Report loaded = store->load(report.key()).value();
            CHECK((loaded == report.value()));
            CHECK(contentDigest(loaded) == contentDigest(report.value()));
        }
    }
}

void checkExchange(const Report &report, const Notice &notice)
{
    const Result<ReportFile> file = parseReport(writeReport(report, notice), {}, {notice});
    REQUIRE(file);
    CHECK((file->report == report));
    CHECK(file->replaced == 0);
    ReviewFile review{notice.number, report.unit, report.unit, {}, {report}, {}, {}};
    ReviewItem item;
    item.entry.uid = QByteArray(16, 'u');
    item.entry.at = QDateTime(QDate(2023, 3, 1), QTime(9, 0));
    item.entry.kind = EntryKind::Submit;
    item.entry.reason = textAt(report, {outline, {}, -1, -1, 0});
    item.entry.detail = {{QStringLiteral("quote"), item.entry.reason}};
    item.entry.content = contentDigest(report);
    item.content = 0;
    review.items = {item};
    const Result<QByteArray> written = writeReviewFile(review, notice, newSigningKey());
    REQUIRE(written);
    const Result<ReviewFile> read = parseReviewFile(*written, {}, {notice});
    REQUIRE(read);
    CHECK((read->contents == review.contents));
    CHECK((read->items[0].entry.reason == item.entry.reason));
    CHECK((read->items[0].entry.detail == item.entry.detail));
}

// Each report through everything but the export.
void checkReports(const QList<Report> &reports, const Notice &notice)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    const QString restored = folder.filePath(QStringLiteral("b.db"));
    QMap<qint64, Report> added;
    {
        const std::unique_ptr<Store> store = opened(path);
        for (const Report &report : reports) {
            // Once as a new report and once as a change.
            const Result<qint64> id = store->add(newReport(notice, report.unit), {});
            REQUIRE(id);
            REQUIRE(store->save(*id, report, {}));
            added.insert(*id, report);
        }
    }
    const Backup backup = backUp(path, backupFolderOf(path), systemClock()).value();
    REQUIRE(restoreBackup(backup.path, restored, backupFolderOf(restored), systemClock()));
    checkStores({path, backup.path, restored}, added);
    for (const Report &report : reports)
        checkExchange(report, notice);
}

} // namespace

TEST_CASE("Every code point that is let in can be read again wherever the text goes")
{
    const Notice notice = testCatalogue().notices.first();
    constexpr char32_t together = 64;
    const QStringList texts = everyCodePoint(together);
    // Of which only what no document carries, and carriage returns between others, are not what they were.
    REQUIRE(texts.size() == 0x110000 / together);
    checkReports({filled(notice, QStringLiteral("甲局"), texts)}, notice);
}

TEST_CASE("A hundred thousand random texts that are let in can be read again wherever they go")
{
    const Notice notice = testCatalogue().notices.first();
    RandomTexts random(20261126);
    constexpr int together = 5000;
#ifdef ZHIBAO_SANITIZED // the same code, much slower; all of them are tried where the tests are built as the program is
    constexpr int all = 10'000;
#else
    constexpr int all = 100'000;
#endif
    QList<Report> reports;
    for (int number = 0; number < all / together; ++number) {
        QStringList texts;
        for (int count = 0; count < together; ++count)
            texts.append(random.next());
        reports.append(filled(notice, wellFormed(random.next()) + QString::number(number), texts));
    }
    checkReports(reports, notice);
}

TEST_CASE("Names, posts, offices, units and reasons are let in by the same door, and can be read again")
{
    Desk desk;
    RandomTexts random(7);
    Session &session = desk.workspace->office().session();
    QStringList names;
    for (int number = 0; number < 100; ++number) {
        const QString text = random.next();
        const QString name = text + QStringLiteral("甲%1").arg(number);
        names.append(wellFormed(name));
        const Duties duties = number == 0 ? allDuties : Duties(Duty::Reporter);
        REQUIRE(session.addPerson({name, text, text, duties}, nullptr));
        REQUIRE(session.addPerson({name, text, text, duties}, nullptr).error().code == ErrorCode::PersonExists);
        REQUIRE(desk.workspace->office().addUnit({text, name, text}));
        REQUIRE(desk.workspace->office().remember(QStringLiteral("key"), text));
        CHECK(desk.workspace->office().remembered(QStringLiteral("key")).value() == wellFormed(text));
    }
    const QString odd = QStringLiteral("乙\uFFFF局\u000B");
    desk.unit = odd;
    const qint64 id = desk.create();
    CHECK(desk.workspace->openReport().create(desk.notice.number, odd).value() == id);
    CHECK(desk.workspace->openReport().report().unit == QStringLiteral("乙\uFFFD局\n"));
    QStringList said;
    for (const QString &text : everyCodePoint(0x8000)) {
        said.append(wellFormed(text));
        REQUIRE(desk.workspace->review().comment({outline, field::title}, -1, 0, text));
    }
    REQUIRE(desk.workspace->review().perform(ReviewAction::Submit, QStringLiteral("请审\uFFFF核")));
    desk.workspace = std::make_unique<Workspace>(testCatalogue(), systemClock());
    REQUIRE(desk.workspace->openStore(desk.path));
    const QList<Account> accounts = desk.workspace->office().session().accounts().value();
    QString none;
    for (int number = 0; number < names.size(); ++number) {
        CHECK(accounts[number].person.name == names[number]);
        CHECK(wellFormed(accounts[number].person.post) == accounts[number].person.post);
        CHECK(desk.workspace->office().session().signIn(names[number], Secret(none)));
    }
    REQUIRE(desk.workspace->openReport().open(id));
    const QList<Comment> comments = desk.workspace->review().comments().value();
    REQUIRE(comments.size() == said.size());
    for (qsizetype index = 0; index < said.size(); ++index)
        CHECK((comments[index].text == said[index]));
    CHECK(desk.workspace->review().entries().value().constLast().reason == QStringLiteral("请审\uFFFD核"));
    desk.workspace.reset();
    CHECK(isSound(inspect(desk.path).value()));
}

TEST_CASE("What is exported of texts of every kind of character says what was approved")
{
    Desk desk;
    // The first of each general category in each plane, and what has made trouble.
    QStringList texts = stumblingBlocks;
    QSet<QPair<int, char32_t>> seen;
    for (char32_t point = 0x20; point <= lastCodePoint; ++point) {
        const QPair<int, char32_t> kind{QChar::category(point), point >> 16};
        if (!seen.contains(kind) && kind.first != QChar::Other_Surrogate)
            texts.append(QStringLiteral("前%1后").arg(fromCodePoint(point)));
        seen.insert(kind);
    }
    const Report report = filled(desk.notice, desk.unit, texts);
    desk.workspace.reset();
    const std::unique_ptr<Store> store = opened(desk.path);
    NewEntry entry;
    entry.report = store->add(report, {}).value();
    for (const EntryKind kind : {EntryKind::Submit, EntryKind::Review, EntryKind::Approve}) {
        entry.kind = kind;
        const bool handsIn = kind == EntryKind::Submit;
        entry.person = {handsIn ? QStringLiteral("张三") : QStringLiteral("李四"), {}, {}, allDuties};
        REQUIRE(store->record(entry));
    }
    const ExportRequest request{{}, {FileFormat::Pdf, FileFormat::Docx}, desk.folder.filePath(QStringLiteral("out"))};
    const Result<ExportOutcome> exported = exportReport(report, desk.notice, request, systemClock());
    REQUIRE(exported);
    REQUIRE(exported->files.size() == 4);
    for (const QString &file : exported->files) {
        INFO(file.toStdString());
        const Result<Verification> verification = verifyDocument(file, *store, testCatalogue());
        REQUIRE(verification);
        CHECK(verification->isSame());
    }
}

} // namespace text_test
