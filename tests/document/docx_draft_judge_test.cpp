// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/archive.h"
#include "core/data.h"
#include "document/compose/compose.h"
#include "document/compose/seal.h"
#include "document/exportedfiles.h"
#include "document/printedtext.h"
#include "document/renderedpage.h"
#include "generate/reports.h"
#include "judges_docx.h"

#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace docx_draft_judge_test {

using namespace zhibao;

namespace {

const QString mark = QStringLiteral("送审稿");
constexpr int resolution = 150;

QList<Document> reportDocuments()
{
    const Notice notice = test::shippedNotice();
    Report report = generateReport(notice, 3);
    report.unit = QStringLiteral("新疆生产建设兵团市场监督管理局");
    QList<Document> documents;
    for (const Form &form : notice.forms)
        documents << compose(report, notice, form.id);
    return documents;
}

QString words(const QList<judges::Word> &all)
{
    QString text;
    for (const judges::Word &word : all)
        text += test::withoutSpaces(word.text);
    return text;
}

} // namespace

TEST_CASE("LibreOffice shows a seal where our PDF does, and the validator finds it sound", "[seal]")
{
    const QTemporaryDir folder;
    const Notice notice = test::shippedNotice();
    QStringList files;
    QStringList own;
    for (const QString &unit : {QStringLiteral("市监局"), QStringLiteral("新疆生产建设兵团市场监督管理局")}) {
        Report report = newReport(notice, unit);
        report.forms[QStringLiteral("annex2")].fields[field::date] = QStringLiteral("2023-12-20");
        for (const Form &form : notice.forms) {
            const Result<Document> sealed
                = withSeal(compose(report, notice, form.id), notice, form.id, {test::sealPicture(), 42});
            REQUIRE(sealed);
            const QString path = folder.filePath(QString::number(files.size()));
            files << test::writeDocxFile(*sealed, path + QStringLiteral(".docx"));
            const QByteArray docx = test::fileBytes(files.constLast());
            const auto body = zipPart(docx, QStringLiteral("word/document.xml"), 1 << 24);
            REQUIRE(body);
            CHECK(body->count("behindDoc=\"1\"") == 1);
            CHECK(body->contains(QStringLiteral("descr=\"印章图样\"").toUtf8()));
            Fonts fonts;
            own << test::writePdfFile(test::laidOut(*sealed, fonts), fonts, path + QStringLiteral("-own.pdf"));
        }
    }
    for (const char *office : {"Office2007", "Microsoft365"})
        CHECK(judges::docxFaults(files, QString::fromLatin1(office)).join(u'\n').toStdString() == "");
    const QStringList theirs = judges::libreOfficePdfs(files, folder.path());
    for (qsizetype index = 0; index < files.size(); ++index) {
        INFO(files.at(index).toStdString());
        REQUIRE(!theirs.at(index).isEmpty());
        const QList<QImage> pages = test::renderedPages(theirs.at(index), resolution);
        REQUIRE(pages.size() == 1);
        const QRectF there = test::redBox(pages.constFirst(), resolution);
        const QRectF here = test::redBox(test::renderedPages(own.at(index), resolution).constFirst(), resolution);
        CHECK(there.width() == Approx(42).margin(0.5));
        CHECK(there.height() == Approx(42).margin(0.5));
        CHECK(there.center().x() == Approx(here.center().x()).margin(2));
        CHECK(there.center().y() == Approx(here.center().y()).margin(2));
        CHECK(words(judges::pdfWords(theirs.at(index))) == words(judges::pdfWords(own.at(index))));
    }
}

TEST_CASE("LibreOffice shows the mark in the margin of every page and leaves the text where it is", "[mark]")
{
    const QTemporaryDir folder;
    const QList<Document> documents = reportDocuments();
    QStringList plain;
    QStringList marked;
    for (const Document &document : documents) {
        const QString path = folder.filePath(QString::number(plain.size()));
        Document draft = document;
        draft.marginMark = mark;
        plain << test::writeDocxFile(document, path + QStringLiteral("-plain.docx"));
        marked << test::writeDocxFile(draft, path + QStringLiteral("-marked.docx"));
    }
    for (const char *office : {"Office2007", "Microsoft365"})
        CHECK(judges::docxFaults(marked, QString::fromLatin1(office)).join(u'\n').toStdString() == "");
    const QStringList pdfs = judges::libreOfficePdfs(plain + marked, folder.path());
    for (qsizetype index = 0; index < documents.size(); ++index) {
        REQUIRE(!pdfs.at(index).isEmpty());
        const QList<judges::Word> without = judges::pdfWords(pdfs.at(index));
        QList<judges::Word> with = judges::pdfWords(pdfs.at(documents.size() + index));
        const PageStyle style = pageStyle(documents.at(index).orientation);
        int marks = 0;
        const auto isMark = [&](const judges::Word &word) {
            return word.text == mark && word.box.bottom() < style.top / 20.0
                && std::abs(word.box.right() - (style.width - style.right) / 20.0) < 6;
        };
        for (const judges::Word &word : std::as_const(with))
            marks += isMark(word) ? 1 : 0;
        CHECK(marks == without.constLast().page + 1);
        with.removeIf(isMark);
        REQUIRE(with.size() == without.size());
        for (qsizetype word = 0; word < with.size(); ++word) {
            REQUIRE(with.at(word).text == without.at(word).text);
            REQUIRE(with.at(word).page == without.at(word).page);
            REQUIRE(std::abs(with.at(word).box.left() - without.at(word).box.left()) < 0.1);
            REQUIRE(std::abs(with.at(word).box.top() - without.at(word).box.top()) < 0.1);
        }
    }
}

} // namespace docx_draft_judge_test
