// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/sheet/sharedstrings.h"

#include "exchange/intake/filledbuilder.h"

namespace zhibao {

namespace {

// What XML cannot hold is written _x000D_ (ECMA-376 part 1, 22.9.2.19).
QString unescaped(const QString &text)
{
    if (!text.contains(QStringLiteral("_x")))
        return text;
    constexpr qsizetype length = 7;
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        bool isCode
            = text[i] == u'_' && i + length <= text.size() && text[i + 1] == u'x' && text[i + length - 1] == u'_';
        const ushort code = isCode ? QStringView(text).mid(i + 2, 4).toUShort(&isCode, 16) : ushort(0);
        result += isCode ? QChar(code) : text[i];
        i += isCode ? length - 1 : 0;
    }
    return result;
}

} // namespace

SheetText readRichText(XmlScan &scan, std::string_view element)
{
    SheetText read;
    bool isText = false;
    bool isPhonetic = false;
    for (XmlScan::Piece piece = scan.next(); piece != XmlScan::Piece::End; piece = scan.next()) {
        const bool isOpen = piece == XmlScan::Piece::Open;
        if (piece == XmlScan::Piece::Text) {
            if (isText)
                (isPhonetic ? read.phonetic : read.text) += scan.text();
        } else if (scan.name() == "rPh") {
            isPhonetic = isOpen;
        } else if (scan.name() == "t") {
            isText = isOpen;
        } else if (!isOpen && scan.name() == element) {
            break;
        }
    }
    read.text = unescaped(read.text);
    return read;
}

std::optional<QList<SheetText>> readSharedStrings(const QByteArray &xml)
{
    constexpr qsizetype mostTexts = 1'000'000;
    QList<SheetText> texts;
    qsizetype characters = 0;
    XmlScan scan(xml);
    for (XmlScan::Piece piece = scan.next(); piece != XmlScan::Piece::End; piece = scan.next()) {
        if (piece != XmlScan::Piece::Open || scan.name() != "si")
            continue;
        texts.append(readRichText(scan, "si"));
        characters += texts.constLast().text.size() + texts.constLast().phonetic.size();
        if (texts.size() > mostTexts || characters > filledTextLimit)
            return std::nullopt;
    }
    return texts;
}

} // namespace zhibao
