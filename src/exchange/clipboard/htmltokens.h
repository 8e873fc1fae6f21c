// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

#include <initializer_list>

namespace zhibao {

// A piece of an HTML text.
struct HtmlToken {
    enum class Kind { Text, Reference, Open, Close, End };
    Kind kind = Kind::End;
    QStringView text; // of Text: as it stands; of tags: the name, as it stands
    QString character; // of Reference: the character it stands for
    QStringView attributes; // of Open: what stands behind the name
};

// Cuts HTML into tags, texts and character references, as leniently as browsers do: comments, declarations and what
// stands in style, script and xml elements are passed over. Linear in the length of the text, whatever it holds.
class HtmlTokens {
public:
    explicit HtmlTokens(QStringView html);
    HtmlToken next();

private:
    bool skipMarkup();
    HtmlToken readTag();
    HtmlToken readReference();
    qsizetype tagEnd(qsizetype from) const;
    void skipRawContent(QStringView name);

    QStringView m_html;
    qsizetype m_at = 0;
    qsizetype m_lastDouble; // where the last quote of each kind stands: none is sought behind it
    qsizetype m_lastSingle;
    qsizetype m_lastEnd; // the last >
};

// The value of an attribute, without quotes; empty where it has none, null where there is no such attribute.
QString htmlAttribute(QStringView attributes, QStringView name);

// Whether the element goes by one of the names, in whatever case.
bool isHtmlElement(QStringView element, std::initializer_list<QStringView> names);
bool isHtmlTablePart(QStringView element); // a cell or a row
bool isHtmlBlock(QStringView element); // parts lines; cells of a table inside a cell do like paragraphs
bool mayHoldHtmlText(const HtmlToken &opening);

} // namespace zhibao
