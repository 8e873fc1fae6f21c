// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/intake/intakenames.h"

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

template <typename Code>
struct CodeName {
    Code code;
    const char *name;
};
template <typename Code>
CodeName(Code, const char *) -> CodeName<Code>; // clang 14, and so clang-tidy, does not deduce it from the members

constexpr std::array fileKindNames{
    CodeName{FilledKind::Docx, "docx"},
    CodeName{FilledKind::Doc, "doc"},
    CodeName{FilledKind::Xlsx, "xlsx"},
    CodeName{FilledKind::Xls, "xls"},
    CodeName{FilledKind::Web, "html"},
    CodeName{FilledKind::Separated, "csv"},
    CodeName{FilledKind::Text, "text"},
    CodeName{FilledKind::Report, "report"},
    CodeName{FilledKind::Review, "review"},
    CodeName{FilledKind::Archive, "zip"},
    CodeName{FilledKind::Mail, "mail"},
};

constexpr std::array noteNames{
    CodeName{FilledNoteCode::ChangesAccepted, "changes-accepted"},
    CodeName{FilledNoteCode::RowsDeleted, "rows-deleted"},
    CodeName{FilledNoteCode::Comments, "comments"},
    CodeName{FilledNoteCode::HiddenText, "hidden-text"},
    CodeName{FilledNoteCode::HiddenRows, "hidden-rows"},
    CodeName{FilledNoteCode::HiddenColumns, "hidden-columns"},
    CodeName{FilledNoteCode::HiddenSheets, "hidden-sheets"},
    CodeName{FilledNoteCode::Pictures, "pictures"},
    CodeName{FilledNoteCode::Objects, "objects"},
    CodeName{FilledNoteCode::Formulas, "formulas"},
    CodeName{FilledNoteCode::FormulasWithoutResult, "formulas-without-result"},
    CodeName{FilledNoteCode::ErrorValues, "error-values"},
    CodeName{FilledNoteCode::TextBoxes, "text-boxes"},
    CodeName{FilledNoteCode::NestedTables, "nested-tables"},
    CodeName{FilledNoteCode::OrphanedCells, "orphaned-cells"},
    CodeName{FilledNoteCode::AutomaticNumbers, "automatic-numbers"},
    CodeName{FilledNoteCode::SymbolsMapped, "symbols-mapped"},
    CodeName{FilledNoteCode::SymbolsUnknown, "symbols-unknown"},
    CodeName{FilledNoteCode::Placeholders, "placeholders"},
    CodeName{FilledNoteCode::Macros, "macros"},
    CodeName{FilledNoteCode::ExternalLinks, "external-links"},
    CodeName{FilledNoteCode::CharactersReplaced, "characters-replaced"},
    CodeName{FilledNoteCode::DamagedParts, "damaged-parts"},
    CodeName{FilledNoteCode::RowsBeyondLimit, "rows-beyond-limit"},
    CodeName{FilledNoteCode::NotesAndHeaders, "notes-and-headers"},
};

constexpr std::array notTakenNames{
    CodeName{NotTaken::Header, "header"},
    CodeName{NotTaken::Serial, "serial"},
    CodeName{NotTaken::AboveHeader, "above-header"},
    CodeName{NotTaken::ColumnNumbers, "column-numbers"},
    CodeName{NotTaken::Total, "total"},
    CodeName{NotTaken::Remark, "remark"},
    CodeName{NotTaken::Label, "label"},
    CodeName{NotTaken::Category, "category"},
    CodeName{NotTaken::ColumnUnknown, "column-unknown"},
    CodeName{NotTaken::ColumnAsked, "column-asked"},
    CodeName{NotTaken::NoForm, "no-form"},
    CodeName{NotTaken::FormAsked, "form-asked"},
    CodeName{NotTaken::Printed, "printed"},
    CodeName{NotTaken::Heading, "heading"},
    CodeName{NotTaken::Beside, "beside"},
};

constexpr std::array reasonNames{
    CodeName{LeftOutReason::Deleted, "deleted"},
    CodeName{LeftOutReason::Hidden, "hidden"},
    CodeName{LeftOutReason::Comment, "comment"},
    CodeName{LeftOutReason::ErrorValue, "error-value"},
    CodeName{LeftOutReason::Placeholder, "placeholder"},
    CodeName{LeftOutReason::Covered, "covered"},
    CodeName{LeftOutReason::Instruction, "instruction"},
    CodeName{LeftOutReason::Phonetic, "phonetic"},
    CodeName{LeftOutReason::PageHeader, "page-header"},
    CodeName{LeftOutReason::Footnote, "footnote"},
    CodeName{LeftOutReason::BeyondLimit, "beyond-limit"},
};

constexpr std::array whatNames{
    CodeName{IntakeChange::What::Added, "added"},
    CodeName{IntakeChange::What::Changed, "changed"},
    CodeName{IntakeChange::What::Removed, "removed"},
    CodeName{IntakeChange::What::Conflict, "conflict"},
};

constexpr std::array questionNames{
    CodeName{IntakeQuestion::Kind::Unit, "unit"},
    CodeName{IntakeQuestion::Kind::Notice, "notice"},
    CodeName{IntakeQuestion::Kind::Form, "form"},
    CodeName{IntakeQuestion::Kind::Column, "column"},
    CodeName{IntakeQuestion::Kind::Table, "table"},
    CodeName{IntakeQuestion::Kind::Occasion, "occasion"},
    CodeName{IntakeQuestion::Kind::Conflict, "conflict"},
    CodeName{IntakeQuestion::Kind::Frozen, "frozen"},
    CodeName{IntakeQuestion::Kind::NoForm, "no-form"},
};

template <typename Code, std::size_t count>
QString nameIn(const std::array<CodeName<Code>, count> &names, Code code)
{
    const auto known
        = std::find_if(names.begin(), names.end(), [&](const CodeName<Code> &each) { return each.code == code; });
    return QString::fromLatin1(known->name);
}

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
