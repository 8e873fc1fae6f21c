// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "exchange/document/documentcheck.h"

#include <catch2/catch.hpp>

namespace documentcheck_test {

using namespace zhibao;

namespace {

const QString form = QStringLiteral("form");

ExpectedPiece body(const QString &text, const QString &field)
{
    return {text, {form, field}};
}

ExpectedPiece cell(const QString &text, int row, int column)
{
    return {text, {form, QString(QChar(u'a' + column)), row}, row + 1, column};
}

// A title, a table of two columns with a header and three rows, and a line below.
QList<ExpectedPiece> pieces()
{
    QList<ExpectedPiece> pieces{body(QStringLiteral("学习宣传情况表"), QStringLiteral("title")), body({}, {})};
    pieces.append({QStringLiteral("文件"), {}, 0, 0, 1, true});
    pieces.append({QStringLiteral("进展"), {}, 0, 1, 1, true});
    const QStringList texts{QStringLiteral("甲文件的名称很长"), QStringLiteral("已经印发"), QStringLiteral("无"),
        QString(), QStringLiteral("无"), QStringLiteral("正在征求\n意见")};
    for (int i = 0; i < texts.size(); ++i)
        pieces.append(cell(texts[i], i / 2, i % 2));
    pieces.append(body(QStringLiteral("联系人：张三"), QStringLiteral("contact")));
    return pieces;
}

// Words as a PDF has them, each 10 points high and its letters 10 wide.
class Pages {
public:
    Pages &word(const QString &text, double left, double top)
    {
        m_text.words.append({text, m_page, left, top, left + 10.0 * static_cast<double>(text.size()), top + 10});
        return *this;
    }
    Pages &header(double top) { return word(QStringLiteral("文件"), 120, top).word(QStringLiteral("进展"), 220, top); }
    Pages &nextPage()
    {
        word(QStringLiteral("—"), 150, 780)
            .word(QString::number(++m_page), 165, 780)
            .word(QStringLiteral("—"), 180, 780);
        m_text.words.last().page = m_text.words[m_text.words.size() - 2].page
            = m_text.words[m_text.words.size() - 3].page = m_page - 1;
        return *this;
    }
    DocumentText text()
    {
        m_text.kind = DocumentKind::Pdf;
        return m_text;
    }

private:
    DocumentText m_text;
    int m_page = 0;
};

// The pieces on two pages, the first row cut between them: its cells' parts, then the other parts on the next page.
DocumentText cutPages(const QString &mark = {}, const QString &last = QStringLiteral("无"))
{
    Pages pages;
    if (!mark.isEmpty())
        pages.word(mark, 150, 20);
    pages.word(QStringLiteral("学习宣传"), 150, 100).word(QStringLiteral("情况表"), 150, 115).header(150);
    pages.word(QStringLiteral("甲文件"), 100, 170).word(QStringLiteral("的名称"), 100, 185);
    pages.word(QStringLiteral("已经"), 200, 170).nextPage().header(100);
    pages.word(QStringLiteral("很长"), 100, 120).word(QStringLiteral("印发"), 200, 120);
    pages.word(QStringLiteral("无"), 100, 140);
    if (!last.isEmpty())
        pages.word(last, 100, 160);
    pages.word(QStringLiteral("正在"), 200, 160).word(QStringLiteral("征求"), 230, 160);
    pages.word(QStringLiteral("意见"), 200, 175).word(QStringLiteral("联系人："), 80, 200);
    pages.word(QStringLiteral("张三"), 130, 200).nextPage();
    return pages.text();
}

DocumentText docx(const QList<ExpectedPiece> &said)
{
    DocumentText text;
    text.kind = DocumentKind::Docx;
    for (const ExpectedPiece &piece : said) {
        for (const QString &paragraph : piece.text.split(u'\n'))
            text.paragraphs.append({paragraph, piece.row < 0 ? -1 : 0, piece.row, piece.column});
    }
    return text;
}

} // namespace

TEST_CASE("Pages that cut lines, rows and cells say what was written")
{
    CHECK(compareDocumentText(pieces(), cutPages()).isEmpty());
    CHECK(compareDocumentText(pieces(), docx(pieces())).isEmpty());
    CHECK(compareDocumentText({}, cutPages()).isEmpty());
}

TEST_CASE("A mark at a page's edge is no content, other text there is")
{
    CHECK(compareDocumentText(pieces(), cutPages(QStringLiteral("草稿")), {QStringLiteral("草稿")}).isEmpty());
    CHECK_FALSE(compareDocumentText(pieces(), cutPages(QStringLiteral("草稿"))).isEmpty());
}

TEST_CASE("Of the numbers that stand alone at a page's edge one is the page's")
{
    // Two pages: the first begins and ends with a number that was written.
    const QList<ExpectedPiece> said{body(QStringLiteral("1500"), QStringLiteral("first")),
        body(QStringLiteral("共计完成培训人数"), QStringLiteral("opening")),
        body(QStringLiteral("1200"), QStringLiteral("closing")), body(QStringLiteral("完"), QStringLiteral("end"))};
    const auto printed = [](const QString &first, const QString &last) {
        Pages pages;
        pages.word(first, 80, 100).word(QStringLiteral("共计完成培训人数"), 80, 120);
        pages.word(last, 80, 140).nextPage().word(QStringLiteral("完"), 80, 100).nextPage();
        return pages.text();
    };
    CHECK(compareDocumentText(said, printed(QStringLiteral("1500"), QStringLiteral("1200"))).isEmpty());
    const QList<DocumentDifference> changed
        = compareDocumentText(said, printed(QStringLiteral("1500"), QStringLiteral("9200")));
    REQUIRE(changed.size() == 1);
    CHECK(changed.first().place.field == QStringLiteral("closing"));
    CHECK_FALSE(compareDocumentText(said, printed(QStringLiteral("9500"), QStringLiteral("1200"))).isEmpty());
}

TEST_CASE("Each changed character of a PDF is found at its place")
{
    const DocumentText found = cutPages();
    int changes = 0;
    for (qsizetype i = 0; i < pieces().size(); ++i) {
        for (qsizetype at = 0; at < pieces()[i].text.size(); ++at) {
            QList<ExpectedPiece> approved = pieces();
            if (approved[i].header || approved[i].text[at].isSpace())
                continue;
            approved[i].text[at] = u'改';
            const QList<DocumentDifference> differences = compareDocumentText(approved, found);
            CAPTURE(approved[i].text.toStdString());
            REQUIRE(differences.size() == 1);
            CHECK(differences[0].piece == i);
            CHECK(differences[0].place == approved[i].place);
            CHECK(differences[0].removed == QStringLiteral("改"));
            CHECK(differences[0].added == QString(pieces()[i].text[at]));
            ++changes;
        }
    }
    CHECK(changes > 30);
}

TEST_CASE("Of equal cells the one that is gone is told by its row")
{
    const QList<DocumentDifference> differences = compareDocumentText(pieces(), cutPages({}, {}));
    REQUIRE(differences.size() == 1);
    CHECK(differences[0].place == Place{form, QStringLiteral("a"), 2});
    CHECK(differences[0].removed == QStringLiteral("无"));
    CHECK(differences[0].added.isEmpty());
}

TEST_CASE("White space typed into a DOCX, and a cell filled, emptied or put in between, are found")
{
    QList<ExpectedPiece> said = pieces();
    const auto onlyDifference = [&] {
        const QList<DocumentDifference> differences = compareDocumentText(pieces(), docx(said));
        REQUIRE(differences.size() == 1);
        return differences[0];
    };
    said[4].text.insert(3, u'　');
    CHECK(onlyDifference().place == said[4].place);
    CHECK(onlyDifference().added == QStringLiteral("　"));
    CHECK(onlyDifference().found == QStringLiteral("甲文件　的名称很长"));
    said = pieces();
    said[7].text = QStringLiteral("已办");
    CHECK(onlyDifference().place == said[7].place);
    said = pieces();
    said[5].text.clear();
    CHECK(onlyDifference().removed == QStringLiteral("已经印发"));
    said = pieces();
    said.insert(1, body(QStringLiteral("另加一段"), {}));
    CHECK(onlyDifference().piece == 0);
    CHECK(onlyDifference().added.contains(QStringLiteral("另加一段")));
    said = pieces();
    said.removeLast();
    CHECK(onlyDifference().place == pieces().constLast().place);
}

} // namespace documentcheck_test
