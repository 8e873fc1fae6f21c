// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "document/compose/approvalsheet.h"
#include "document/compose/qrcode.h"
#include "document/exportedfiles.h"
#include "document/qrreader.h"
#include "document/renderedpage.h"
#include "document/sheetsamples.h"
#include "judges_pdf.h"

#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace approvalsheet_test {

using namespace zhibao;

namespace {

Pages laidOut(const ApprovalSheet &sheet, Fonts &fonts)
{
    const Result<Document> document = composeApprovalSheet(sheet);
    REQUIRE(document);
    return test::laidOut(*document, fonts);
}

QString saved(const QTemporaryDir &folder, const QString &name, const ApprovalSheet &sheet)
{
    Fonts fonts;
    return test::writePdfFile(laidOut(sheet, fonts), fonts, folder.filePath(name));
}

QString withoutBlanks(QString text)
{
    return text.remove(u' ').remove(u'\n').remove(u'\f').remove(u'　');
}

// The dark part of a picture on white, as a share of its width.
double darkShare(const QImage &image)
{
    int first = image.width();
    int last = -1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) < 128) {
                first = std::min(first, x);
                last = std::max(last, x);
            }
        }
    }
    return double(last - first + 1) / image.width();
}

} // namespace

TEST_CASE("The approval sheet says all it is told on one valid page", "[sheet]")
{
    const QTemporaryDir folder;
    QStringList files;
    for (const ApprovalSheet &sheet : {test::ordinarySheet(), test::crowdedSheet(), test::emptySheet()}) {
        INFO(sheet.unit.toStdString());
        const QString file = saved(folder, QStringLiteral("%1.pdf").arg(files.size()), sheet);
        const QString extracted = judges::pdfText(file, {QStringLiteral("-raw")});
        CHECK(extracted.count(u'\f') == 1);
        const QString text = withoutBlanks(extracted);
        QStringList said = {sheet.unit, sheet.noticeNumber, sheet.noticeTitle, sheet.remark, sheet.sm3, sheet.sha256,
            sheet.logDigest, QStringLiteral("序号%1").arg(sheet.logEntry), QStringLiteral("审核人签名"),
            QStringLiteral("批准人签名"),
            QStringLiteral("共%1条，已解决%2条，未解决%3条")
                .arg(sheet.comments)
                .arg(sheet.resolvedComments)
                .arg(sheet.openComments)};
        for (const SheetForm &form : sheet.forms)
            said << form.mark << form.title << QString::number(form.pages);
        for (const SheetPerson &person : {sheet.filler, sheet.reviewer, sheet.approver})
            said << person.name << person.office << person.post;
        for (const QString &words : std::as_const(said)) {
            INFO(words.toStdString());
            CHECK(text.contains(withoutBlanks(words)));
        }
        files << file;
    }
    CHECK(judges::preflightFaults(files) == QStringList());
    CHECK(withoutBlanks(judges::pdfText(files.constFirst())).contains(u"2023年3月29日14:05"));
}

TEST_CASE("Digests stand in short groups", "[sheet]")
{
    const QTemporaryDir folder;
    const QString text = judges::pdfText(saved(folder, QStringLiteral("sheet.pdf"), test::ordinarySheet()));
    CHECK(text.contains(u"66c7 f0f4 62ee edd9 d1f2 d46b dc10 e4e2"));
    CHECK(text.contains(u"4167 c487 5cf2 f7a2 297d a02b 8f4b a8e0"));
}

TEST_CASE("The sheet leaves room for hands and a stamp", "[sheet]")
{
    Fonts fonts;
    for (const ApprovalSheet &sheet : {test::ordinarySheet(), test::crowdedSheet()}) {
        const Pages pages = laidOut(sheet, fonts);
        REQUIRE(pages.pages.size() == 1);
        const QList<CellArea> &cells = pages.pages.constFirst().cells;
        const double height = cells.constLast().box.height() * 25.4 / 72;
        CHECK(height > (sheet.forms.size() > 2 ? 15 : 42));
        CHECK(cells.constLast().box.width() * 25.4 / 72 > 70);
    }
}

TEST_CASE("The sheet's code is read from the printed page and is 25 mm wide", "[sheet]")
{
    const QTemporaryDir folder;
    for (const ApprovalSheet &sheet : {test::ordinarySheet(), test::crowdedSheet()}) {
        const QString file = saved(folder, QStringLiteral("sheet.pdf"), sheet);
        const QList<QImage> pages = test::renderedPages(file, 200);
        REQUIRE(pages.size() == 1);
        CHECK(test::readQrCode(pages.constFirst()) == sheet.code);
        Fonts fonts;
        const Page page = laidOut(sheet, fonts).pages.constFirst();
        REQUIRE(page.pictures.size() == 1);
        const PlacedPicture &code = page.pictures.constFirst();
        CHECK(code.box.width() * darkShare(code.image) * 25.4 / 72 >= 25);
        CHECK(std::any_of(
            page.cells.begin(), page.cells.end(), [&](const CellArea &cell) { return cell.box.contains(code.box); }));
    }
    ApprovalSheet plain = test::ordinarySheet();
    plain.code.clear();
    Fonts fonts;
    CHECK(laidOut(plain, fonts).pages.constFirst().pictures.isEmpty());
}

TEST_CASE("A code holds up to 2,331 bytes and no more", "[sheet]")
{
    for (const int length : {1, 150, 700, 2331}) {
        const QString text = QString(length, u'a');
        const Result<Picture> code = qrCode(text);
        REQUIRE(code);
        CHECK(test::readQrCode(code->image) == text);
        CHECK(code->size.width() * darkShare(code->image) >= 25 - 1e-6);
        CHECK(code->size.width() * darkShare(code->image) <= 36 + 1e-6);
    }
    for (const int length : {0, 2332}) {
        const Result<Picture> code = qrCode(QString(length, u'a'));
        REQUIRE_FALSE(code);
        CHECK(code.error().code == ErrorCode::RenderFailed);
    }
    ApprovalSheet sheet = test::ordinarySheet();
    sheet.code = QString(3000, u'a');
    CHECK_FALSE(composeApprovalSheet(sheet));
}

} // namespace approvalsheet_test
