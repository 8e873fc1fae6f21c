// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/intake/filledtold.h"

namespace zhibao::test {

namespace {

QString oneLine(QString text)
{
    return text.replace(u'\n', QStringLiteral("\\n")).replace(u'\t', QStringLiteral("\\t"));
}

QString toldCell(const FilledCell &cell)
{
    QString span;
    if (cell.rowSpan > 1 || cell.columnSpan > 1)
        span = QStringLiteral("+%1x%2").arg(cell.rowSpan).arg(cell.columnSpan);
    return QStringLiteral("%1,%2%3%4%5 ")
               .arg(cell.row)
               .arg(cell.column)
               .arg(span, cell.isComputed ? QStringLiteral("=") : QString(),
                   cell.isDate ? QStringLiteral("@") : QString())
        + oneLine(cell.text);
}

} // namespace

QStringList told(const FilledFile &file)
{
    QStringList lines{QStringLiteral("kind %1").arg(static_cast<int>(file.kind))};
    for (const FilledParagraph &paragraph : file.paragraphs)
        lines.append(QStringLiteral("para %1%2%3 ")
                         .arg(paragraph.outlineLevel)
                         .arg(paragraph.isNumbered ? QStringLiteral("#") : QString(),
                             paragraph.isTextBox ? QStringLiteral("box") : QString())
            + oneLine(paragraph.text));
    for (const FilledTable &table : file.tables) {
        lines.append(QStringLiteral("table %1 %2x%3").arg(table.name).arg(table.rows).arg(table.columns));
        for (const FilledCell &cell : table.cells)
            lines.append(toldCell(cell));
    }
    for (const FilledLabel &label : file.labels)
        lines.append(QStringLiteral("label ") + label.label + u'=' + oneLine(label.value));
    for (const FilledNote &note : file.notes)
        lines.append(
            QStringLiteral("note %1 x%2 ").arg(static_cast<int>(note.code)).arg(note.count) + oneLine(note.text));
    for (const FilledLeftOut &left : file.leftOut)
        lines.append(QStringLiteral("left %1 ").arg(static_cast<int>(left.why)) + oneLine(left.text));
    return lines;
}

QStringList toldAs(const FilledFile &file, const QString &beginning)
{
    QStringList lines;
    for (const QString &line : told(file)) {
        if (line.startsWith(beginning))
            lines.append(line.mid(beginning.size()));
    }
    return lines;
}

int noted(const FilledFile &file, FilledNoteCode code)
{
    int count = 0;
    for (const FilledNote &note : file.notes)
        count += note.code == code ? note.count : 0;
    return count;
}

QStringList leftOut(const FilledFile &file, LeftOutReason why)
{
    QStringList texts;
    for (const FilledLeftOut &left : file.leftOut) {
        if (left.why == why)
            texts.append(left.text);
    }
    return texts;
}

QList<QStringList> grid(const FilledTable &table)
{
    QList<QStringList> rows(table.rows, QStringList(table.columns, QString()));
    for (const FilledCell &cell : table.cells)
        rows[cell.row][cell.column] = cell.text;
    return rows;
}

} // namespace zhibao::test
