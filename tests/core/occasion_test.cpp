// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// How often a notice is answered, and what tells two reports of one unit apart.
#include "core/compare/noticecomparison.h"
#include "core/data.h"
#include "core/notice/noticereader.h"
#include "core/report/contentdigest.h"
#include "core/report/report.h"
#include "core/review/receipt.h"

namespace occasion_test {

using namespace zhibao;

namespace {

QString proposed(OccasionKind kind, const QStringList &there = {})
{
    return proposedOccasion(kind, there, QDate(2023, 6, 30));
}

} // namespace

TEST_CASE("An occasion has one spelling")
{
    struct Spelling {
        OccasionKind kind;
        QStringList right;
        QStringList wrong;
    };
    const QList<Spelling> spellings{
        {OccasionKind::Once, {QString()}, {QStringLiteral("2023"), QStringLiteral(" ")}},
        {OccasionKind::Month, {QStringLiteral("2023-06"), QStringLiteral("1999-12")},
            {QString(), QStringLiteral("2023-6"), QStringLiteral("2023-13"), QStringLiteral("2023-00"),
                QStringLiteral("2023-06\n"), QStringLiteral("２０２３-06"), QStringLiteral("2023-06 "),
                QStringLiteral("2023Q2")}},
        {OccasionKind::Quarter, {QStringLiteral("2023Q1"), QStringLiteral("2023Q4")},
            {QStringLiteral("2023Q5"), QStringLiteral("2023q1"), QStringLiteral("2023-06"), QString()}},
        {OccasionKind::Year, {QStringLiteral("2023")}, {QStringLiteral("23"), QStringLiteral("0023"), QString()}},
        {OccasionKind::Number, {QStringLiteral("1"), QStringLiteral("12"), QStringLiteral("999999")},
            {QStringLiteral("0"), QStringLiteral("012"), QStringLiteral("-1"), QStringLiteral("1000000"), QString()}},
    };
    for (const Spelling &spelling : spellings) {
        INFO(nameOf(spelling.kind).toStdString());
        CHECK(occasionKindNamed(nameOf(spelling.kind)) == spelling.kind);
        for (const QString &text : spelling.right)
            CHECK(isOccasion(text, spelling.kind));
        for (const QString &text : spelling.wrong)
            CHECK_FALSE(isOccasion(text, spelling.kind));
    }
    CHECK_FALSE(occasionKindNamed(QStringLiteral("weekly")));
}

TEST_CASE("An occasion is read as people write it, ordered, and the next one proposed")
{
    CHECK(printedOccasion(QStringLiteral("2023-06"), OccasionKind::Month) == QStringLiteral("2023年6月"));
    CHECK(printedOccasion(QStringLiteral("2023Q2"), OccasionKind::Quarter) == QStringLiteral("2023年第二季度"));
    CHECK(printedOccasion(QStringLiteral("2023"), OccasionKind::Year) == QStringLiteral("2023年"));
    CHECK(printedOccasion(QStringLiteral("2023"), OccasionKind::Number) == QStringLiteral("第2023期"));
    CHECK(printedOccasion(QString(), OccasionKind::Once).isEmpty());
    CHECK(printedOccasion(QStringLiteral("六月"), OccasionKind::Month) == QStringLiteral("六月"));

    CHECK(isEarlierOccasion(QStringLiteral("9"), QStringLiteral("10")));
    CHECK(isEarlierOccasion(QStringLiteral("2023-09"), QStringLiteral("2023-10")));
    CHECK_FALSE(isEarlierOccasion(QStringLiteral("2023Q2"), QStringLiteral("2023Q2")));

    CHECK(proposed(OccasionKind::Once).isEmpty());
    CHECK(proposed(OccasionKind::Month) == QStringLiteral("2023-06"));
    CHECK(proposed(OccasionKind::Quarter) == QStringLiteral("2023Q2"));
    CHECK(proposed(OccasionKind::Year) == QStringLiteral("2023"));
    CHECK(proposed(OccasionKind::Number) == QStringLiteral("1"));
    CHECK(proposed(OccasionKind::Number, {QStringLiteral("9"), QStringLiteral("10"), QStringLiteral("2023-06")})
        == QStringLiteral("11"));
}

TEST_CASE("A notice says how often it is answered, and a report is begun for that")
{
    const Notice monthly = test::monthlyNotice();
    CHECK(monthly.occasion == OccasionKind::Month);
    CHECK(test::shippedNotice().occasion == OccasionKind::Once);
    CHECK(checkOccasion(monthly, QStringLiteral("2031-06")));
    CHECK(checkOccasion(monthly, QStringLiteral("12"), QStringLiteral("a.json")).error()
        == Error{ErrorCode::OccasionUnfit,
            {QStringLiteral("a.json"), QStringLiteral("12"), monthly.number, QStringLiteral("month")}});
    const Report report = newReport(monthly, QStringLiteral("甲局"), QStringLiteral("2031-06"));
    CHECK(keyOf(report) == ReportKey{monthly.number, QStringLiteral("甲局"), QStringLiteral("2031-06")});
    CHECK(textAt(report, {QStringLiteral("account"), field::title}) == QStringLiteral("甲局2031年6月计量服务工作小结"));
    CHECK(emptyReport(keyOf(report)).forms.isEmpty());
    CHECK(keyOf(emptyReport(keyOf(report))) == keyOf(report));

    const Notice yearly = test::reworded(monthly, {{"\"month\"", "\"year\""}});
    CHECK(compareNotices(monthly, yearly)
        == QList<NoticeChange>{{NoticeChange::Kind::Occasion, {}, QStringLiteral("month"), QStringLiteral("year")}});
    CHECK(carriedOver(report, monthly, yearly).report.occasion == report.occasion);
}

// What these digests were before there were occasions: every approval, chain and signature of then holds.
TEST_CASE("Digests see the occasion only where there is one")
{
    Report report{QStringLiteral("示例〔2031〕1号"), QStringLiteral("甲局"), {}};
    report.forms[QStringLiteral("table")].fields.insert(field::contact, QStringLiteral("张某"));
    CHECK(contentDigest(report).sha256.toHex()
        == QByteArray("6eff8736fb6f1775ddf5e476ba6e273481afb8ce55774eb2cf62cfae74ded0e6"));
    LogEntry entry;
    entry.number = 3;
    entry.uid = QByteArray(16, 'u');
    entry.notice = report.notice;
    entry.unit = report.unit;
    entry.at = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000);
    entry.detail = {{QStringLiteral("form"), QStringLiteral("table")}};
    entry.content = contentDigest(report);
    entry.previous = QByteArray(32, '\0');
    CHECK(chainOf(entry).toHex() == QByteArray("077494114186111d61d1573cbba2cbc9527704f5d45dc20129ddfefceb86479e"));
    CHECK(signedBytes(entry, QByteArray(32, 'k')).toHex()
        == QByteArray("49d0fd526c14ffb9d6ae2809c971d87430251821d9ecd9771dff5a1d141132b2"));

    Report june = report;
    june.occasion = QStringLiteral("2031-06");
    Report july = report;
    july.occasion = QStringLiteral("2031-07");
    CHECK(contentDigest(june) != contentDigest(report));
    CHECK(contentDigest(june) != contentDigest(july));
    LogEntry other = entry;
    other.occasion = june.occasion;
    CHECK(chainOf(other) != chainOf(entry));
    CHECK(signedBytes(other, QByteArray(32, 'k')) != signedBytes(entry, QByteArray(32, 'k')));
    CHECK(differencesOf(entry, other) == QStringList{QStringLiteral("report")});
}

TEST_CASE("A deadline that is relative to its period is another day each time")
{
    const Notice monthly = *readNotice(test::monthlyNotice().json.replace("\"deadline\": \"2031-12-31\"",
                                           "\"deadline\": {\"day\": 31, \"months\": 1}"),
        QStringLiteral("n.json"));
    const Form &form = monthly.forms.constFirst();
    const auto due = [&](const char *occasion) { return deadlineOf(form, monthly, QLatin1String(occasion)); };
    CHECK(due("2031-05") == QDate(2031, 6, 30));
    CHECK(due("2031-12") == QDate(2032, 1, 31));
    CHECK(due("2032-01") == QDate(2032, 2, 29));
    CHECK_FALSE(due("").isValid());
    const Report report = newReport(monthly, QStringLiteral("河东区所"), QStringLiteral("2031-05"));
    CHECK(dueOf(report, monthly) == QDate(2031, 6, 30));
    CHECK(deadlineOf(test::monthlyNotice().forms.constFirst(), monthly, QStringLiteral("2031-05"))
        == QDate(2031, 12, 31));

    CHECK(lastDayOf(QStringLiteral("2031Q1"), OccasionKind::Quarter) == QDate(2031, 3, 31));
    CHECK(lastDayOf(QStringLiteral("2032-02"), OccasionKind::Month) == QDate(2032, 2, 29));
    CHECK(lastDayOf(QStringLiteral("2031"), OccasionKind::Year) == QDate(2031, 12, 31));
    CHECK_FALSE(lastDayOf(QStringLiteral("12"), OccasionKind::Number).isValid());

    const auto faultOf = [](Notice notice, const char *deadline) {
        const Result<Notice> read = readNotice(notice.json.replace("\"deadline\": \"2031-12-31\"", deadline)
                                                   .replace("\"deadline\": \"2031-06-30\"", deadline),
            QStringLiteral("n.json"));
        return read ? QString() : QStringList(read.error().arguments.mid(1)).join(u' ');
    };
    CHECK(faultOf(test::monthlyNotice(), "\"deadline\": {\"day\": 32, \"months\": 1}")
        == QStringLiteral("forms[0].deadline.day integer"));
    CHECK(faultOf(test::monthlyNotice(), "\"deadline\": {\"day\": 5}")
        == QStringLiteral("forms[0].deadline.months missing"));
    CHECK(faultOf(test::inventedNotice(), "\"deadline\": {\"day\": 5, \"months\": 1}")
        == QStringLiteral("forms[0].deadline string"));
}

} // namespace occasion_test
