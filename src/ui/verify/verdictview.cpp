// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/verify/verdictview.h"

#include "ui/numbers.h"
#include "ui/theme.h"
#include "workspace/describe/describeverification.h"

#include <QEvent>
#include <QTextTable>

namespace zhibao {

namespace {

constexpr int shownDetails = 200; // what is copied is not cut
constexpr int shownCharacters = 600; // of a text that differs
constexpr int cellPadding = theme::space1 / 2;

// A text of a file, on lines of its own, and no longer than one reads.
QString shown(QString text)
{
    const qsizetype size = text.size();
    if (size > shownCharacters)
        text = text.first(text.at(shownCharacters - 1).isHighSurrogate() ? shownCharacters - 1 : shownCharacters)
            + VerdictView::tr("……（共 %1 字）").arg(grouped(static_cast<int>(size)));
    // A block each would part what belongs together.
    return text.replace(u'\n', QChar::LineSeparator).replace(QChar::ParagraphSeparator, QChar::LineSeparator);
}

QTextCharFormat bold()
{
    QTextCharFormat format;
    format.setFontWeight(QFont::DemiBold);
    return format;
}

} // namespace

VerdictView::VerdictView(const Catalogue &catalogue, ApprovedTexts texts, QWidget *parent)
    : QTextEdit(parent)
    , m_catalogue(catalogue)
    , m_texts(texts)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(theme::space2);
    setAccessibleName(tr("所选文件的核验结果"));
}

void VerdictView::showFile(const VerifiedFile &file)
{
    m_file = file;
    write();
}

void VerdictView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    // Its quiet text is of the palette, and the column of names as wide as the font wants it.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        write();
}

void VerdictView::write()
{
    clear();
    QTextCursor cursor(document());
    QList<VerifiedFact> facts;
    if (m_file.outcome && *m_file.outcome)
        facts = factsOf(**m_file.outcome, noticeOf(m_file, m_catalogue));
    // What few will read, the digest and the path, stands behind what differs.
    QList<VerifiedFact> last{{tr("文件"), m_file.path}};
    if (!facts.isEmpty())
        last.prepend(facts.takeLast());
    const int width = nameWidth(facts + last);
    writeFacts(cursor, facts, width);
    writeDetails(cursor);
    writeFacts(cursor, last, width);
    moveCursor(QTextCursor::Start);
}

QTextCharFormat VerdictView::quiet() const
{
    QTextCharFormat format;
    format.setForeground(theme::quietText(palette()));
    return format;
}

void VerdictView::writeFacts(QTextCursor &cursor, const QList<VerifiedFact> &facts, int width)
{
    if (facts.isEmpty())
        return;
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(cellPadding);
    format.setColumnWidthConstraints({QTextLength(QTextLength::FixedLength, width), QTextLength()});
    QTextTable *const table = cursor.insertTable(static_cast<int>(facts.size()), 2, format);
    for (int row = 0; row < facts.size(); ++row) {
        table->cellAt(row, 0).firstCursorPosition().insertText(facts.at(row).name, quiet());
        table->cellAt(row, 1).firstCursorPosition().insertText(shown(facts.at(row).words), QTextCharFormat());
    }
    cursor.movePosition(QTextCursor::End);
}

int VerdictView::nameWidth(const QList<VerifiedFact> &facts) const
{
    int width = 0;
    for (const VerifiedFact &fact : facts)
        width = std::max(width, fontMetrics().horizontalAdvance(fact.name));
    return width + theme::space3;
}

void VerdictView::writeDetails(QTextCursor &cursor)
{
    const QList<QStringList> lines = detailsOf(m_file, m_catalogue, m_texts);
    QString about;
    for (const QStringList &line : lines.first(std::min<qsizetype>(lines.size(), shownDetails))) {
        if (line.constFirst() != about) {
            about = line.constFirst();
            const auto count = std::count_if(
                lines.cbegin(), lines.cend(), [&](const QStringList &other) { return other.constFirst() == about; });
            cursor.insertBlock();
            writeLine(cursor, tr("%1　%2 处").arg(about, grouped(static_cast<int>(count))), bold());
        }
        writeDetail(cursor, line);
    }
    if (lines.size() > shownDetails)
        writeLine(cursor,
            tr("其余 %1 处从略；“复制结果”复制全部。").arg(grouped(static_cast<int>(lines.size()) - shownDetails)),
            quiet());
    const bool differs = m_file.outcome && *m_file.outcome && !(**m_file.outcome).differences.isEmpty();
    if (differs && m_texts == ApprovedTexts::Hidden)
        writeLine(cursor, tr("登录以后核验，可看到不同之处的文字。"), quiet());
}

void VerdictView::writeDetail(QTextCursor &cursor, const QStringList &line)
{
    writeLine(cursor, shown(line.value(1)), QTextCharFormat());
    if (line.size() <= placeFields)
        return;
    const QList<TextSpan> spans = compareTexts(shown(line.value(placeFields)), shown(line.value(placeFields + 1)));
    writeLine(cursor, tr("批准的是　"), quiet(), 1);
    writeSide(cursor, spans, TextSpan::Kind::Removed);
    writeLine(cursor, tr("文件里是　"), quiet(), 1);
    writeSide(cursor, spans, TextSpan::Kind::Added);
}

// One of the two texts: what both have, and what it alone has, marked as the history marks it.
void VerdictView::writeSide(QTextCursor &cursor, const QList<TextSpan> &spans, TextSpan::Kind own)
{
    const bool removed = own == TextSpan::Kind::Removed;
    QTextCharFormat marked;
    marked.setForeground(removed ? theme::red(palette()) : theme::green(palette()));
    marked.setFontStrikeOut(removed);
    marked.setFontUnderline(!removed);
    bool isEmpty = true;
    for (const TextSpan &span : spans) {
        if (span.kind != TextSpan::Kind::Same && span.kind != own)
            continue;
        cursor.insertText(span.text, span.kind == own ? marked : QTextCharFormat());
        isEmpty = false;
    }
    if (isEmpty)
        cursor.insertText(tr("（没有）"), quiet());
}

void VerdictView::writeLine(QTextCursor &cursor, const QString &text, const QTextCharFormat &format, int indent)
{
    QTextBlockFormat block;
    block.setIndent(indent);
    block.setTopMargin(indent == 0 ? theme::space1 : 0);
    cursor.insertBlock(block, format);
    cursor.insertText(text, format);
}

} // namespace zhibao
