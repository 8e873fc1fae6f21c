// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/report/lineids.h"
#include "exchange/report/reportfile.h"
#include "generate/reports.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/resource.h>
#include <unistd.h>

#include <functional>

namespace reportfile_test {

using namespace zhibao;

namespace {

QList<Notice> notices()
{
    return {test::shippedNotice(), test::inventedNotice()};
}

QByteArray sample()
{
    return test::fileBytes(QStringLiteral(TEST_DATA "/reports/云溪市河东区计量所.json"));
}

Result<ReportFile> parse(const QByteArray &json)
{
    return parseReport(json, QStringLiteral("r.json"), notices());
}

Error failure(const QByteArray &json)
{
    const Result<ReportFile> file = parse(json);
    REQUIRE_FALSE(file);
    return file.error();
}

Error error(ErrorCode code, const char *second, const char *third)
{
    return {code, {QStringLiteral("r.json"), QString::fromUtf8(second), QString::fromUtf8(third)}};
}

QByteArray replaced(QByteArray json, const char *sought, const char *replacement)
{
    const qsizetype at = json.indexOf(sought);
    INFO(sought);
    REQUIRE(at >= 0);
    return json.replace(at, static_cast<qsizetype>(qstrlen(sought)), replacement);
}

// A file of the shipped notice with the given members behind the notice's number.
QByteArray head(const QByteArray &members)
{
    return "{\"format\": \"zhibao.report\", \"version\": 1, \"notice\": \"国市监质发〔2023〕9号\"" + members + "}";
}

#ifndef ZHIBAO_SANITIZED
// The error where there is room for no more than some MiB beside what is taken.
Error withinAddressSpace(const std::function<Result<ReportFile>()> &read)
{
    constexpr rlim_t room = 64 * 1024 * 1024;
    QFile file(QStringLiteral("/proc/self/statm"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const rlim_t pages = file.readAll().split(' ').constFirst().toULongLong();
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_AS, &before) == 0);
    const rlimit little{pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE)) + room, before.rlim_max};
    const bool isLimited = ::setrlimit(RLIMIT_AS, &little) == 0;
    const Result<ReportFile> result = read();
    REQUIRE(::setrlimit(RLIMIT_AS, &before) == 0);
    REQUIRE(isLimited);
    REQUIRE_FALSE(result);
    return result.error();
}
#endif

} // namespace

TEST_CASE("a report file is read to the letter")
{
    const Result<ReportFile> file = parse(sample());
    REQUIRE(file);
    CHECK(file->ignored.isEmpty());
    const Report &report = file->report;
    CHECK(report.notice == QStringLiteral("云溪计函〔2031〕4号"));
    CHECK(report.unit == QStringLiteral("云溪市河东区计量检定所"));
    const FormAnswer &survey = report.forms[QStringLiteral("survey")];
    REQUIRE(survey.rows.size() == 3);
    CHECK(survey.fields == Texts{{field::contact, QStringLiteral("综合科 沈某 0555-000 1234")}});
    CHECK(survey.rows[0].entries.size() == 3);
    CHECK(survey.rows[0].entries[2][QStringLiteral("instrument")] == QStringLiteral("加油机（含𠮷林路、莫𡐓村两站）"));
    CHECK(survey.rows[0].cells[QStringLiteral("remarks")]
        == QStringLiteral("其中“双免”23.1万元。\n余款于2031年5月结清。"));
    CHECK(survey.rows[1].entries.isEmpty());
    CHECK_FALSE(survey.rows[1].cells.contains(QStringLiteral("basis"))); // empty
    const FormAnswer &essay = report.forms[QStringLiteral("essay")];
    CHECK(essay.sections.size() == 7);
    CHECK(essay.fields[field::date] == QStringLiteral("2031年6月18日"));
}

TEST_CASE("a missing key is an empty value and an absent form stays absent")
{
    const Result<ReportFile> bare = parse(head(""));
    REQUIRE(bare);
    CHECK(bare->report == Report{QStringLiteral("国市监质发〔2023〕9号"), {}, {}});
    const Result<ReportFile> some
        = parse(head(", \"annex1\": {\"rows\": [{}, {\"documents\": [{}]}]}, \"annex2\": {\"sections\": [\"文\"]}"));
    REQUIRE(some);
    CHECK(some->report.forms[QStringLiteral("annex1")].rows == QList<Row>{Row{}, Row{{}, {Texts{}}}});
    CHECK(some->report.forms[QStringLiteral("annex2")].sections
        == QStringList{QStringLiteral("文"), QString(), QString(), QString(), QString()});
    CHECK(parse("{\"format\": \"zhibao.report\", \"notice\": \"国市监质发〔2023〕9号\"}"));
}

TEST_CASE("unknown keys are kept out and listed")
{
    const Result<ReportFile> file
        = parse(head(", \"annex3\": 7, \"annex1\": {\"序号\": 1, \"rows\": [{\"no\": 1, \"documents\": "
                     "[{\"date\": []}]}]}, \"annex2\": {\"limit\": 5, \"a b\": null}"));
    REQUIRE(file);
    CHECK(file->ignored
        == QStringList{QStringLiteral("annex1.rows[0].documents[0].date"), QStringLiteral("annex1.rows[0].no"),
            QStringLiteral("annex1.序号"), QStringLiteral("annex2[\"a b\"]"), QStringLiteral("annex2.limit"),
            QStringLiteral("annex3")});
    CHECK(file->report.forms[QStringLiteral("annex1")].rows == QList<Row>{Row{{}, {Texts{}}}});
    // A hostile key is neither long nor of several lines where it is shown.
    const Result<ReportFile> odd = parse(head(", \"\\n" + QByteArray(100'000, 'k') + "\": 1"));
    REQUIRE(odd);
    CHECK(odd->ignored.first().size() < 80);
    CHECK_FALSE(odd->ignored.first().contains(u'\n'));
}

TEST_CASE("a wrong type is refused with its JSON path")
{
    const auto wrong = [](const char *path, const char *kind) { return error(ErrorCode::WrongType, path, kind); };
    CHECK(failure(head(", \"unit\": 5")) == wrong("unit", "string"));
    CHECK(failure(head(", \"unit\": null")) == wrong("unit", "string"));
    CHECK(failure(head(", \"annex1\": []")) == wrong("annex1", "object"));
    CHECK(failure(head(", \"annex1\": null")) == wrong("annex1", "object"));
    CHECK(failure(head(", \"annex1\": {\"contact\": {}}")) == wrong("annex1.contact", "string"));
    CHECK(failure(head(", \"annex1\": {\"rows\": {}}")) == wrong("annex1.rows", "array"));
    CHECK(failure(head(", \"annex1\": {\"rows\": [{}, \"x\"]}")) == wrong("annex1.rows[1]", "object"));
    CHECK(failure(head(", \"annex1\": {\"rows\": [{\"study\": 5}]}")) == wrong("annex1.rows[0].study", "string"));
    CHECK(
        failure(head(", \"annex1\": {\"rows\": [{\"documents\": {}}]}")) == wrong("annex1.rows[0].documents", "array"));
    CHECK(failure(head(", \"annex1\": {\"rows\": [{\"documents\": [{}, []]}]}"))
        == wrong("annex1.rows[0].documents[1]", "object"));
    CHECK(failure(head(", \"annex1\": {\"rows\": [{\"documents\": [{\"title\": true}]}]}"))
        == wrong("annex1.rows[0].documents[0].title", "string"));
    CHECK(failure(head(", \"annex2\": {\"sections\": [\"\", 5]}")) == wrong("annex2.sections[1]", "string"));
    CHECK(failure(head(", \"annex2\": {\"sections\": \"文\"}")) == wrong("annex2.sections", "array"));
    CHECK(failure("{\"format\": 1}") == wrong("format", "string"));
    CHECK(failure("{\"format\": \"zhibao.report\", \"version\": \"1\"}") == wrong("version", "integer"));
    CHECK(failure("{\"format\": \"zhibao.report\", \"version\": 0}") == wrong("version", "integer"));
    CHECK(failure("{\"format\": \"zhibao.report\", \"version\": 1.5}") == wrong("version", "integer"));
    CHECK(failure("{\"format\": \"zhibao.report\", \"version\": 1, \"notice\": 9}") == wrong("notice", "string"));
}

TEST_CASE("lines have ids in version 2, each its own, and none in version 1")
{
    const QByteArray one(32, 'a');
    const QByteArray other = "0123456789abcdef0123456789ABCDEF";
    const auto rows = [](const QByteArray &row, const QByteArray &entry) {
        return head(", \"annex1\": {\"rows\": [{\"id\": \"" + row + "\", \"documents\": [{\"id\": \"" + entry
            + "\", \"title\": \"文\"}]}, {\"study\": \"学\"}]}");
    };
    const auto second = [](const QByteArray &json) { return replaced(json, "\"version\": 1", "\"version\": 2"); };
    const Result<ReportFile> file = parse(second(rows(one, other)));
    REQUIRE(file);
    CHECK(file->ignored.isEmpty());
    const QList<Row> &read = file->report.forms[QStringLiteral("annex1")].rows;
    CHECK(lineIdText(read.at(0).id) == QString::fromLatin1(one));
    CHECK(lineIdText(read.at(0).entries.at(0).id) == QString::fromLatin1(other.toLower()));
    CHECK(read.at(1).id.isNull());
    const Result<ReportFile> again = parse(writeReport(file->report, test::shippedNotice()));
    REQUIRE(again);
    CHECK(again->report == file->report);
    CHECK(lineIds(again->report) == lineIds(file->report));

    CHECK(failure(second(rows(one, one)))
        == error(ErrorCode::WrongType, "annex1.rows[0].documents[0].id", "duplicate-id"));
    for (const QByteArray &bad : {QByteArray(""), QByteArray("a"), QByteArray(31, 'a'), QByteArray(33, 'a'),
             QByteArray(32, 'g'), QByteArray(32, '0'), QByteArray(30, 'a') + " a"})
        CHECK(failure(second(rows(bad, one))) == error(ErrorCode::WrongType, "annex1.rows[0].id", "bad-id"));
    // There it is a key like any other that nobody knows.
    const Result<ReportFile> first = parse(rows("a", "a"));
    REQUIRE(first);
    CHECK(first->ignored.size() == 2);
    CHECK(lineIds(first->report).isEmpty());
}

TEST_CASE("a text that no heading waits for is not dropped silently")
{
    CHECK(failure(head(", \"annex2\": {\"sections\": [\"\", \"\", \"\", \"\", \"\", \"六\"]}"))
        == error(ErrorCode::WrongType, "annex2.sections[5]", "unknown-key"));
}

TEST_CASE("text that no file can carry is refused")
{
    CHECK(failure(head(", \"unit\": \"\\ud842\"")) == error(ErrorCode::WrongType, "unit", "text"));
    CHECK(failure(head(", \"unit\": \"\\udfb7\\ud842\"")) == error(ErrorCode::WrongType, "unit", "text"));
    CHECK(failure(head(", \"annex2\": {\"sections\": [\"a\\u0000b\"]}"))
        == error(ErrorCode::WrongType, "annex2.sections[0]", "text"));
    const Result<ReportFile> pair = parse(head(", \"unit\": \"\\ud842\\udfb7\\u0001\\uffff\""));
    REQUIRE(pair);
    CHECK(pair->report.unit == QStringLiteral("𠮷\ufffd\ufffd")); // what no document can carry is a mark
}

TEST_CASE("another format, a newer version and an unknown notice are told apart")
{
    CHECK(failure("{}") == error(ErrorCode::WrongFormat, "", "zhibao.report"));
    CHECK(failure(replaced(sample(), "zhibao.report", "zhibao.package"))
        == error(ErrorCode::WrongFormat, "zhibao.package", "zhibao.report"));
    CHECK(failure(replaced(sample(), "\"version\": 1", "\"version\": 3")) == error(ErrorCode::NewerVersion, "3", "2"));
    CHECK(failure(replaced(sample(), "4号", "5号"))
        == Error{ErrorCode::NoticeUnknown, {QStringLiteral("r.json"), QStringLiteral("云溪计函〔2031〕5号")}});
}

TEST_CASE("what is no JSON, no UTF-8 or too large is refused")
{
    CHECK(failure("质报").code == ErrorCode::NotJson);
    CHECK(failure("{\n\"format\": \"zhibao.report\",\n}") == error(ErrorCode::NotJson, "3", "syntax"));
    CHECK(failure("[]") == error(ErrorCode::WrongType, "$", "object"));
    CHECK(failure(head(", \"unit\": \"a\", \"unit\": \"b\"")) == error(ErrorCode::NotJson, "1", "duplicate-key"));
    CHECK(failure("{\"format\": \"\xD6\xCA\"}")
        == Error{ErrorCode::NotUtf8, {QStringLiteral("r.json"), QStringLiteral("12")}});
    CHECK(failure(QByteArray(reportFileLimit + 1, ' '))
        == Error{ErrorCode::FileTooLarge, {QStringLiteral("r.json"), QStringLiteral("200")}});
    CHECK(parse("\xEF\xBB\xBF" + sample()));
    CHECK(failure(head(", \"annex1\": " + QByteArray(5'000'000, '['))).code == ErrorCode::NotJson);
}

TEST_CASE("line ends of other systems become one, and nothing else changes")
{
    const Result<ReportFile> file = parse(head(", \"annex2\": {\"opening\": \" a\\r\\nb\\rc\\n\\u3000\\u00a0\\t \"}"));
    REQUIRE(file);
    CHECK(file->report.forms[QStringLiteral("annex2")].fields[field::opening]
        == QStringLiteral(" a\nb\nc\n\u3000\u00a0\t "));
}

TEST_CASE("a file that was cut off anywhere is an error, never a crash or half a report")
{
    const QByteArray whole = sample();
    for (qsizetype size = 0; size < whole.trimmed().size(); size += 7)
        CHECK_FALSE(parse(whole.left(size)));
}

TEST_CASE("a table that is too long to be held as JSON is read like any other")
{
    const Notice notice = test::shippedNotice();
    const Report report = generateReport(notice, 3, {2000, 80, 0});
    const QByteArray json = writeReport(report, notice);
    REQUIRE(json.size() > 2 * 1024 * 1024);
    const Result<ReportFile> file = parse(json);
    REQUIRE(file);
    CHECK(file->report == report);
    CHECK(file->ignored.isEmpty());

    const QByteArray key = "\"" + notice.forms.constFirst().table()->columns.constLast().id.toUtf8() + "\": \"";
    const qsizetype at = json.lastIndexOf(key);
    const auto changed = [&](const QByteArray &text) {
        QByteArray other = json;
        return other.insert(at, text);
    };
    CHECK(failure(changed("\"" + QByteArray("other\": 1, \"") + "other\": 2, ")).arguments.value(2)
        == QStringLiteral("duplicate-key"));
    CHECK(failure(changed(",")).arguments.value(1) == QString::number(json.first(at).count('\n') + 1));
    const Result<ReportFile> ignoring = parse(changed("\"other\": 1, "));
    REQUIRE(ignoring);
    CHECK(ignoring->report == report);
    CHECK(ignoring->ignored.size() == 1);
    QByteArray wrong = json;
    wrong.replace(at, key.size(), key.chopped(1) + "1, \"other\": \"");
    const QString place = failure(wrong).arguments.value(1);
    CHECK(place.contains(QStringLiteral("rows[1999]")));
    CHECK(place.endsWith(notice.forms.constFirst().table()->columns.constLast().id));
}

TEST_CASE("files are read under a limit")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("报表.json"));
    CHECK(readReportFile(path, notices()).error() == Error{ErrorCode::FileNotFound, {path}});
    const auto write = [&](const QByteArray &bytes) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    };
    write(sample());
    const Result<ReportFile> file = readReportFile(path, notices());
    REQUIRE(file);
    CHECK(file->report == parse(sample())->report);
    write(sample() + QByteArray(reportFileLimit - sample().size(), ' '));
    const Result<ReportFile> largest = readReportFile(path, notices());
    REQUIRE(largest);
    CHECK(largest->report == file->report);
#ifndef ZHIBAO_SANITIZED // which takes more addresses than any limit leaves
    CHECK(withinAddressSpace([&] { return readReportFile(path, notices()); }) == Error{ErrorCode::MemoryFull, {path}});
#endif
    write(QByteArray(reportFileLimit + 1, ' '));
    CHECK(readReportFile(path, notices()).error().code == ErrorCode::FileTooLarge);
    write("{");
    CHECK(readReportFile(path, notices()).error().arguments.value(0) == path);
}

TEST_CASE("a report file names the definition that it follows, where it is not the first")
{
    const Notice later = test::reworded(test::inventedNotice(), {{"\"器具名称\"", "\"计量器具名称\""}});
    Report report = parse(sample())->report;
    CHECK(report.definition.isEmpty());
    CHECK_FALSE(writeReport(report, test::inventedNotice()).contains("definition"));
    report.definition = later.digest;
    const QByteArray json = writeReport(report, later);
    const QString path = QStringLiteral("r.json");
    const Result<ReportFile> known = parseReport(json, path, notices() + QList<Notice>{later});
    REQUIRE(known);
    CHECK(known->report == report);
    CHECK(known->ignored.isEmpty());
    // One that is not known, or is no name at all, is told; what fits is taken.
    for (const QByteArray &other : {json, replaced(json, later.digest.toHex().constData(), "later")}) {
        const Result<ReportFile> unknown = parseReport(other, path, notices());
        REQUIRE(unknown);
        CHECK(unknown->ignored == QStringList{QStringLiteral("definition")});
        CHECK(unknown->report.forms == report.forms);
        CHECK(unknown->report.definition.isEmpty());
    }
    CHECK(failure(head(", \"definition\": 4")) == error(ErrorCode::WrongType, "definition", "string"));
}

TEST_CASE("what was typed into typed columns and an outline of few fields is kept to the letter")
{
    const Notice notice = test::typedNotice();
    const QByteArray json = QByteArrayLiteral("{\"format\": \"zhibao.report\", \"version\": 2, \"notice\": \"")
        + notice.number.toUtf8()
        + QByteArrayLiteral(
            "\", \"unit\": \"甲所\", \"register\": {\"rows\": [{\"bought\": \"去年\", \"count\": \" 1,2台\", "
            "\"inUse\": \"有时\", \"checks\": [{\"result\": \"优\", \"fee\": \"007.10\"}]}]}, \"note\": "
            "{\"title\": \"说明\", \"addressee\": \"某会\", \"sections\": [\"无\"], \"date\": \"六月底\"}}");
    const Result<ReportFile> file = parseReport(json, QStringLiteral("r.json"), {notice});
    REQUIRE(file);
    CHECK(file->ignored == QStringList{QStringLiteral("note.addressee")});
    const Row &row = file->report.forms[QStringLiteral("register")].rows[0];
    CHECK(row.cells
        == Texts{{QStringLiteral("bought"), QStringLiteral("去年")},
            {QStringLiteral("count"), QStringLiteral(" 1,2台")}, {QStringLiteral("inUse"), QStringLiteral("有时")}});
    CHECK(row.entries.constFirst().value(QStringLiteral("fee")) == QStringLiteral("007.10"));
    const QByteArray written = writeReport(file->report, notice);
    CHECK_FALSE(written.contains("addressee"));
    CHECK(parseReport(written, QStringLiteral("r.json"), {notice})->report == file->report);
}

TEST_CASE("a report file says the occasion where its notice is answered more than once, and nothing else does")
{
    const Notice monthly = test::monthlyNotice();
    const auto read = [&](const QByteArray &occasion) {
        const QByteArray json = QByteArrayLiteral("{\"format\": \"zhibao.report\", \"version\": 2, \"notice\": \"")
            + monthly.number.toUtf8() + "\", \"unit\": \"甲局\"" + occasion + "}";
        return parseReport(json, QStringLiteral("r.json"), {test::shippedNotice(), monthly});
    };
    const Result<ReportFile> june = read(", \"occasion\": \"2031-06\"");
    REQUIRE(june);
    CHECK(june->ignored.isEmpty());
    CHECK(june->report.occasion == QStringLiteral("2031-06"));
    const QByteArray written = writeReport(june->report, monthly);
    CHECK(written.contains("  \"unit\": \"甲局\",\n  \"occasion\": \"2031-06\""));
    CHECK(parseReport(written, QStringLiteral("r.json"), {monthly})->report == june->report);

    const auto unfit = [&](const QString &occasion) {
        return Error{
            ErrorCode::OccasionUnfit, {QStringLiteral("r.json"), occasion, monthly.number, QStringLiteral("month")}};
    };
    CHECK(read({}).error() == unfit({}));
    CHECK(read(", \"occasion\": \"\"").error() == unfit({}));
    CHECK(read(", \"occasion\": \"2031Q2\"").error() == unfit(QStringLiteral("2031Q2")));
    CHECK(read(", \"occasion\": 203106").error() == error(ErrorCode::WrongType, "occasion", "string"));
    CHECK(failure(head(", \"occasion\": \"2023-06\"")).code == ErrorCode::OccasionUnfit);
    CHECK(parse(head(", \"occasion\": \"\""))->report.occasion.isEmpty());
    CHECK_FALSE(writeReport(parse(sample())->report, test::inventedNotice()).contains("occasion"));
}

} // namespace reportfile_test
