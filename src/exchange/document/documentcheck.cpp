// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/documentcheck.h"

#include "core/compare/textcomparison.h"
#include "exchange/docx/docxcheck.h"
#include "exchange/pdf/pdfcheck.h"

namespace zhibao {

namespace {

constexpr qsizetype context = 12; // UTF-16 units on either side

// The end of a text, never half a character.
QString endOf(const QString &text)
{
    const QString end = text.right(context);
    return !end.isEmpty() && end.front().isLowSurrogate() ? end.mid(1) : end;
}

QString beginningOf(const QString &text)
{
    const QString beginning = text.left(context);
    return !beginning.isEmpty() && beginning.back().isHighSurrogate() ? beginning.chopped(1) : beginning;
}

void appendDifferences(QList<DocumentDifference> &differences, const DocumentDifference &where, const QString &expected,
    const QString &found)
{
    const QList<TextSpan> spans = compareTexts(expected, found);
    QString before;
    for (qsizetype i = 0; i < spans.size(); ++i) {
        if (spans[i].kind == TextSpan::Kind::Same) {
            before = endOf(spans[i].text);
            continue;
        }
        DocumentDifference difference = where;
        for (; i < spans.size() && spans[i].kind != TextSpan::Kind::Same; ++i)
            (spans[i].kind == TextSpan::Kind::Removed ? difference.removed : difference.added) += spans[i].text;
        const QString after = i < spans.size() ? beginningOf(spans[i].text) : QString();
        difference.expected = before + difference.removed + after;
        difference.found = before + difference.added + after;
        differences.append(difference);
        if (i < spans.size())
            before = endOf(spans[i].text);
    }
}

} // namespace

QList<DocumentDifference> compareDocumentText(
    const QList<ExpectedPiece> &expected, const DocumentText &found, const QStringList &marks)
{
    if (expected.isEmpty())
        return {};
    const bool isPdf = found.kind == DocumentKind::Pdf;
    QList<QStringList> texts;
    if (isPdf) {
        texts = textsInPdf(expected, found.words, marks);
    } else {
        for (const QString &text : textsInDocx(expected, found.paragraphs))
            texts.append({text});
    }
    QList<DocumentDifference> differences;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const QString wanted = isPdf ? shownText(expected[i].text) : writtenText(expected[i].text);
        QStringList &said = texts[i];
        said.removeDuplicates();
        DocumentDifference where;
        where.piece = i;
        where.place = expected[i].place;
        for (const QString &text : std::as_const(said))
            appendDifferences(differences, where, wanted, text);
    }
    return differences;
}

} // namespace zhibao
