// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/report/reportedit.h"
#include "generate/random.h"
#include "generate/reports.h"
#include "verify/approveddesk.h"

#include <QFileInfo>

using namespace zhibao;
using namespace zhibao::test;

namespace {

// What is hard to set, to search and to read back: blanks, selectors, other directions, characters without a font or
// without a shape, and words that look like those of a 签批单.
QString hostileText(generate::Random &random)
{
    static const QStringList pieces{QStringLiteral("\t"), QStringLiteral("    "), QStringLiteral("　　"),
        QStringLiteral("\n"), QStringLiteral(" \n "), QStringLiteral("葛\U000E0100"), QStringLiteral("㐂\uFE00"),
        QStringLiteral("المملكة العربية"), QStringLiteral("שלום 12"), QStringLiteral("\u202Eabc\u202C"),
        QStringLiteral("\u200B\u200D\u2060"), QStringLiteral("\uFFFC"), QStringLiteral("\uFFFD"),
        QStringLiteral("\uE000\uF8FF"), QStringLiteral("\U0002B740\U00030000\U000323AF"), QStringLiteral("\u0378"),
        QStringLiteral("👩\u200D👧"), QStringLiteral("e\u0301\u0323"), QStringLiteral("\u00AD"), QStringLiteral("abc-"),
        QStringLiteral("12项"), QStringLiteral("1 864.5万元"), QStringLiteral("质量强省"),
        QStringLiteral("《纲要》“引用”"), QStringLiteral("\u00A0\u2003\u3000"), QStringLiteral("ﬁ½①"),
        QStringLiteral("签批单"), QStringLiteral("序号6，记录摘要（国密SM3）：") + QString(64, u'a'),
        QStringLiteral("送审稿"), QStringLiteral("- 2 -"), QStringLiteral("<w:t>&amp;</w:t>")};
    QString text;
    for (int count = random.between(1, 12); count > 0; --count)
        text += random.pick(pieces);
    return text;
}

Report hostileReport(const Notice &notice, const QString &unit, generate::Random &random)
{
    Report report = newReport(notice, unit);
    for (const Form &form : notice.forms) {
        const QList<Place> places = textPlaces(report, notice, form.id);
        for (const Place &place : places) {
            if (!random.chance(800))
                continue;
            const Result<Report> changed = setText(report, notice, place, hostileText(random));
            REQUIRE(changed);
            report = *changed;
        }
    }
    return report;
}

// Approved by the one user of an office; the store's number of the report.
void approve(Store &store, const Report &report)
{
    const Result<qint64> id = store.add(report, {});
    REQUIRE(id);
    const Person user{{}, {}, {}, allDuties};
    NewEntry allowance{EntryKind::SoleOffice, 0, user};
    allowance.detail.insert(QStringLiteral("allowed"), true);
    REQUIRE(store.record(allowance));
    for (const EntryKind kind : {EntryKind::Submit, EntryKind::Review, EntryKind::Approve})
        REQUIRE(store.record({kind, *id, user}));
}

} // namespace

TEST_CASE("Five hundred untouched exports of whatever text pass, though no log tells of them")
{
    constexpr int stores = 42;
    const QStringList units{QStringLiteral("甲市局"), QStringLiteral("乙市局"), QStringLiteral("丙市局")};
    const Catalogue catalogue = testCatalogue();
    const Notice notice = catalogue.notices.first();
    generate::Random random(11);
    int passed = 0;
    for (int number = 0; number < stores; ++number) {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("zhibao.db"));
        QStringList files;
        {
            const auto store = Store::open(path, systemClock());
            REQUIRE(store);
            for (const QString &unit : units) {
                const Report report = hostileReport(notice, unit, random);
                approve(**store, report);
                ExportRequest request;
                request.folder = folder.path();
                const Result<ExportOutcome> outcome = exportReport(report, notice, request, systemClock());
                REQUIRE(outcome);
                files.append(outcome->files);
            }
        }
        const auto store = Store::open(path, systemClock(), Store::Access::Read);
        REQUIRE(store);
        for (const QString &file : std::as_const(files)) {
            const Result<Verification> verification = verifyDocument(file, **store, catalogue);
            CAPTURE(number, file.toStdString());
            REQUIRE(verification);
            CHECK(verification->verdict == Verification::Verdict::SameFile);
            passed += verification->isSame() && file.contains(verification->unit) ? 1 : 0;
        }
    }
    CHECK(passed == stores * 12);
}

TEST_CASE("A large export is known by its bytes, before its text is read")
{
    const Catalogue catalogue = testCatalogue();
    const Notice notice = catalogue.notices.first();
    Report report = generateReport(notice, 5, GeneratorSize{2500, 20, 100});
    const QTemporaryDir folder;
    const auto store = Store::open(folder.filePath(QStringLiteral("zhibao.db")), systemClock());
    REQUIRE(store);
    approve(**store, report);
    ExportRequest request;
    request.folder = folder.path();
    request.forms = {notice.forms.constFirst().id};
    request.formats = {FileFormat::Pdf};
    const Result<ExportOutcome> outcome = exportReport(report, notice, request, systemClock());
    REQUIRE(outcome);
    REQUIRE(QFileInfo(outcome->files.constFirst()).size() > 512 * 1024);
    const Result<Verification> same = verifyDocument(outcome->files.constFirst(), **store, catalogue);
    REQUIRE(same);
    CHECK(same->verdict == Verification::Verdict::SameFile);
    CHECK(same->form == request.forms.constFirst());
}
