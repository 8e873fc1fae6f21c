// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "document/compose/differencepaper.h"
#include "document/exportedfiles.h"
#include "document/qrreader.h"
#include "document/renderedpage.h"
#include "document/sheetsamples.h"
#include "judges_docx.h"

#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace docx_sheet_judge_test {

using namespace zhibao;

namespace {

Document differences()
{
    const QList<TextSpan> spans = compareTexts(QStringLiteral("全省组织学习98场。\n开展“质量月”活动。"),
        QStringLiteral("全省组织学习102场，\n开展“质量月”活动。"));
    return composeDifferences({QStringLiteral("修改对照表"), QStringLiteral("贵州省市场监督管理局"), {}, {}, {},
        {{QStringLiteral("附件2 一"), Difference::Kind::Changed, spans}}});
}

} // namespace

TEST_CASE("The approval sheet and the differences are valid DOCX; the sheet is one page with a code to read", "[sheet]")
{
    const QTemporaryDir folder;
    QStringList files;
    QStringList codes;
    for (const ApprovalSheet &sheet : {test::ordinarySheet(), test::crowdedSheet()}) {
        const Result<Document> document = composeApprovalSheet(sheet);
        REQUIRE(document);
        files << test::writeDocxFile(*document, folder.filePath(QStringLiteral("sheet%1.docx").arg(files.size())));
        codes << sheet.code;
    }
    files << test::writeDocxFile(differences(), folder.filePath(QStringLiteral("differences.docx")));
    for (const char *office : {"Office2007", "Microsoft365"})
        CHECK(judges::docxFaults(files, QString::fromLatin1(office)).join(u'\n').toStdString() == "");
    const QStringList pdfs = judges::libreOfficePdfs(files, folder.path());
    for (qsizetype index = 0; index < codes.size(); ++index) {
        INFO(files.at(index).toStdString());
        REQUIRE(!pdfs.at(index).isEmpty());
        const QList<QImage> pages = test::renderedPages(pdfs.at(index), 200);
        REQUIRE(pages.size() == 1);
        CHECK(test::readQrCode(pages.constFirst()) == codes.at(index));
    }
    CHECK(!pdfs.constLast().isEmpty());
}

} // namespace docx_sheet_judge_test
