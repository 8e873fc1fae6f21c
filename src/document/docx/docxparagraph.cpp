// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/docx/docxparagraph.h"

#include "document/docx/docxelements.h"
#include "document/docx/docxpictures.h"
#include "document/docx/docxstyles.h"
#include "document/layout/characters.h"

namespace zhibao {

namespace {

// A stretch of a span, in one set of fonts.
struct Piece {
    QString text;
    bool chineseOnly = false;
};

// Cuts a paragraph's text into runs. Word takes the hint that “ ” — … · ① ℃ are Chinese; LibreOffice ignores it and
// sets · always, the others where no Chinese character stands before them, in the Latin font. There they become runs of
// their own that know no Latin font. Elsewhere they stay in their run, so that what is typed beside them in Word gets
// the right fonts.
class Pieces {
public:
    QList<Piece> of(const QString &text)
    {
        QList<Piece> pieces;
        for (qsizetype start = 0; start < text.size();) {
            const bool pair = text.at(start).isHighSurrogate() && start + 1 < text.size();
            const qsizetype length = pair ? 2 : 1;
            const bool chineseOnly = isStray(text.mid(start, length).toUcs4().constFirst());
            if (pieces.isEmpty() || pieces.constLast().chineseOnly != chineseOnly)
                pieces << Piece{QString(), chineseOnly};
            pieces.last().text += text.mid(start, length);
            start += length;
        }
        return pieces;
    }

private:
    bool isStray(char32_t character)
    {
        constexpr char32_t firstPunctuation
            = 0x2000; // below it stand Latin letters and signs, for LibreOffice all Latin
        constexpr char32_t firstIdeographic = 0x2E80;
        if (character == U' ' || character == U'\t' || character == U'\u00A0')
            return false;
        const bool chinese = prefersChineseFont(character);
        if (chinese && character >= firstPunctuation && character < firstIdeographic)
            return !m_afterChinese;
        m_afterChinese = chinese && character >= firstIdeographic;
        return chinese && !m_afterChinese;
    }

    bool m_afterChinese = false; // the last character of a definite script was Chinese
};

void writeText(QXmlStreamWriter &xml, const QString &text)
{
    const QStringList parts = text.split(u'\t');
    for (qsizetype index = 0; index < parts.size(); ++index) {
        if (index > 0)
            emptyWord(xml, u"tab");
        if (parts.at(index).isEmpty())
            continue;
        startWord(xml, u"t");
        xml.writeAttribute(QStringLiteral("xml:space"), QStringLiteral("preserve"));
        xml.writeCharacters(parts.at(index));
        xml.writeEndElement();
    }
}

void writeSpan(QXmlStreamWriter &xml, const Span &span, Role own, Pieces &pieces)
{
    bool newLine = span.newLine;
    for (const Piece &piece : pieces.of(representable(span.text))) {
        startWord(xml, u"r");
        writeRunProperties(xml, span.role, own, piece.chineseOnly, span.mark);
        if (newLine)
            emptyWord(xml, u"br");
        newLine = false;
        writeText(xml, piece.text);
        xml.writeEndElement();
    }
}

} // namespace

void writeRunProperties(QXmlStreamWriter &xml, Role role, Role own, bool chineseOnly, TextMark mark)
{
    startWord(xml, u"rPr");
    if (role != own)
        valueWord(xml, u"rStyle", characterStyleId(role));
    writeFonts(
        xml, roleStyle(role).typeface, chineseOnly); // although the style names them: WPS looks for the hint here
    if (mark == TextMark::Struck)
        switchWord(xml, u"strike", true);
    if (mark == TextMark::Underlined)
        valueWord(xml, u"u", QStringLiteral("single"));
    if (chineseOnly)
        emptyWord(xml, u"lang", {{u"val", QStringLiteral("zh-CN")}}); // makes LibreOffice look for a Chinese substitute
    xml.writeEndElement();
}

void writeRuns(QXmlStreamWriter &xml, const QList<Span> &spans, Role own)
{
    Pieces pieces;
    for (const Span &span : spans)
        writeSpan(xml, span, own, pieces);
}

void writeParagraph(QXmlStreamWriter &xml, const Paragraph &paragraph, DocxPictures &pictures, bool keepsInLibreOffice)
{
    startWord(xml, u"p");
    startWord(xml, u"pPr");
    valueWord(xml, u"pStyle", paragraphStyleId(paragraph.role));
    if (paragraph.keepWithNext && keepsInLibreOffice)
        switchWord(xml, u"keepNext", true);
    else if (paragraph.keepWithNext)
        switchWord(xml, u"keepNext", true, false);
    if (paragraph.keepLines)
        switchWord(xml, u"keepLines", true);
    const RoleStyle style = paragraphStyle(paragraph);
    if (paragraph.picture) // an exact line would cut the picture off
        emptyWord(xml, u"spacing", {{u"line", QString::number(style.pitch)}, {u"lineRule", QStringLiteral("atLeast")}});
    if (style != roleStyle(paragraph.role))
        writeIndents(xml, style);
    if (paragraph.centred)
        valueWord(xml, u"jc", QStringLiteral("center"));
    if (paragraph.outlineLevel > 0)
        valueWord(xml, u"outlineLvl", paragraph.outlineLevel - 1);
    xml.writeEndElement();
    if (paragraph.imprint)
        pictures.writeBehind(xml, paragraph);
    if (paragraph.picture)
        pictures.writeInline(xml, *paragraph.picture);
    else
        writeRuns(xml, paragraph.spans, paragraph.role);
    xml.writeEndElement();
}

} // namespace zhibao
