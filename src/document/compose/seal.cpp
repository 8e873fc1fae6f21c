// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/compose/seal.h"

#include "document/compose/composeparts.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>

#include <algorithm>
#include <vector>

namespace zhibao {

namespace {

// Of ink, the strongest of the three colours is at least so far from white; paper is yellowish or grey by less.
constexpr int leastInk = 64;
// A line of pixels across the picture belongs to the seal where at least this share of it is ink. The outermost line
// of a round seal is that long; a speck is not.
constexpr double leastShare = 0.005;

bool isInk(QRgb pixel)
{
    const int strongest = 255 - std::min({qRed(pixel), qGreen(pixel), qBlue(pixel)});
    return strongest * qAlpha(pixel) >= leastInk * 255;
}

// The first and the last line with enough ink, of as many as there are; last < first where there is none.
std::pair<int, int> inked(const std::vector<int> &ink, int length)
{
    const auto isEnough = [least = std::max(1.0, leastShare * length)](int pixels) { return pixels >= least; };
    const auto first = std::find_if(ink.begin(), ink.end(), isEnough);
    const auto last = std::find_if(ink.rbegin(), ink.rend(), isEnough);
    return {static_cast<int>(first - ink.begin()), static_cast<int>(ink.rend() - last) - 1};
}

// Where the unit's name is printed.
struct NamePlace {
    Paragraph *paragraph = nullptr; // null: nowhere
    Imprint imprint; // without its picture
};

// The 落款: the name and, below it, the date. Above it stand empty lines, so that the seal's top, as high as one of
// them, is within one line of the text.
NamePlace namePlace(const OutlineForm &, QList<Block> &blocks, const QString &)
{
    for (qsizetype index = 0; index < blocks.size(); ++index) {
        auto *name = std::get_if<Paragraph>(&blocks[index]);
        if (!name || name->role != Role::SignatureUnit)
            continue;
        const auto *date = index + 1 < blocks.size() ? std::get_if<Paragraph>(&blocks[index + 1]) : nullptr;
        const bool dated = date && date->role == Role::SignatureDate;
        return {name, {{}, 0, dated ? 1 : 0, blankLinesAboveSignature - 1}};
    }
    return {};
}

// The line above the table: the name behind the form's label.
NamePlace namePlace(const TableForm &form, QList<Block> &blocks, const QString &unit)
{
    for (Block &block : blocks) {
        auto *line = std::get_if<Paragraph>(&block);
        if (!line)
            break; // the table
        if (line->role == Role::FormLine && !unit.isEmpty())
            return {line, {{}, form.unitLabel.size(), 0, 0}};
    }
    return {};
}

} // namespace

QImage sealPixels(QByteArray bytes)
{
    constexpr int sideLimit = 4000;
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const bool isKnown = QList<QByteArray>{"png", "jpeg", "bmp", "gif"}.contains(reader.format());
    const QSize size = isKnown ? reader.size() : QSize();
    const bool fits = size.isValid() && size.width() <= sideLimit && size.height() <= sideLimit;
    return fits ? reader.read() : QImage();
}

QImage trimmedSeal(const QImage &picture)
{
    QImage image = picture.convertToFormat(QImage::Format_ARGB32);
    if (image.colorSpace().isValid())
        image.convertToColorSpace(QColorSpace::SRgb);
    std::vector<int> rows(static_cast<std::size_t>(image.height()));
    std::vector<int> columns(static_cast<std::size_t>(image.width()));
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = static_cast<const QRgb *>(static_cast<const void *>(image.constScanLine(y)));
        for (int x = 0; x < image.width(); ++x) {
            if (isInk(line[x])) {
                ++rows[static_cast<std::size_t>(y)];
                ++columns[static_cast<std::size_t>(x)];
            }
        }
    }
    const auto [top, bottom] = inked(rows, image.width());
    const auto [left, right] = inked(columns, image.height());
    if (bottom < top || right < left)
        return {};
    return image.copy(left, top, right - left + 1, bottom - top + 1);
}

Result<Document> withSeal(Document document, const Notice &notice, const QString &formId, const Seal &seal)
{
    if (seal.picture.isNull())
        return Error{ErrorCode::PictureUnreadable, {QString()}};
    const QSizeF size(seal.width, seal.width * seal.picture.height() / seal.picture.width());
    const double longest = std::max(size.width(), size.height());
    if (!(longest > 0 && longest <= widestSeal))
        return Error{ErrorCode::SealTooLarge, {QString::number(longest), QString::number(widestSeal)}};
    const Form *form = notice.form(formId);
    NamePlace name;
    if (form)
        name = std::visit(
            [&](const auto &kind) { return namePlace(kind, document.blocks, document.author); }, form->kind);
    if (!name.paragraph)
        return Error{ErrorCode::PlaceUnknown, {formId}};
    name.imprint.picture = {seal.picture, size, QStringLiteral("印章图样")};
    name.paragraph->imprint = name.imprint;
    return document;
}

} // namespace zhibao
