// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/report/occasion.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace zhibao {

// One cell of a table form's header: a leaf is a column, a branch merges the header over its children.
struct HeaderCell {
    QString id; // of a leaf: the key of its text in a row; "" on a branch and on the serial column
    QString label; // to the letter, as the notice prints it
    bool serial = false; // the 序号 (running number) column: shown, never stored
    bool required = false; // of a leaf: an empty text is an error
    double width = 0; // of a leaf: share of the table's width, any unit
    QStringList keywords; // of a leaf: what a pasted header calls it when it is not written to the letter
    QString repeats; // of a branch: the key of the repeating group (several entries in one row)
    QList<HeaderCell> children; // empty on a leaf
    friend bool operator==(const HeaderCell &, const HeaderCell &) = default;
};

// What a column takes. What is typed stays as typed whatever it is; what does not fit is a finding.
enum class ColumnType { Text, Date, Integer, Decimal, Choice, YesNo };

// The definition's word for one: "text", "date", "integer", "decimal", "choice", "yes-no".
QString nameOf(ColumnType type);

// A leaf of the header, in print order.
struct Column {
    QString id;
    QString label;
    bool serial = false;
    bool required = false;
    bool repeating = false; // belongs to the form's repeating group
    double width = 0; // share of the table's width; all columns of a form sum to 1
    QStringList keywords;
    ColumnType type = ColumnType::Text;
    QString unit = {}; // of a number: printed behind it ("台"), or ""
    int decimals = -1; // of a decimal number: the most it may have; -1: any
    QStringList choices = {}; // of a choice, as they are printed
    bool total = false; // of a number: its sum is printed below the rows
    bool isNumber() const { return type == ColumnType::Integer || type == ColumnType::Decimal; }
    friend bool operator==(const Column &, const Column &) = default;
};

// One heading of an outline form (提纲).
struct Section {
    QString heading; // "一、学习《纲要》有关情况"
    QString guidance; // "主要包括：…", or ""
    QStringList keywords; // words by which a pasted heading is recognised when it is not written to the letter
    friend bool operator==(const Section &, const Section &) = default;
};

// A form of rows: columns under a header, with repeating groups.
struct TableForm {
    QString unitLabel; // "填报单位（盖章）："
    QString contactLabel; // "联系人及联系方式："
    QList<HeaderCell> header;
    QString repeatingGroup; // key of the repeating group ("documents"), or ""
    QString repeatingGroupLabel; // its label in the header
    QString entryNoun; // what one entry is called in the interface: "出台文件"
    QList<Column> columns; // leaves of the header in print order
    int headerDepth = 1; // levels of the header
    const Column *column(const QString &sought) const; // that holds texts under that id
    friend bool operator==(const TableForm &, const TableForm &) = default;
};

// Ids of the single texts of a form, as the report file names them.
namespace field {
inline const QString contact = QStringLiteral("contact"); // both kinds of form
inline const QString title = QStringLiteral("title"); // outline forms, from here on
inline const QString addressee = QStringLiteral("addressee");
inline const QString opening = QStringLiteral("opening");
inline const QString closing = QStringLiteral("closing");
inline const QString date = QStringLiteral("date"); // as typed: see core/text/dates.h
} // namespace field

// One of the single texts that an outline form has beside its sections.
struct OutlineField {
    QString id; // of namespace field
    QString label; // in the window; "": as the program calls it
    bool required = false; // an empty text is an error
    bool behind = false; // it stands behind the sections
    friend bool operator==(const OutlineField &, const OutlineField &) = default;
};

// All there are, in print order, as a form has them that says nothing else.
QList<OutlineField> usualOutlineFields();

// A form of headings with a text below each.
struct OutlineForm {
    QList<OutlineField> fields = usualOutlineFields(); // in print order
    bool needsFigures = true; // a section without a figure is a warning
    bool calendarDate = true; // the date is one of the calendar, and printed as official papers have it
    QList<Section> sections;
    QString closingLine; // "总结材料要有数据支撑，…"
    int limit = 0; // 字数 of the whole summary; 0: none
    // Texts a new report starts with; {unit} stands for the unit's name,
    // {occasion} for the occasion as people read it. Keys: title, addressee, opening, closing.
    QString defaultTitle;
    QString defaultAddressee;
    QString filledTitle; // what the filled-in form is called where that is not its title: no longer an outline (提纲)
    const OutlineField *field(const QString &sought) const; // null: the form does not have it
    friend bool operator==(const OutlineForm &, const OutlineForm &) = default;
};

enum class Orientation { Portrait, Landscape };

// A deadline that each period has anew: that day of the month so many months after the one in which the period ends,
// the last day of a month that has no such day.
struct RelativeDeadline {
    int day = 1;
    int months = 0;
    friend bool operator==(const RelativeDeadline &, const RelativeDeadline &) = default;
};

// One annex (附件) of a notice.
struct Form {
    QString id; // key in the report file: "annex1"
    QString mark; // "附件1"
    QString title; // "《质量强国建设纲要》学习宣传贯彻情况表"
    QString shortTitle; // beside its mark, where there is little room: "情况表"
    QDate deadline; // invalid where it is relative to the occasion: see deadlineOf()
    std::optional<RelativeDeadline> relativeDeadline;
    QString deadlineWords; // as the notice says it: "2023年3月31日前"
    Orientation orientation = Orientation::Landscape; // of its pages
    // Closed: what does one thing for a table and another for an outline visits it, so that the compiler lists what a
    // third kind would need.
    std::variant<TableForm, OutlineForm> kind;
    const TableForm *table() const { return std::get_if<TableForm>(&kind); } // null: it is no such form
    const OutlineForm *outline() const { return std::get_if<OutlineForm>(&kind); }
    friend bool operator==(const Form &, const Form &) = default;
};

// What is asked for (通知). Data, never code: a definition that noticereader reads. A notice may have several of them
// one after the other, all with its number.
struct Notice {
    QByteArray json; // the definition, as it was read
    QByteArray digest; // SHA-256 of it, which names it
    // Whether a report that names no definition follows this one: the first that the program was shipped with.
    bool isImplied = true;
    QString number; // 文号: "国市监质发〔2023〕9号"
    QString title; // "市场监管总局关于认真学习宣传贯彻《质量强国建设纲要》的通知"
    QString issuer; // "国家市场监督管理总局"
    QString subject; // the policy paper the notice is about: "质量强国建设纲要"
    QDate issued;
    OccasionKind occasion = OccasionKind::Once; // how often it is answered
    QString recipient; // "质量发展局"
    QString recipientPerson;
    QString recipientTelephone;
    QString recipientMail;
    QList<Form> forms;
    const Form *form(const QString &id) const;
    QByteArray definition() const { return isImplied ? QByteArray() : digest; } // as a report names it
    friend bool operator==(const Notice &, const Notice &) = default;
};

// The definition of the number that `definition` names: "" the one that is implied, or the last of those that are
// given where none is. Nothing where it is not given.
const Notice *findNotice(const QList<Notice> &notices, const QString &number, const QByteArray &definition);

// When the form is due on that occasion; invalid where a period is asked for and the occasion is none.
QDate deadlineOf(const Form &form, const Notice &notice, const QString &occasion);

// Whether a report on that occasion answers the notice. Error: OccasionUnfit; `path` is only named in it.
Result<void> checkOccasion(const Notice &notice, const QString &occasion, const QString &path = {});

} // namespace zhibao
