// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/intake/intakenames.h"

#include "base/named.h"

#include <array>

namespace zhibao {

namespace {

constexpr std::array fileKindNames{
    Named{FilledKind::Docx, "docx"},
    Named{FilledKind::Doc, "doc"},
    Named{FilledKind::Xlsx, "xlsx"},
    Named{FilledKind::Xls, "xls"},
    Named{FilledKind::Web, "html"},
    Named{FilledKind::Separated, "csv"},
    Named{FilledKind::Text, "text"},
    Named{FilledKind::Report, "report"},
    Named{FilledKind::Review, "review"},
    Named{FilledKind::Archive, "zip"},
    Named{FilledKind::Mail, "mail"},
};

constexpr std::array noteNames{
    Named{FilledNoteCode::ChangesAccepted, "changes-accepted"},
    Named{FilledNoteCode::RowsDeleted, "rows-deleted"},
    Named{FilledNoteCode::Comments, "comments"},
    Named{FilledNoteCode::HiddenText, "hidden-text"},
    Named{FilledNoteCode::HiddenRows, "hidden-rows"},
    Named{FilledNoteCode::HiddenColumns, "hidden-columns"},
    Named{FilledNoteCode::HiddenSheets, "hidden-sheets"},
    Named{FilledNoteCode::Pictures, "pictures"},
    Named{FilledNoteCode::Objects, "objects"},
    Named{FilledNoteCode::Formulas, "formulas"},
    Named{FilledNoteCode::FormulasWithoutResult, "formulas-without-result"},
    Named{FilledNoteCode::ErrorValues, "error-values"},
    Named{FilledNoteCode::TextBoxes, "text-boxes"},
    Named{FilledNoteCode::NestedTables, "nested-tables"},
    Named{FilledNoteCode::OrphanedCells, "orphaned-cells"},
    Named{FilledNoteCode::AutomaticNumbers, "automatic-numbers"},
    Named{FilledNoteCode::SymbolsMapped, "symbols-mapped"},
    Named{FilledNoteCode::SymbolsUnknown, "symbols-unknown"},
    Named{FilledNoteCode::Placeholders, "placeholders"},
    Named{FilledNoteCode::Macros, "macros"},
    Named{FilledNoteCode::ExternalLinks, "external-links"},
    Named{FilledNoteCode::CharactersReplaced, "characters-replaced"},
    Named{FilledNoteCode::DamagedParts, "damaged-parts"},
    Named{FilledNoteCode::RowsBeyondLimit, "rows-beyond-limit"},
    Named{FilledNoteCode::NotesAndHeaders, "notes-and-headers"},
};

constexpr std::array notTakenNames{
    Named{NotTaken::Header, "header"},
    Named{NotTaken::Serial, "serial"},
    Named{NotTaken::AboveHeader, "above-header"},
    Named{NotTaken::ColumnNumbers, "column-numbers"},
    Named{NotTaken::Total, "total"},
    Named{NotTaken::Remark, "remark"},
    Named{NotTaken::Label, "label"},
    Named{NotTaken::Category, "category"},
    Named{NotTaken::ColumnUnknown, "column-unknown"},
    Named{NotTaken::ColumnAsked, "column-asked"},
    Named{NotTaken::NoForm, "no-form"},
    Named{NotTaken::FormAsked, "form-asked"},
    Named{NotTaken::Printed, "printed"},
    Named{NotTaken::Heading, "heading"},
    Named{NotTaken::Beside, "beside"},
};

constexpr std::array reasonNames{
    Named{LeftOutReason::Deleted, "deleted"},
    Named{LeftOutReason::Hidden, "hidden"},
    Named{LeftOutReason::Comment, "comment"},
    Named{LeftOutReason::ErrorValue, "error-value"},
    Named{LeftOutReason::Placeholder, "placeholder"},
    Named{LeftOutReason::Covered, "covered"},
    Named{LeftOutReason::Instruction, "instruction"},
    Named{LeftOutReason::Phonetic, "phonetic"},
    Named{LeftOutReason::PageHeader, "page-header"},
    Named{LeftOutReason::Footnote, "footnote"},
    Named{LeftOutReason::BeyondLimit, "beyond-limit"},
};

constexpr std::array whatNames{
    Named{IntakeChange::What::Added, "added"},
    Named{IntakeChange::What::Changed, "changed"},
    Named{IntakeChange::What::Removed, "removed"},
    Named{IntakeChange::What::Conflict, "conflict"},
};

constexpr std::array questionNames{
    Named{IntakeQuestion::Kind::Unit, "unit"},
    Named{IntakeQuestion::Kind::Notice, "notice"},
    Named{IntakeQuestion::Kind::Form, "form"},
    Named{IntakeQuestion::Kind::Column, "column"},
    Named{IntakeQuestion::Kind::Table, "table"},
    Named{IntakeQuestion::Kind::Occasion, "occasion"},
    Named{IntakeQuestion::Kind::Conflict, "conflict"},
    Named{IntakeQuestion::Kind::Frozen, "frozen"},
    Named{IntakeQuestion::Kind::NoForm, "no-form"},
};

} // namespace

QString nameOf(FilledKind kind)
{
    return nameIn(fileKindNames, kind);
}

QString nameOf(FilledNoteCode code)
{
    return nameIn(noteNames, code);
}

QString nameOf(IntakeChange::What what)
{
    return nameIn(whatNames, what);
}

QString nameOf(IntakeQuestion::Kind kind)
{
    return nameIn(questionNames, kind);
}

QString nameOf(const NotTakenText &text)
{
    return text.why == NotTaken::ByReader ? nameIn(reasonNames, text.reader) : nameIn(notTakenNames, text.why);
}

QString nameOf(const FilledPlace &place)
{
    const auto at = [](const QString &list, int index) {
        return index < 0 ? QString() : list + QStringLiteral("[%1]").arg(index);
    };
    QStringList parts{at(QStringLiteral("tables"), place.table), at(QStringLiteral("paragraphs"), place.paragraph),
        at(QStringLiteral("rows"), place.row), at(QStringLiteral("columns"), place.column), place.part};
    parts.removeAll(QString());
    return parts.join(u'.');
}

} // namespace zhibao
