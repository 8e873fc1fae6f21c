// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

namespace zhibao {

// One thing that two definitions of a notice do not ask for alike.
struct NoticeChange {
    enum class Kind {
        Notice, // the title, the issuer or the recipient
        FormAdded,
        FormRemoved, // also where a form is of another kind now
        Form, // the title or another label of it
        Deadline,
        Occasion, // how often it is answered, as a definition calls it
        Orientation, // of the pages: "portrait" or "landscape", as the definition says it
        Limit, // of the 字数
        ColumnAdded,
        ColumnRemoved, // also where a column of that id is another thing now
        Column, // its label
        ColumnType, // what it takes, as typeOf() words it
        SectionAdded,
        SectionRemoved,
        Section, // its heading
        Guidance, // what is said below a heading, or below all of them
        Other, // nothing of these, and yet: widths, what is required, an outline's single texts, words by which a
               // column is recognised
    };
    Kind kind = Kind::Other;
    QString form; // id; "" of the notice itself
    QString before; // as it reads; "" where it was not there
    QString after;
    QString column = {}; // id of the one whose type is another
    friend bool operator==(const NoticeChange &, const NoticeChange &) = default;
};

// What a column takes, in the definition's words: "decimal 2 万元 total", "choice 甲/乙".
QString typeOf(const Column &column);

// What `after` asks for otherwise than `before`, in its order; nothing where both say the same.
QList<NoticeChange> compareNotices(const Notice &before, const Notice &after);

// A report as the answer to another definition of its notice.
struct CarriedReport {
    Report report;
    // Of the report as it was: texts that have no place in the other definition, and are not in `report`.
    QList<Place> left;
};

// Forms that the report does not have, and those that only the other definition has, are not made. Texts keep their
// form and column; those of an outline their heading, or where that reads otherwise their number. A
// title or addressee that the notice words beforehand and nobody changed is worded as the other definition does.
CarriedReport carriedOver(const Report &report, const Notice &before, const Notice &after);

} // namespace zhibao
