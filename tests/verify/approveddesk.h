// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "verify/media.h"
#include "workspace/desk.h"
#include "workspace/review/approvaldocuments.h"
#include "workspace/verify/verification.h"

namespace zhibao::test {

// A report that 李 filled in and 王 approved, with a comment that was resolved and one that was not.
struct ApprovedDesk : Desk {
    explicit ApprovedDesk(const Report &report = exampleReport(QStringLiteral("贵州省市场监督管理局")))
    {
        REQUIRE(workspace->office().session().addPerson(
            {QStringLiteral("王㳇"), QStringLiteral("质量处"), QStringLiteral("处长"),
                Duties(Duty::Supervisor) | Duty::Administrator},
            nullptr));
        REQUIRE(workspace->office().session().addPerson(
            {QStringLiteral("李某"), QStringLiteral("质量处"), QStringLiteral("科员"), Duty::Reporter}, nullptr));
        as(QStringLiteral("李某"));
        const auto imported = workspace->importReport(report);
        REQUIRE(imported);
        REQUIRE(workspace->openReport().open(imported->id));
        REQUIRE(review().perform(ReviewAction::Submit));
        as(QStringLiteral("王㳇"));
        const Place place{QStringLiteral("annex2"), field::title};
        REQUIRE(review().comment(place, -1, 0, QStringLiteral("核对")));
        REQUIRE(review().comment(place, -1, 0, QStringLiteral("再核对")));
        REQUIRE(review().resolve(review().comments()->constFirst().uid));
        REQUIRE(review().passAndApprove(true));
    }

    void as(const QString &name)
    {
        QString none;
        REQUIRE(workspace->office().session().signIn(name, Secret(none)));
    }

    Review &review() { return workspace->review(); }

    ApprovalSheet sheet(Fonts &fonts)
    {
        const auto entries = review().entries();
        const auto head = workspace->office().logHead();
        REQUIRE((entries && head && review().approval()));
        const Result<ApprovalSheet> made = approvalSheet(*entries, *review().approval(), *head, {},
            workspace->openReport().report(), workspace->openReport().notice(), fonts);
        REQUIRE(made);
        return *made;
    }

    QStringList written(const ApprovalSheet &sheet, Fonts &fonts, const QString &name) const
    {
        const Result<Document> document = composeApprovalSheet(sheet);
        REQUIRE(document);
        return {writePdfFile(*document, fonts, folder.filePath(name + QStringLiteral(".pdf"))),
            writeDocxFile(*document, folder.filePath(name + QStringLiteral(".docx")))};
    }

    Verification verified(const QString &file) const
    {
        const Result<std::unique_ptr<Store>> store = Store::open(path, systemClock(), Store::Access::Read);
        REQUIRE(store);
        const Result<Verification> verification = verifyDocument(file, **store, testCatalogue());
        REQUIRE(verification);
        return *verification;
    }
};

} // namespace zhibao::test
