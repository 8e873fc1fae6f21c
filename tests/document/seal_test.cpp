// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "document/compose/compose.h"
#include "document/compose/seal.h"
#include "document/exportedfiles.h"
#include "document/layouttext.h"
#include "document/renderedpage.h"
#include "judges_docx.h"
#include "judges_pdf.h"

#include <QColorSpace>
#include <QFile>
#include <QTemporaryDir>
#include <qpdf/QPDF.hh>

#include <catch2/catch.hpp>

namespace seal_test {

using namespace zhibao;

namespace {

constexpr int resolution = 200;
constexpr double perPoint = 25.4 / 72; // mm
constexpr double linePitch = 579 / 20.0 * perPoint;
constexpr double textDrop = 3; // mm: how far the name stands below the seal's centre

const QStringList units = {QStringLiteral("市监局"), QStringLiteral("贵州省市场监督管理局"),
    QStringLiteral("新疆生产建设兵团市场监督管理局"),
    QStringLiteral("某某省某某市高新技术产业开发区质量强市建设领导小组")};

Report reportOf(const Notice &notice, const QString &unit)
{
    Report report = newReport(notice, unit);
    report.forms[QStringLiteral("annex2")].fields[field::date] = QStringLiteral("2023-12-20");
    return report;
}

// A page with a seal, and the rule for where it must lie.
struct SealedPage {
    QString unit;
    double width = 0; // mm
    double middle = 0; // of the name, or of name and date, from the page's top; mm
    double textBottom = 0; // of what stands above the seal; mm
};

const Line &lineWith(const Page &page, const QString &text)
{
    const auto found = std::find_if(
        page.lines.begin(), page.lines.end(), [&](const Line &line) { return test::textOf(line).endsWith(text); });
    REQUIRE(found != page.lines.end());
    return *found;
}

// The documents of all units and widths one after the other in one PDF.
Pages sealedPages(const Notice &notice, const QString &form, Fonts &fonts, QList<SealedPage> &rules)
{
    Pages all;
    for (const QString &unit : units) {
        for (const double width : {38.0, 42.0, 45.0}) {
            const Document document = compose(reportOf(notice, unit), notice, form);
            const Result<Document> sealed = withSeal(document, notice, form, {test::sealPicture(), width});
            REQUIRE(sealed);
            const Pages pages = test::laidOut(*sealed, fonts);
            REQUIRE(pages.pages.size() == 1);
            const Page &page = pages.pages.constFirst();
            const QRectF name = lineWith(page, unit).box;
            const bool outline = notice.form(form)->outline() != nullptr;
            const QRectF last = outline ? lineWith(page, QStringLiteral("2023年12月20日")).box : name;
            rules << SealedPage{
                unit, width, (name.top() + last.bottom()) / 2 * perPoint, name.top() * perPoint - 2 * linePitch};
            all.pages += pages.pages;
        }
    }
    all.title = QStringLiteral("印章");
    return all;
}

// Across the page, as pdftotext finds it; mm.
double centreOfName(const QList<judges::Word> &words, int page, const QString &unit)
{
    double centre = -1;
    for (const judges::Word &word : words) {
        if (word.page != page || !word.text.endsWith(unit))
            continue;
        // A label may stand before the name, in letters as wide as its own.
        const double share = double(unit.size()) / double(word.text.size());
        centre = (word.box.right() - word.box.width() * share / 2) * perPoint;
    }
    return centre;
}

} // namespace

TEST_CASE("A seal lies over the unit's name in true size, where GB/T 9704 puts it", "[seal]")
{
    const Notice notice = test::shippedNotice();
    const QString form = GENERATE(QStringLiteral("annex1"), QStringLiteral("annex2"));
    CAPTURE(form);
    const QTemporaryDir folder;
    Fonts fonts;
    QList<SealedPage> rules;
    const Pages pages = sealedPages(notice, form, fonts, rules);
    const QString file = test::writePdfFile(pages, fonts, folder.filePath(form + QStringLiteral(".pdf")));
    const QList<QImage> images = test::renderedPages(file, resolution);
    const QList<judges::Word> words = judges::pdfWords(file);
    REQUIRE(images.size() == rules.size());
    for (int index = 0; index < rules.size(); ++index) {
        const SealedPage &rule = rules.at(index);
        INFO(rule.unit.toStdString() << " " << rule.width);
        const QRectF seal = test::redBox(images.at(index), resolution);
        CHECK(seal.width() == Approx(rule.width).margin(0.5));
        CHECK(seal.height() == Approx(rule.width).margin(0.5));
        CHECK(seal.center().x() == Approx(centreOfName(words, index, rule.unit)).margin(0.5));
        CHECK(seal.center().y() == Approx(rule.middle - textDrop).margin(0.5));
        if (form == u"annex2") {
            CHECK(seal.top() > rule.textBottom);
            CHECK(seal.top() < rule.textBottom + linePitch);
        }
        const QSizeF paper = QSizeF(images.at(index).size()) * 25.4 / resolution;
        CHECK(QRectF(QPointF(), paper).contains(seal));
    }
    CHECK(judges::preflightFaults({file}) == QStringList());
    CHECK(judges::qpdfFaults(file) == QString());
}

TEST_CASE("The text over a seal is drawn after it and read as without it", "[seal]")
{
    const Notice notice = test::shippedNotice();
    const QTemporaryDir folder;
    Fonts fonts;
    for (const Form &form : notice.forms) {
        const Document document = compose(reportOf(notice, units.at(1)), notice, form.id);
        const Result<Document> sealed = withSeal(document, notice, form.id, {test::sealPicture(), 42});
        REQUIRE(sealed);
        const Pages plainPages = test::laidOut(document, fonts);
        const Pages sealedPages = test::laidOut(*sealed, fonts);
        const QString plain = test::writePdfFile(plainPages, fonts, folder.filePath(QStringLiteral("plain.pdf")));
        const QString file = test::writePdfFile(sealedPages, fonts, folder.filePath(QStringLiteral("sealed.pdf")));
        CHECK(judges::pdfText(plain) == judges::pdfText(file));

        QPDF pdf;
        pdf.processFile(QFile::encodeName(file).constData());
        QPDFObjectHandle page = pdf.getAllPages().at(0);
        const auto content = page.getKey("/Contents").getStreamData();
        const QByteArray stream(reinterpret_cast<const char *>(content->getBuffer()), qsizetype(content->getSize()));
        CHECK(stream.indexOf("/P0 Do") >= 0);
        if (form.table())
            CHECK(stream.indexOf("/P0 Do") < stream.indexOf(" l S"));
        CHECK(stream.indexOf("/P0 Do") < stream.indexOf("BT"));
        CHECK(stream.count(" Do") == 1);
    }
}

TEST_CASE("A small seal still begins within one line of the text", "[seal]")
{
    const Notice notice = test::shippedNotice();
    const QString form = QStringLiteral("annex2");
    Fonts fonts;
    const Document document = compose(reportOf(notice, units.at(1)), notice, form);
    const Result<Document> sealed = withSeal(document, notice, form, {test::sealPicture(), 25});
    REQUIRE(sealed);
    const Pages pages = test::laidOut(*sealed, fonts);
    const Page &page = pages.pages.constFirst();
    REQUIRE(page.pictures.size() == 1);
    const double name = lineWith(page, units.at(1)).box.top() * perPoint;
    CHECK(page.pictures.constFirst().box.top() * perPoint == Approx(name - linePitch).margin(0.05));
}

TEST_CASE("Wherever the text ends, the seal lies wholly on the page of the name, clear of the text", "[seal]")
{
    const Notice notice = test::shippedNotice();
    const QString form = QStringLiteral("annex2");
    Fonts fonts;
    for (int lines = 1; lines <= 24; ++lines) { // a page has 22
        CAPTURE(lines);
        Report report = reportOf(notice, units.at(1));
        const QString closing = QStringLiteral("甲乙丙丁戊己庚").repeated(4 * lines).chopped(4);
        report.forms[form].fields[field::closing] = closing;
        const Result<Document> sealed
            = withSeal(compose(report, notice, form), notice, form, {test::sealPicture(100), widestSeal});
        REQUIRE(sealed);
        const Pages pages = test::laidOut(*sealed, fonts);
        for (const Page &page : pages.pages)
            CHECK(page.pictures.size() == (&page == &pages.pages.constLast() ? 1 : 0));
        const Page &last = pages.pages.constLast();
        const QRectF seal = last.pictures.constFirst().box;
        CHECK(QRectF(QPointF(), last.size).contains(seal));
        const Line &text = lineWith(last, closing.right(2));
        CHECK(seal.top() >= text.box.bottom());
        CHECK(seal.top() <= text.box.bottom() + text.box.height());
    }
}

TEST_CASE("A seal that would leave the page is moved onto it", "[seal]")
{
    Document document;
    Paragraph paragraph;
    paragraph.role = Role::AnnexMark;
    paragraph.spans = {{QStringLiteral("局"), Role::AnnexMark}};
    paragraph.imprint = {{test::sealPicture(), {45, 45}, {}}, 0, 0, 5};
    document.blocks = {paragraph};
    Fonts fonts;
    const Pages pages = test::laidOut(document, fonts);
    const Page &page = pages.pages.constFirst();
    CHECK(page.pictures.constFirst().box.top() == 0);
    CHECK(QRectF(QPointF(), page.size).contains(page.pictures.constFirst().box));
}

TEST_CASE("The largest seal on a table form is clear of the title above it", "[seal]")
{
    const Notice notice = test::shippedNotice();
    const QString form = QStringLiteral("annex1");
    Fonts fonts;
    for (const QString &unit : units) {
        const Document document = compose(reportOf(notice, unit), notice, form);
        const Result<Document> sealed = withSeal(document, notice, form, {test::sealPicture(100), widestSeal});
        REQUIRE(sealed);
        const Page page = test::laidOut(*sealed, fonts).pages.constFirst();
        const Line &title = lineWith(page, QStringLiteral("情况表"));
        CHECK(page.pictures.constFirst().box.top() >= title.box.bottom());
    }
}

TEST_CASE("A seal lies over the middle of a name of several lines and of the date", "[seal]")
{
    const Notice notice = test::shippedNotice();
    const QString form = QStringLiteral("annex2");
    const QString unit = QStringLiteral("新疆生产建设兵团第十三师新星市红星经济技术开发区市场监督管理局（知识产权局）");
    Fonts fonts;
    const Result<Document> sealed
        = withSeal(compose(reportOf(notice, unit), notice, form), notice, form, {test::sealPicture(100), 42});
    REQUIRE(sealed);
    const Page page = test::laidOut(*sealed, fonts).pages.constFirst();
    REQUIRE(page.pictures.size() == 1);
    const QRectF seal = page.pictures.constFirst().box;
    const Line &date = lineWith(page, QStringLiteral("2023年12月20日"));
    const qsizetype last = &date - page.lines.constData();
    for (const Line &line : page.lines.mid(last - 2, 3)) {
        INFO(test::textOf(line).toStdString());
        CHECK(line.box.center().x() == Approx(seal.center().x()).margin(2)); // 0.7 mm
        CHECK(seal.contains(line.box.center()));
    }
    CHECK(test::textOf(page.lines.at(last - 2)) + test::textOf(page.lines.at(last - 1)) == unit);
}

TEST_CASE("The paper around a seal is no part of its size", "[seal]")
{
    const QImage seal = test::sealPicture(400);
    QImage onGlass(700, 650, QImage::Format_ARGB32);
    onGlass.fill(Qt::transparent);
    QImage scanned(700, 650, QImage::Format_RGB32);
    scanned.fill(qRgb(248, 244, 232));
    for (int speck = 20; speck < 600; speck += 97)
        scanned.setPixel(speck, 600 - speck, qRgb(90, 90, 90));
    for (QImage *picture : {&onGlass, &scanned}) {
        for (int y = 0; y < seal.height(); ++y) {
            for (int x = 0; x < seal.width(); ++x) {
                if (qAlpha(seal.pixel(x, y)) > 0)
                    picture->setPixel(x + 250, y + 130, seal.pixel(x, y));
            }
        }
        const QImage trimmed = trimmedSeal(*picture);
        CHECK(trimmed.width() == Approx(400).margin(4)); // 0.4 mm of 42
        CHECK(trimmed.height() == Approx(400).margin(4));
        CHECK(trimmed.pixelColor(trimmed.rect().center()) == QColor(215, 20, 24));
    }
    CHECK(trimmedSeal(seal).size() == seal.size());
    QImage paper(300, 300, QImage::Format_RGB32);
    paper.fill(qRgb(240, 240, 235));
    CHECK(trimmedSeal(paper).isNull());
    CHECK(trimmedSeal({}).isNull());
}

TEST_CASE("A seal in other colours than those of the screen keeps the ink's colour", "[seal]")
{
    QImage wide(60, 60, QImage::Format_RGB32);
    wide.fill(QColor(Qt::red));
    wide.setColorSpace(QColorSpace(QColorSpace::SRgb));
    wide.convertToColorSpace(QColorSpace(QColorSpace::ProPhotoRgb));
    const QColor colour = trimmedSeal(wide).pixelColor(30, 30);
    CHECK(colour.red() > 250);
    CHECK(colour.green() < 8);
    CHECK(colour.blue() < 8);
}

TEST_CASE("What is no seal is refused", "[seal]")
{
    const Notice notice = test::shippedNotice();
    const QString form = QStringLiteral("annex2");
    const Document document = compose(reportOf(notice, units.at(1)), notice, form);
    const auto refusal = [&](const Document &of, const QString &at, const Seal &seal) {
        const Result<Document> sealed = withSeal(of, notice, at, seal);
        REQUIRE_FALSE(sealed);
        return sealed.error();
    };
    CHECK(refusal(document, form, {QImage(), 42}).code == ErrorCode::PictureUnreadable);
    CHECK(refusal(document, form, {test::sealPicture(), 45.1}).code == ErrorCode::SealTooLarge);
    CHECK(refusal(document, form, {test::sealPicture(), 0}).code == ErrorCode::SealTooLarge);
    const QImage upright = test::sealPicture().scaled(300, 600);
    CHECK(refusal(document, form, {upright, 30})
        == Error{ErrorCode::SealTooLarge, {QStringLiteral("60"), QStringLiteral("45")}});
    CHECK(refusal(document, QStringLiteral("annex9"), {test::sealPicture(), 42}).code == ErrorCode::PlaceUnknown);
    for (const Form &each : notice.forms) {
        const Document nameless = compose(reportOf(notice, {}), notice, each.id);
        CHECK(refusal(nameless, each.id, {test::sealPicture(), 42}) == Error{ErrorCode::PlaceUnknown, {each.id}});
    }
    CHECK(withSeal(document, notice, form, {test::sealPicture(), widestSeal}));
}

} // namespace seal_test
