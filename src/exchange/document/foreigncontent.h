// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace zhibao {

// Something in a DOCX that stands neither in what this program writes nor in what LibreOffice makes of it, so that
// nobody can say from the text alone what the pages show.
struct ForeignContent {
    enum class Kind {
        Archive, // bytes besides the parts; nothing else is told
        Missing, // `name`: the part, or the element of `part`, that each export has
        Part, // `name`: a part that no export has
        Type, // `part` is said to hold `value`
        Relation, // `part` names something else: `name` is the type, `value` the target
        Markup, // `part` is written so that programs read it differently; `value`: how
        Element, // `name` with the element around it
        Attribute, // `name` with its element, and its value
        Repeated, // `name` stands more than once where once is meant, or not in its place
        Text, // `value` stands where no text does
        Style, // `name`: of a style that is missing, of another kind, or defined twice
        Cut, // letters of the size `name` (half points) in lines that are `value` high (twips)
        Story, // the page header or footer `part` says `value`
        Page, // size or margins: `value`
        Grid, // `name`: row and column, from 1, of a cell that does not fit the table's grid
        Height, // `name`: the row, from 1, that fits no page and may not be parted
        Picture, // as an export may have one; what it shows is not looked at
        Properties, // `part` says of the file what no export says
    };
    Kind kind{};
    QString part; // of the package
    QString name;
    QString value;
    friend bool operator==(const ForeignContent &, const ForeignContent &) = default;
};

// Some of them, each once: enough to tell.
class ForeignContents {
public:
    void add(ForeignContent content);
    const QList<ForeignContent> &all() const { return m_all; }

private:
    QList<ForeignContent> m_all;
};

} // namespace zhibao
