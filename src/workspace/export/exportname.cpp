// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/export/export.h"

#include <QCryptographicHash>

#include <algorithm>

namespace zhibao {

namespace {

constexpr qsizetype nameLimit = 255; // bytes of UTF-8: ext4 and most others
constexpr qsizetype longestSuffix = 6; // with its point; what is longer is no file type
constexpr qsizetype unitLimit = 120; // bytes, where the whole is too long

// Characters that file systems or shells of Windows reserve, and what looks like them.
const QString reserved = QStringLiteral("/\\:*?\"<>|");
const QString lookalikes = QStringLiteral("／＼：＊？＂＜＞｜");

// Control characters and those that turn the direction of text could hide what a name says.
bool isHidden(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph
        || character == QChar::ReplacementCharacter; // what conversion makes of half a character
}

QString safe(const QString &text)
{
    QString result;
    const QList<uint> characters = text.toUcs4();
    for (const char32_t character : characters) {
        const qsizetype found = character <= 0xffff ? reserved.indexOf(QChar(static_cast<char16_t>(character))) : -1;
        if (isHidden(character))
            result += u'_';
        else if (found >= 0)
            result += lookalikes[found];
        else
            result += QString::fromUcs4(&character, 1);
    }
    return result;
}

// Names that Windows keeps for devices, whatever their extension.
bool isDevice(const QString &stem)
{
    static const QStringList devices{
        QStringLiteral("CON"), QStringLiteral("PRN"), QStringLiteral("AUX"), QStringLiteral("NUL")};
    const QString name = stem.section(u'.', 0, 0).trimmed().toUpper();
    const bool isPort = name.size() == 4 && name[3].isDigit()
        && (name.startsWith(QStringLiteral("COM")) || name.startsWith(QStringLiteral("LPT")));
    return isPort || devices.contains(name);
}

// As many whole characters from the start as fit.
QString shortened(const QString &text, qsizetype bytes)
{
    QString result = text;
    while (result.toUtf8().size() > bytes) {
        const bool isPair = result.size() > 1 && result.back().isLowSurrogate();
        result.chop(isPair ? 2 : 1);
    }
    return result;
}

QString inBrackets(const QString &unit)
{
    return unit.isEmpty() ? QString() : u'（' + unit + u'）';
}

// The unit stays readable; the digest keeps names apart that differ only in what was cut off.
QString shortenedStem(const QString &head, const QString &unit, qsizetype bytes)
{
    const QByteArray whole = (head + inBrackets(unit)).toUtf8();
    const QString digest
        = u'…' + QString::fromLatin1(QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex().first(8));
    const QString tail = digest + inBrackets(shortened(unit, unitLimit));
    return shortened(head, bytes - tail.toUtf8().size()) + tail;
}

} // namespace

QString fileName(const QString &title, const QString &unit, const QString &extension)
{
    QString head = safe(title);
    const QString owner = safe(unit);
    if (isDevice(head + inBrackets(owner)) || head.startsWith(u'.') || head.startsWith(u' '))
        head.prepend(u'_');
    const qsizetype room = nameLimit - extension.size();
    QString stem = head + inBrackets(owner);
    if (stem.toUtf8().size() > room)
        stem = shortenedStem(head, owner, room);
    while (stem.endsWith(u'.') || stem.endsWith(u' '))
        stem.chop(1);
    return stem + extension;
}

QString distinctFileName(const QString &name, QSet<QString> &taken)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString suffix = dot > 0 ? name.sliced(dot) : QString();
    const bool isPlain = suffix.size() <= longestSuffix
        && std::all_of(suffix.cbegin(), suffix.cend(),
            [](QChar character) { return character == u'.' || (character < u'\x7f' && character.isLetterOrNumber()); });
    const QString extension = isPlain ? suffix : QString();
    const QString stem = name.chopped(extension.size());
    QString distinct = fileName(stem, {}, extension);
    for (int number = 2; taken.contains(distinct.toCaseFolded()); ++number)
        distinct = fileName(stem, QString::number(number), extension);
    taken.insert(distinct.toCaseFolded());
    return distinct;
}

QString titleOn(const QString &occasion, const QString &title)
{
    return occasion.isEmpty() ? title : title + u' ' + occasion;
}

QString exportName(const Form &form, const QString &unit, FileFormat format, const QString &occasion)
{
    const QString filled = form.outline() && !unit.isEmpty() ? form.outline()->filledTitle : QString();
    const QString title = form.mark + u' ' + (filled.isEmpty() ? form.title : filled);
    return fileName(titleOn(occasion, title), unit, extensionOf(format));
}

QString extensionOf(FileFormat format)
{
    return format == FileFormat::Pdf ? QStringLiteral(".pdf") : QStringLiteral(".docx");
}

} // namespace zhibao
