// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/intake/filledreader.h"
#include "exchange/intake/filledtold.h"
#include "exchange/word/docxmade.h"

#include <catch2/catch.hpp>

using namespace zhibao;
using namespace zhibao::test;

namespace docxreader_test {

namespace {

using Code = FilledNoteCode;
using Why = LeftOutReason;

FilledFile readMade(const MadeDocx &docx)
{
    const Result<FilledFile> file = readFilledFile(docx.bytes(), QStringLiteral("报表.docx"));
    REQUIRE(file);
    CHECK(file->kind == FilledKind::Docx);
    return *file;
}

FilledFile readBody(const QByteArray &body)
{
    MadeDocx docx;
    docx.body = body;
    return readMade(docx);
}

QStringList paragraphs(const FilledFile &file)
{
    QStringList texts;
    for (const FilledParagraph &paragraph : file.paragraphs)
        texts.append(paragraph.text);
    return texts;
}

QString fieldText(const QByteArray &result)
{
    const auto mark = [](const QByteArray &type) { return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>"; };
    return QString::fromUtf8(
        mark("begin") + "<w:r><w:instrText> PAGE </w:instrText></w:r>" + mark("separate") + run(result) + mark("end"));
}

const QByteArray start = "<w:vMerge w:val=\"restart\"/>";
const QByteArray onward = "<w:vMerge/>";

} // namespace

TEST_CASE("A table of a DOCX is read with its merged cells, each text once")
{
    const FilledFile file = readBody(par(run("前"))
        + tableOf(rowOf(cellOf("标题", "<w:gridSpan w:val=\"3\"/>"))
            + rowOf(cellOf("序号") + cellOf("文件") + cellOf("进展"))
            + rowOf(cellOf("1", start) + cellOf("甲") + cellOf("一"))
            + rowOf(cellOf("", onward) + cellOf("乙") + cellOf("二"))
            + rowOf(cellOf("没有了", onward) + cellOf("丙") + cellOf("三")))
        + par(run("后")));
    CHECK(told(file).mid(0, 14)
        == QStringList{QStringLiteral("kind 0"), QStringLiteral("para -1 前"), QStringLiteral("para -1 后"),
            QStringLiteral("table  5x3"), QStringLiteral("0,0+1x3 标题"), QStringLiteral("1,0 序号"),
            QStringLiteral("1,1 文件"), QStringLiteral("1,2 进展"), QStringLiteral("2,0+3x1 1"),
            QStringLiteral("2,1 甲"), QStringLiteral("2,2 一"), QStringLiteral("3,1 乙"), QStringLiteral("3,2 二"),
            QStringLiteral("4,1 丙")});
    CHECK(leftOut(file, Why::Covered) == QStringList{QStringLiteral("没有了")});
    CHECK(file.paragraphs[0].order == 0);
    CHECK(file.tables[0].order == 1);
    CHECK(file.paragraphs[1].order == 2);
}

TEST_CASE("Cells stand by the columns of the grid, and one that goes on with nothing is a cell of its own")
{
    const FilledFile file = readBody(tableOf(rowOf(cellOf("甲") + cellOf("乙") + cellOf("丙"))
        + rowOf(cellOf("二"), "<w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/>")
        + rowOf(cellOf("孤", onward) + cellOf("宽", "<w:gridSpan w:val=\"2\"/>"))
        + rowOf(cellOf("末", "<w:gridSpan w:val=\"2147483647\"/>") + cellOf("外"))));
    CHECK(grid(file.tables[0])
        == QList<QStringList>{{QStringLiteral("甲"), QStringLiteral("乙"), QStringLiteral("丙"), QString()},
            {QString(), QStringLiteral("二"), QString(), QString()},
            {QStringLiteral("孤"), QStringLiteral("宽"), QString(), QString()},
            {QStringLiteral("末"), QString(), QString(), QStringLiteral("外")}});
    CHECK(noted(file, Code::OrphanedCells) == 1);
}

TEST_CASE("Changes that were tracked are read as if accepted, and what they took away is told")
{
    const QByteArray deletedEnd = "<w:rPr><w:del w:id=\"1\"/></w:rPr>";
    const FilledFile file = readBody(
        par(run("留") + "<w:ins>" + run("增") + "</w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>")
        + par(run("上"), deletedEnd) + par(run("下")) + "<w:moveFrom><w:p><w:r><w:t>移走</w:t></w:r></w:p></w:moveFrom>"
        + tableOf(rowOf(cellOf("甲")) + rowOf(cellOf("旧"), "<w:del w:id=\"2\"/>")
            + rowOf(cellOf("乙"), "<w:ins w:id=\"3\"/>")));
    CHECK(paragraphs(file) == QStringList{QStringLiteral("留增"), QStringLiteral("上下")});
    CHECK(grid(file.tables[0]) == QList<QStringList>{{QStringLiteral("甲")}, {QStringLiteral("乙")}});
    CHECK(
        leftOut(file, Why::Deleted) == QStringList{QStringLiteral("删"), QStringLiteral("移走"), QStringLiteral("旧")});
    CHECK(noted(file, Code::RowsDeleted) == 1);
    CHECK(noted(file, Code::ChangesAccepted) == 5);
}

TEST_CASE("Automatic numbers are put into the texts, but make none where there is none")
{
    MadeDocx docx;
    docx.numbering = "<w:abstractNum w:abstractNumId=\"7\">"
                     "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>"
                     "<w:lvlText w:val=\"%1、\"/></w:lvl>"
                     "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
                     "<w:lvlText w:val=\"%2\"/></w:lvl></w:abstractNum>"
                     "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
                     "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\">"
                     "<w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";
    docx.styles = "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"heading 2\"/><w:pPr><w:numPr>"
                  "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    const auto numbered = [](const QByteArray &text, const QByteArray &list, const QByteArray &level) {
        return par(text.isEmpty() ? QByteArray() : run(text),
            "<w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>");
    };
    docx.body = numbered("甲", "1", "0") + numbered("2023年", "1", "1") + numbered("乙", "1", "1")
        + par(run("丙"), "<w:pStyle w:val=\"a\"/>") + numbered("丁", "1", "1") + numbered("戊", "2", "0")
        + tableOf(rowOf("<w:tc>" + numbered({}, "2", "0") + "</w:tc>" + cellOf("")));
    const FilledFile file = readMade(docx);
    CHECK(paragraphs(file)
        == QStringList{QStringLiteral("一、甲"), QStringLiteral("1 2023年"), QStringLiteral("2 乙"),
            QStringLiteral("二、丙"), QStringLiteral("1 丁"), QStringLiteral("五、戊")});
    CHECK(file.paragraphs[3].isNumbered);
    CHECK(file.paragraphs[3].outlineLevel == 1);
    CHECK(file.tables[0].rows == 0);
    CHECK(noted(file, Code::AutomaticNumbers) == 6);
}

TEST_CASE("Text boxes are read once, and fields by their result")
{
    const FilledFile file = readBody(
        par("<w:r><mc:AlternateContent xmlns:mc=\"x\"><mc:Choice><w:drawing><wps:txbx xmlns:wps=\"y\"><w:txbxContent>"
            + par(run("框")) + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
            + par(run("框")) + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("外"))
        + par(run("第") + fieldText("3").toUtf8() + run("页"))
        + par("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + run("指令")) + par(run("没有丢")));
    CHECK(paragraphs(file)
        == QStringList{QStringLiteral("外"), QStringLiteral("框"), QStringLiteral("第3页"), QStringLiteral("没有丢")});
    CHECK(file.paragraphs[1].isTextBox);
    CHECK(noted(file, Code::TextBoxes) == 1);
    CHECK(leftOut(file, Why::Instruction) == QStringList{QStringLiteral("指令")});
}

TEST_CASE("Content controls are unwrapped wherever they stand, and their placeholders are no text")
{
    const auto control = [](const QByteArray &content, const QByteArray &properties = {}) {
        return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
    };
    const QByteArray placeholder = "<w:showingPlcHdr/>";
    const FilledFile file = readBody(control(par(control(run("段")) + control(run("单击此处"), placeholder)))
        + tableOf(control(rowOf(control(cellOf("甲")) + cellOf("乙")))
            + rowOf("<w:tc>" + control(par(run("单击")), placeholder) + "</w:tc>" + cellOf("丙"))));
    CHECK(paragraphs(file) == QStringList{QStringLiteral("段")});
    CHECK(grid(file.tables[0])
        == QList<QStringList>{{QStringLiteral("甲"), QStringLiteral("乙")}, {QString(), QStringLiteral("丙")}});
    CHECK(leftOut(file, Why::Placeholder) == QStringList{QStringLiteral("单击此处"), QStringLiteral("单击")});
    CHECK(noted(file, Code::Placeholders) == 2);
}

TEST_CASE("What is hidden, a comment, a footnote or a page header is left out and told")
{
    MadeDocx docx;
    docx.styles = "<w:style w:type=\"character\" w:styleId=\"h\"><w:rPr><w:vanish/></w:rPr></w:style>";
    docx.comments = "<w:comment w:id=\"0\">" + par(run("见批注")) + "</w:comment>";
    docx.footnotes = "<w:footnote>" + par(run("脚注")) + "</w:footnote>";
    docx.header = par(run("页眉"));
    docx.body = par(run("显") + run("隐", "<w:vanish/>") + run("藏", "<w:rStyle w:val=\"h\"/>")
                    + run("现", "<w:vanish w:val=\"0\"/>"))
        + par({}, "<w:rPr><w:vanish/></w:rPr>")
        + tableOf(
            rowOf(cellOf("甲") + "<w:tc>" + par(run("乙") + "<w:r><w:commentReference w:id=\"0\"/></w:r>") + "</w:tc>")
            + rowOf(cellOf("行"), "<w:hidden/>"));
    const FilledFile file = readMade(docx);
    CHECK(paragraphs(file) == QStringList{QStringLiteral("显现")});
    CHECK(leftOut(file, Why::Hidden) == QStringList{QStringLiteral("隐藏"), QStringLiteral("行")});
    CHECK(leftOut(file, Why::Comment) == QStringList{QStringLiteral("见批注")});
    CHECK(leftOut(file, Why::Footnote) == QStringList{QStringLiteral("脚注")});
    CHECK(leftOut(file, Why::PageHeader) == QStringList{QStringLiteral("页眉")});
    const auto isComment = [](const FilledNote &note) { return note.code == Code::Comments; };
    const auto comment = std::find_if(file.notes.cbegin(), file.notes.cend(), isComment);
    REQUIRE(comment != file.notes.cend());
    CHECK(comment->place == FilledPlace{0, 0, 1, -1, {}});
    CHECK(noted(file, Code::HiddenText) == 3);
    CHECK(noted(file, Code::HiddenRows) == 1);
}

TEST_CASE("Paragraphs and line breaks of a cell are kept, blanks around it are not")
{
    const FilledFile file = readBody(tableOf(rowOf("<w:tc>" + par({})
        + par(run("　　首") + "<w:r><w:br/></w:r>" + run("次")) + par({}) + par(run("末")) + par(run("　")) + "</w:tc>"
        + cellOf("　\xC2\xA0") + "<w:tc>" + tableOf(rowOf(cellOf("内") + cellOf("层"))) + par({}) + "</w:tc>")));
    CHECK(grid(file.tables[0])
        == QList<QStringList>{{QStringLiteral("　　首\n次\n\n末"), QString(), QStringLiteral("内\n层")}});
    CHECK(noted(file, Code::NestedTables) == 1);
}

TEST_CASE("Ticks of symbol fonts are mapped, other symbols are told")
{
    const auto symbol = [](const QByteArray &font, const QByteArray &code) {
        return "<w:r><w:sym w:font=\"" + font + "\" w:char=\"" + code + "\"/></w:r>";
    };
    const FilledFile file = readBody(par(symbol("Wingdings 2", "F052") + run("是") + symbol("Wingdings", "F0A8")
        + run("否") + symbol("Wingdings", "F04A")));
    CHECK(paragraphs(file) == QStringList{QStringLiteral("☑是□否\uF04A")});
    CHECK(noted(file, Code::SymbolsMapped) == 2);
    CHECK(toldAs(file, QStringLiteral("note 17 ")) == QStringList{QStringLiteral("x1 Wingdings U+F04A")});
}

TEST_CASE("A DOCX is read whatever prefix its elements have and whatever it is called")
{
    MadeDocx docx;
    docx.prefix = "ns2";
    docx.body = "<ns2:p><ns2:r><ns2:t>腾讯</ns2:t></ns2:r></ns2:p>";
    const Result<FilledFile> file = readFilledFile(docx.bytes(), QStringLiteral("文件.wps"));
    REQUIRE(file);
    CHECK(paragraphs(*file) == QStringList{QStringLiteral("腾讯")});
}

TEST_CASE("Whom a file is of is told by its labels, filled or not")
{
    const FilledFile file = readBody(par(run("填报单位（盖章）：甲市　联 系 人：李某 电话： 填报日期：____"))
        + par(run("单位:      单位性质:公 申报单位：    年  月 日"))
        + tableOf(rowOf(cellOf("序号") + cellOf("联系人") + cellOf("联系电话"))
            + rowOf(cellOf("1") + cellOf("张某") + cellOf("0851")))
        + tableOf(rowOf(cellOf("单位名称") + cellOf("乙县") + cellOf("负责人") + cellOf(""))
            + rowOf(cellOf("审核人：") + cellOf("王某"))));
    CHECK(toldAs(file, QStringLiteral("label "))
        == QStringList{QStringLiteral("填报单位=甲市"), QStringLiteral("联系人=李某"), QStringLiteral("电话="),
            QStringLiteral("填报日期="), QStringLiteral("单位="), QStringLiteral("申报单位="), QStringLiteral("日期="),
            QStringLiteral("单位名称=乙县"), QStringLiteral("负责人="), QStringLiteral("审核人=王某")});
}

TEST_CASE("A file of no bytes, a lock file and a damaged DOCX are told apart")
{
    const auto codeOf = [](const QByteArray &bytes, const QString &path) {
        const Result<FilledFile> file = readFilledFile(bytes, path);
        REQUIRE_FALSE(file);
        CHECK(file.error().arguments.constFirst() == path);
        return file.error().code;
    };
    MadeDocx docx;
    docx.body = par(run("甲"));
    CHECK(codeOf({}, QStringLiteral("空.docx")) == ErrorCode::FileEmpty);
    CHECK(codeOf(QByteArray(162, 'x'), QStringLiteral("某处/~$报表.docx")) == ErrorCode::LockFile);
    CHECK(codeOf(docx.bytes().chopped(40), QStringLiteral("截断.docx")) == ErrorCode::DocumentUnreadable);
    docx.body = QByteArray("<w:sdt>").repeated(300) + QByteArray("</w:sdt>").repeated(300);
    CHECK(readFilledFile(docx.bytes(), QStringLiteral("深.docx")));
    docx.body = QByteArray("<w:x>").repeated(300) + QByteArray("</w:x>").repeated(300);
    CHECK(codeOf(docx.bytes(), QStringLiteral("深.docx")) == ErrorCode::DocumentUnreadable);
}

} // namespace docxreader_test
