// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/seal.h"

#include "document/composeparts.h"

#include <algorithm>

namespace zhibao {

namespace {

// Where the unit's name is printed.
struct NamePlace {
    Paragraph *paragraph = nullptr; // null: nowhere
    Imprint imprint; // without its picture
};

// The 落款: the name and, below it, the date. Above it stand empty lines, so that the seal's top, as high as one of
// them, is within one line of the text.
NamePlace inOutline(QList<Block> &blocks)
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
NamePlace inTableForm(QList<Block> &blocks, const Form &form, const QString &unit)
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
    if (form && form->kind == FormKind::Outline)
        name = inOutline(document.blocks);
    else if (form)
        name = inTableForm(document.blocks, *form, document.author);
    if (!name.paragraph)
        return Error{ErrorCode::PlaceUnknown, {formId}};
    name.imprint.picture = {seal.picture, size, QStringLiteral("印章图样")};
    name.paragraph->imprint = name.imprint;
    return document;
}

} // namespace zhibao
