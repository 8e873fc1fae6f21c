// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/compose/differencepaper.h"

#include "document/compose/composeparts.h"

namespace zhibao {

namespace {

// Shares of the table's width: number, place, kind, text.
const QList<double> differenceColumnShares = {0.08, 0.2, 0.09, 0.63};

QString kindWords(Difference::Kind kind)
{
    switch (kind) {
    case Difference::Kind::Changed:
        return QStringLiteral("改动");
    case Difference::Kind::Added:
        return QStringLiteral("新增");
    case Difference::Kind::Removed:
        return QStringLiteral("删除");
    case Difference::Kind::Moved:
        return QStringLiteral("移动");
    }
    Q_UNREACHABLE();
}

TextMark markOf(TextSpan::Kind kind)
{
    switch (kind) {
    case TextSpan::Kind::Same:
        return TextMark::None;
    case TextSpan::Kind::Removed:
        return TextMark::Struck;
    case TextSpan::Kind::Added:
        return TextMark::Underlined;
    }
    Q_UNREACHABLE();
}

Span markedSpan(const QString &text, Role role, TextMark mark)
{
    Span span{text, role};
    span.mark = mark;
    return span;
}

// The text in its paragraphs. An end of a paragraph that was removed alone breaks no line: none is there any more.
QList<Paragraph> paragraphsOf(const PaperDifference &difference)
{
    const bool showsEnds = difference.kind == Difference::Kind::Changed;
    QList<Paragraph> paragraphs{printed(Role::TableText, {})};
    for (const TextSpan &span : difference.spans) {
        const TextMark mark = markOf(span.kind);
        const QStringList parts = span.text.split(u'\n');
        for (qsizetype index = 0; index < parts.size(); ++index) {
            const bool ends = index + 1 < parts.size();
            const QString end = ends && showsEnds && mark != TextMark::None ? QStringLiteral("¶") : QString();
            if (const QString text = parts.at(index) + end; !text.isEmpty())
                paragraphs.last().spans << markedSpan(text, Role::TableText, mark);
            const bool last = index + 2 == parts.size() && parts.constLast().isEmpty();
            if (ends && !(span.kind == TextSpan::Kind::Removed && last))
                paragraphs << printed(Role::TableText, {});
        }
    }
    return paragraphs;
}

Paragraph legend()
{
    Paragraph paragraph = printed(Role::FormLine, QStringLiteral("说　　明："));
    paragraph.spans << markedSpan(QStringLiteral("删去的文字"), Role::FormLine, TextMark::Struck)
                    << Span{QStringLiteral("加删除线，"), Role::FormLine}
                    << markedSpan(QStringLiteral("增加的文字"), Role::FormLine, TextMark::Underlined)
                    << Span{QStringLiteral("加下划线，¶为段末。"), Role::FormLine};
    return paragraph;
}

Table tableOf(const QList<PaperDifference> &differences)
{
    Table table;
    table.widths = differenceColumnShares;
    table.headerRows = 1;
    TableRow header;
    for (const QString &label :
        {QStringLiteral("序号"), QStringLiteral("位置"), QStringLiteral("变动"), QStringLiteral("内容")})
        header.cells.append({static_cast<int>(header.cells.size()), 1, 1, {printed(Role::TableHead, label)}});
    table.rows << header;
    for (const PaperDifference &difference : differences) {
        const QString number = QString::number(table.rows.size());
        TableRow row;
        row.cells << TableCell{0, 1, 1, {printed(Role::TableSerial, number)}}
                  << TableCell{1, 1, 1, typed(Role::TableText, difference.place, {})}
                  << TableCell{2, 1, 1, {printed(Role::TableSerial, kindWords(difference.kind))}}
                  << TableCell{3, 1, 1, paragraphsOf(difference)};
        table.rows << row;
    }
    return table;
}

} // namespace

Document composeDifferences(const DifferencePaper &paper)
{
    Document document;
    document.title = paper.title.simplified();
    document.author = paper.unit;
    document.subject = paper.notice;
    document.language = QStringLiteral("zh-CN");
    append(document.blocks, titleParagraphs(paper.title, paper.unit, document.orientation, {}));
    document.blocks << blankLine() << printed(Role::FormLine, QStringLiteral("填报单位：") + paper.unit)
                    << printed(Role::FormLine, QStringLiteral("通　　知：") + paper.notice)
                    << printed(Role::FormLine, QStringLiteral("原 版 本：") + paper.before)
                    << printed(Role::FormLine, QStringLiteral("新 版 本：") + paper.after) << legend();
    if (paper.differences.isEmpty())
        document.blocks << printed(Role::FormLine, QStringLiteral("两个版本的内容相同。"));
    else
        document.blocks << tableOf(paper.differences);
    return document;
}

} // namespace zhibao
