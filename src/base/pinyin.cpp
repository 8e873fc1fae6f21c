// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/pinyin.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

namespace zhibao {

namespace {

// How names of places and offices read characters that are mostly read otherwise, where ICU gives the other reading.
struct OtherReading {
    char32_t character;
    const char *reading;
};
constexpr std::array otherReadings{OtherReading{U'重', "chong"}, OtherReading{U'长', "chang"},
    OtherReading{U'厦', "xia"}, OtherReading{U'六', "lu"}, OtherReading{U'番', "pan"}, OtherReading{U'蔚', "yu"},
    OtherReading{U'单', "shan"}, OtherReading{U'乐', "yue"}, OtherReading{U'会', "kuai"}, OtherReading{U'都', "du"},
    OtherReading{U'行', "hang"}, OtherReading{U'藏', "zang"}, OtherReading{U'什', "shi"}, OtherReading{U'解', "xie"},
    OtherReading{U'尉', "yu"}, OtherReading{U'调', "tiao"}, OtherReading{U'莘', "xin"}, OtherReading{U'洞', "tong"},
    OtherReading{U'浚', "xun"}, OtherReading{U'阿', "e"}, OtherReading{U'大', "dai"}, OtherReading{U'仇', "qiu"},
    OtherReading{U'泊', "bo"}};

QString plain(const icu::Transliterator &toLatin, char32_t character)
{
    icu::UnicodeString text(static_cast<UChar32>(character));
    toLatin.transliterate(text);
    return QString::fromUtf16(text.getBuffer(), text.length()).toLower();
}

// Null where ICU has no rules for it: then nothing is read.
const icu::Transliterator *readingRules()
{
    static const std::unique_ptr<icu::Transliterator> rules = [] {
        UErrorCode status = U_ZERO_ERROR;
        auto *made = icu::Transliterator::createInstance("Han-Latin; Latin-ASCII", UTRANS_FORWARD, status);
        return std::unique_ptr<icu::Transliterator>(U_SUCCESS(status) ? made : nullptr);
    }();
    return rules.get();
}

QStringList lookUp(char32_t character)
{
    const icu::Transliterator *rules = readingRules();
    QStringList readings;
    const bool isRead = rules && QChar::script(character) == QChar::Script_Han;
    if (const QString usual = isRead ? plain(*rules, character) : QString(); !usual.isEmpty())
        readings.append(usual);
    for (const OtherReading &other : otherReadings) {
        if (other.character == character)
            readings.append(QString::fromLatin1(other.reading));
    }
    const QStringList plainReadings = readings;
    for (const QString &reading : plainReadings) {
        if (reading.endsWith(u'u') && (reading.startsWith(u'l') || reading.startsWith(u'n')))
            readings.append(reading.chopped(1) + u'v');
    }
    return readings;
}

const QStringList &readingsOf(char32_t character)
{
    thread_local QHash<char32_t, QStringList> known;
    auto found = known.find(character);
    if (found == known.end())
        found = known.insert(character, lookUp(character));
    return *found;
}

// How a syllable may be typed: whole, its first letter, and zh, ch and sh.
QStringList typedForms(const QString &reading)
{
    QStringList forms{reading, reading.left(1)};
    if (reading.size() > 2 && reading.at(1) == u'h')
        forms.append(reading.left(2));
    return forms;
}

// Whether the characters from `at` on begin as is typed. Goes through them once, with all places of `typed` that they
// can have led to.
bool beginsAs(const QList<uint> &text, qsizetype at, QStringView typed)
{
    QSet<qsizetype> reached{0};
    for (; at < text.size() && !reached.isEmpty(); ++at) {
        QSet<qsizetype> next;
        for (const qsizetype position : std::as_const(reached)) {
            const QStringView left = typed.mid(position);
            for (const QString &reading : readingsOf(text.at(at))) {
                if (reading.startsWith(left)) // of the last syllable as much as there is
                    return true;
                const QStringList forms = typedForms(reading);
                for (const QString &form : forms) {
                    if (left.startsWith(form))
                        next.insert(position + form.size());
                }
            }
        }
        reached = next;
    }
    return false;
}

} // namespace

bool isReadAs(QStringView text, QStringView typed)
{
    QString letters;
    for (const QChar character : typed) {
        if (character == u' ' || character == u'\'')
            continue;
        const QChar letter = character.toLower();
        if (letter < u'a' || letter > u'z')
            return false;
        letters.append(letter);
    }
    if (letters.isEmpty())
        return false;
    const QList<uint> characters = text.toUcs4();
    for (qsizetype start = 0; start < characters.size(); ++start) {
        // Most characters begin otherwise: of thousands of names this is what is asked most.
        const QStringList &readings = readingsOf(characters.at(start));
        const bool canBegin = std::any_of(readings.cbegin(), readings.cend(),
            [&](const QString &reading) { return reading.front() == letters.front(); });
        if (canBegin && beginsAs(characters, start, letters))
            return true;
    }
    return false;
}

} // namespace zhibao
