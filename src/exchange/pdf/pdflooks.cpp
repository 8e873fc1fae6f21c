// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/pdf/pdflooks.h"

#include "exchange/document/limitedtool.h"

#include <algorithm>
#include <cmath>

namespace zhibao {

namespace {

constexpr int inkResolution = 36; // pixels an inch
constexpr double pointsPerPixel = 72.0 / inkResolution;
constexpr qsizetype longestInkPictures = 256 * 1024 * 1024; // bytes; more than 2,000 pages of A4
// The thinnest stroke of the smallest letters is darker than this where it is seen so small.
constexpr unsigned char paper = 245;
// Stands for what is no text, so that it never passes for text.
constexpr char16_t doubt = u'\uFFFC';

// A page as it is seen, in shades of grey.
struct PageView {
    const unsigned char *pixels = nullptr;
    int width = 0;
    int height = 0;

    unsigned char at(int x, int y) const { return pixels[static_cast<qsizetype>(y) * width + x]; }
};

// Portable graymaps one after the other; the bytes outlive the views.
Result<QList<PageView>> pagesIn(const QByteArray &bytes, const QString &path)
{
    QList<PageView> pages;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype sizeEnd = bytes.indexOf('\n', at + 3);
        const qsizetype headEnd = bytes.indexOf('\n', sizeEnd + 1);
        if (bytes.mid(at, 3) != "P5\n" || sizeEnd < 0 || headEnd < 0)
            return Error{ErrorCode::DocumentUnreadable, {path}};
        const QList<QByteArray> size = bytes.mid(at + 3, sizeEnd - at - 3).split(' ');
        const int width = size.constFirst().toInt();
        const int height = size.constLast().toInt();
        const qsizetype area = static_cast<qsizetype>(width) * height;
        if (width <= 0 || height <= 0 || area > bytes.size() - headEnd - 1)
            return Error{ErrorCode::DocumentUnreadable, {path}};
        pages.append({reinterpret_cast<const unsigned char *>(bytes.constData()) + headEnd + 1, width, height});
        at = headEnd + 1 + area;
    }
    return pages;
}

Result<QByteArray> pictures(const QString &path, const QStringList &options)
{
    return toolOutput(QStringLiteral("pdftoppm"),
        options + QStringList{QStringLiteral("-gray"), QStringLiteral("-r"), QString::number(inkResolution)}, path, {},
        longestInkPictures);
}

// Whether anything is drawn between the edges, in points; of a pixel that lies on an edge it is not known.
bool hasInk(const PageView &page, double left, double top, double right, double bottom)
{
    const int firstX = std::max(0, static_cast<int>(std::ceil(left / pointsPerPixel)));
    const int firstY = std::max(0, static_cast<int>(std::ceil(top / pointsPerPixel)));
    const int lastX = std::min(page.width, static_cast<int>(std::floor(right / pointsPerPixel))) - 1;
    const int lastY = std::min(page.height, static_cast<int>(std::floor(bottom / pointsPerPixel))) - 1;
    for (int y = firstY; y <= lastY; ++y) {
        for (int x = firstX; x <= lastX; ++x) {
            if (page.at(x, y) < paper)
                return true;
        }
    }
    return false;
}

bool isIdeograph(char32_t character)
{
    return (character >= 0x3400 && character <= 0x9FFF) || character >= 0x20000;
}

// Without the ideographs in whose places nothing is drawn. Where exactly a character stands in its word is not known,
// since marks and Latin letters are as wide as their font makes them; an ideograph that stands beside others is missed
// all the same, while beside a mark, which leaves half of its place free, half a character more is looked at.
QString seenText(const TextWord &word, const PageView &page)
{
    constexpr char32_t firstWide = 0x2E80;
    constexpr double leading = 0.15; // of the word's height, above and below: there the lines beside it may reach
    const QList<uint> characters = word.text.toUcs4();
    const auto widthOf = [](char32_t character) { return character >= firstWide ? 1.0 : 0.5; };
    double all = 0;
    for (const char32_t character : characters)
        all += widthOf(character);
    const double unit = (word.right - word.left) / std::max(all, 1.0);
    const double top = word.top + leading * (word.bottom - word.top);
    const double bottom = word.bottom - leading * (word.bottom - word.top);
    QString seen;
    double start = word.left;
    for (qsizetype at = 0; at < characters.size(); ++at) {
        const char32_t character = characters[at];
        const double end = start + unit * widthOf(character);
        const double before = at == 0 || isIdeograph(characters[at - 1]) ? 0 : unit / 2;
        const double behind = at + 1 == characters.size() || isIdeograph(characters[at + 1]) ? 0 : unit / 2;
        const double slack = std::max(before, behind);
        if (!isIdeograph(character) || hasInk(page, start - slack, top, end + slack, bottom))
            seen += QString::fromUcs4(&character, 1);
        start = end;
    }
    return seen;
}

// Around all that differs on the page; nothing where it is the same.
std::optional<TextWord> differenceOf(const PageView &page, const PageView &other, int number)
{
    if (page.width != other.width || page.height != other.height)
        return TextWord{QString(doubt), number, 0, 0, page.width * pointsPerPixel, page.height * pointsPerPixel};
    int left = page.width, top = page.height, right = -1, bottom = -1;
    for (int y = 0; y < page.height; ++y) {
        for (int x = 0; x < page.width; ++x) {
            if (page.at(x, y) == other.at(x, y))
                continue;
            left = std::min(left, x);
            right = std::max(right, x);
            top = std::min(top, y);
            bottom = y;
        }
    }
    if (right < 0)
        return std::nullopt;
    return TextWord{QString(doubt), number, left * pointsPerPixel, top * pointsPerPixel, (right + 1) * pointsPerPixel,
        (bottom + 1) * pointsPerPixel};
}

} // namespace

Result<QList<TextWord>> seenWords(const QString &path, QList<TextWord> words)
{
    const Result<QByteArray> whole = pictures(path, {});
    const Result<QByteArray> bare
        = whole ? pictures(path, {QStringLiteral("-hide-annotations")}) : Result<QByteArray>(whole.error());
    if (!bare)
        return bare.error();
    const Result<QList<PageView>> pages = pagesIn(*whole, path);
    const Result<QList<PageView>> barePages = pagesIn(*bare, path);
    if (!pages || !barePages || pages->size() != barePages->size())
        return Error{ErrorCode::DocumentUnreadable, {path}};
    QList<bool> hasWords(pages->size(), false);
    for (TextWord &word : words) {
        if (word.page >= pages->size())
            return Error{ErrorCode::DocumentUnreadable, {path}};
        word.text = seenText(word, pages->at(word.page));
        hasWords[word.page] = true;
    }
    words.removeIf([](const TextWord &word) { return word.text.isEmpty(); });
    for (int number = 0; number < pages->size(); ++number) {
        const PageView &page = pages->at(number);
        const double width = page.width * pointsPerPixel;
        const double height = page.height * pointsPerPixel;
        if (const std::optional<TextWord> shown = differenceOf(page, barePages->at(number), number))
            words.append(*shown);
        else if (!hasWords[number] && hasInk(page, 0, 0, width, height))
            words.append({QString(doubt), number, 0, 0, width, height});
    }
    return words;
}

} // namespace zhibao
