// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QXmlStreamWriter>

#include <functional>
#include <initializer_list>
#include <utility>

namespace zhibao {

// The vocabulary of WordprocessingML (ECMA-376 part 1, 17), so that the writers read like the markup they write.
// Names are given without their "w:".
using WordAttributes = std::initializer_list<std::pair<QStringView, QString>>;

void startWord(QXmlStreamWriter &xml, QStringView name, WordAttributes attributes = {});
void emptyWord(QXmlStreamWriter &xml, QStringView name, WordAttributes attributes = {});
void valueWord(QXmlStreamWriter &xml, QStringView name, const QString &value); // <w:name w:val="value"/>
void valueWord(QXmlStreamWriter &xml, QStringView name, int value);
void switchWord(QXmlStreamWriter &xml, QStringView name, bool on); // written out, so that no default applies

// A switch that LibreOffice (7.4) has to read otherwise than Word and WPS: it knows no namespace of Word 2013 and so
// takes the fallback (ECMA-376 part 3). The part's root declares the namespaces.
void declareAlternatives(QXmlStreamWriter &xml);
void switchWord(QXmlStreamWriter &xml, QStringView name, bool inWord, bool inLibreOffice);

// A part whose root element is in the WordprocessingML namespace; `content` writes what is inside the root,
// further namespaces first.
QByteArray wordPart(QStringView root, const std::function<void(QXmlStreamWriter &)> &content);

// The text with every code unit that XML 1.0 cannot hold (control characters, U+FFFE, U+FFFF, half a surrogate pair)
// replaced by U+FFFD, as Unicode prescribes for what cannot be represented: a reader sees that something stood there.
// QXmlStreamWriter would write them raw, and Word would refuse the file.
QString representable(const QString &text);

} // namespace zhibao
