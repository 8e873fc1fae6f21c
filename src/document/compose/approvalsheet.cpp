// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/compose/approvalsheet.h"

#include "core/text/dates.h"
#include "document/compose/composeparts.h"
#include "document/compose/qrcode.h"
#include "document/layout/paginate.h"

namespace zhibao {

namespace {

// The table's grid: shares of its width. Labels, then the columns of people (name, office, post, time) and of forms
// (title, pages, characters); one more edge in the middle, between the signatures.
const QList<double> sheetColumnShares = {0.13, 0.16, 0.21, 0.02, 0.20, 0.06, 0.11, 0.11};
constexpr int labelColumn = 0;
constexpr int nameColumn = 1;
constexpr int officeColumn = 2;
constexpr int secondHalf = 3;
constexpr int postColumn = 4;
constexpr int timeColumn = 5;
constexpr int pagesColumn = 6;
constexpr int charactersColumn = 7;
constexpr int lastColumn = 7;

constexpr int groupLength = 4; // characters of a digest that are read at a glance
constexpr int groupsOnLine = 8;

// How much room things get: the first that goes on one page is taken.
struct Room {
    Role value; // the letters of what is filled in
    double rowLines; // least height of a row
    int signatureLines;
    bool blankLine; // under the title
};
const Room rooms[]
    = {{Role::TableValue, 1.8, 9, true}, {Role::TableValue, 1.5, 9, true}, {Role::TableValue, 1.25, 8, true},
        {Role::TableValue, 0, 7, true}, {Role::FineText, 0, 7, true}, {Role::FineText, 0, 6, false},
        {Role::FineText, 0, 4, false}, {Role::TinyText, 0, 5, false}, {Role::TinyText, 0, 3, false}};

// Left free at the page's foot: Word wants a paragraph behind a table, and other programs make rows a little higher.
constexpr double spareHeight = 30; // points

// Without blanks at its ends, "2023年3月31日 14:05".
QString timeWords(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    return officialDate(time.date()) + time.time().toString(QStringLiteral(" HH:mm"));
}

QString countWords(int count)
{
    return count < 0 ? QStringLiteral("—") : QString::number(count);
}

// A digest in lines of short groups, so that two can be compared by eye.
QStringList digestLines(const QString &digest)
{
    QStringList lines;
    for (qsizetype start = 0; start < digest.size(); start += groupLength * groupsOnLine) {
        QStringList groups;
        const QString line = digest.mid(start, groupLength * groupsOnLine);
        for (qsizetype group = 0; group < line.size(); group += groupLength)
            groups << line.mid(group, groupLength);
        lines << groups.join(u' ');
    }
    return lines;
}

// The cells from one column up to and with another.
TableCell cell(int first, int last, Role role, const QStringList &lines)
{
    TableCell result{first, last - first + 1, 1, {}};
    for (const QString &line : lines)
        result.paragraphs << printed(role, line);
    return result;
}

class Sheet {
public:
    Sheet(const ApprovalSheet &sheet, const Room &room)
        : m_sheet(sheet)
        , m_room(room)
    {
        m_table.widths = sheetColumnShares;
    }

    Table table(const std::optional<Picture> &code)
    {
        addLine(QStringLiteral("填报单位"), {m_sheet.unit});
        addLine(QStringLiteral("通　　知"), {m_sheet.noticeNumber, m_sheet.noticeTitle});
        if (!m_sheet.occasion.isEmpty())
            addLine(QStringLiteral("期　　次"), {m_sheet.occasion});
        addForms();
        addPeople();
        addLine(QStringLiteral("审核意见"), {commentWords()});
        addLine(QStringLiteral("备　　注"), {m_sheet.remark});
        addDigests(code);
        addSignatures();
        return m_table;
    }

private:
    void addRow(const QList<TableCell> &cells) { m_table.rows.append({cells, m_room.rowLines}); }

    TableCell label(const QString &text) const { return cell(labelColumn, labelColumn, Role::TableHead, {text}); }

    void addLine(const QString &name, const QStringList &values)
    {
        addRow({label(name), cell(nameColumn, lastColumn, m_room.value, values)});
    }

    void addForms()
    {
        addRow(
            {label(QStringLiteral("表　　式")), cell(nameColumn, timeColumn, Role::TableHead, {QStringLiteral("名称")}),
                cell(pagesColumn, pagesColumn, Role::TableHead, {QStringLiteral("页数")}),
                cell(charactersColumn, charactersColumn, Role::TableHead, {QStringLiteral("字数")})});
        for (const SheetForm &form : m_sheet.forms)
            addRow({label(form.mark), cell(nameColumn, timeColumn, m_room.value, {form.title}),
                cell(pagesColumn, pagesColumn, Role::TableFigure, {countWords(form.pages)}),
                cell(charactersColumn, charactersColumn, Role::TableFigure, {countWords(form.characters)})});
    }

    void addPeople()
    {
        addRow(
            {label(QStringLiteral("办 理 人")), cell(nameColumn, nameColumn, Role::TableHead, {QStringLiteral("姓名")}),
                cell(officeColumn, secondHalf, Role::TableHead, {QStringLiteral("处室")}),
                cell(postColumn, postColumn, Role::TableHead, {QStringLiteral("职务")}),
                cell(timeColumn, lastColumn, Role::TableHead, {QStringLiteral("办理时间")})});
        addPerson(QStringLiteral("填 报 人"), m_sheet.filler);
        addPerson(QStringLiteral("审 核 人"), m_sheet.reviewer);
        addPerson(QStringLiteral("批 准 人"), m_sheet.approver);
    }

    // Another office vouches for what came by file.
    static QStringList officeLines(const SheetPerson &person)
    {
        QStringList lines{person.office};
        if (!person.from.isEmpty())
            lines.append(QStringLiteral("（来自“%1”的送审文件）").arg(person.from));
        if (lines.size() > 1 && person.office.isEmpty())
            lines.removeFirst();
        return lines;
    }

    void addPerson(const QString &what, const SheetPerson &person)
    {
        addRow({label(what), cell(nameColumn, nameColumn, m_room.value, {person.name}),
            cell(officeColumn, secondHalf, m_room.value, officeLines(person)),
            cell(postColumn, postColumn, m_room.value, {person.post}),
            cell(timeColumn, lastColumn, m_room.value, {timeWords(person.time)})});
    }

    QString commentWords() const
    {
        return QStringLiteral("共%1条，已解决%2条，未解决%3条。")
            .arg(m_sheet.comments)
            .arg(m_sheet.resolvedComments)
            .arg(m_sheet.openComments);
    }

    // The digests, and beside them the code that says them to a machine.
    void addDigests(const std::optional<Picture> &code)
    {
        const int last = code ? postColumn : lastColumn;
        const Role fine = m_room.value == Role::TinyText ? Role::TinyText : Role::FineText;
        const QString entry = QStringLiteral("序号%1，记录摘要（国密SM3）：").arg(m_sheet.logEntry);
        addRow({label(QStringLiteral("国密SM3")), cell(nameColumn, last, m_room.value, digestLines(m_sheet.sm3))});
        if (code) {
            TableCell picture{timeColumn, lastColumn - timeColumn + 1, 3, {printed(Role::TableHead, {})}};
            picture.paragraphs.first().picture = code;
            m_table.rows.last().cells.append(picture);
        }
        addRow({label(QStringLiteral("SHA-256")), cell(nameColumn, last, fine, digestLines(m_sheet.sha256))});
        addRow({label(QStringLiteral("办理记录")),
            cell(nameColumn, last, fine, QStringList{entry} + digestLines(m_sheet.logDigest))});
    }

    void addSignatures()
    {
        addRow({signature(labelColumn, secondHalf - 1, QStringLiteral("审核人签名：")),
            signature(secondHalf, lastColumn, QStringLiteral("批准人签名（盖章）："))});
    }

    // The date stands at the cell's foot.
    TableCell signature(int first, int last, const QString &words) const
    {
        QStringList lines{words};
        lines.resize(m_room.signatureLines - 1);
        lines << QStringLiteral("日期：　　　　　年　　　月　　　日");
        return cell(first, last, Role::TableText, lines);
    }

    const ApprovalSheet &m_sheet;
    const Room &m_room;
    Table m_table;
};

bool fitsOnePage(const Document &document, Fonts &fonts)
{
    const Result<Pages> pages = paginate(document, fonts);
    if (!pages || pages->pages.size() != 1)
        return false;
    const PageStyle style = pageStyle(document.orientation);
    const double foot = (style.height - style.bottom) / 20.0;
    return pages->pages.constFirst().cells.constLast().box.bottom() <= foot - spareHeight;
}

} // namespace

Result<Document> composeApprovalSheet(const ApprovalSheet &sheet)
{
    std::optional<Picture> code;
    if (!sheet.code.isEmpty()) {
        const Result<Picture> made = qrCode(sheet.code);
        if (!made)
            return made.error();
        code = *made;
    }
    Document document;
    document.title = QStringLiteral("签批单");
    document.author = sheet.unit;
    document.subject = sheet.noticeNumber + u' ' + sheet.noticeTitle;
    if (!sheet.occasion.isEmpty())
        document.subject += u' ' + sheet.occasion;
    document.language = QStringLiteral("zh-CN");
    Fonts fonts;
    for (const Room &room : rooms) {
        document.blocks.clear();
        append(document.blocks, titleParagraphs(document.title, {}, document.orientation, {}));
        if (room.blankLine)
            document.blocks << blankLine();
        document.blocks << Sheet(sheet, room).table(code);
        if (fitsOnePage(document, fonts))
            break;
    }
    return document;
}

} // namespace zhibao
