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

// A leaf of the header, in print order.
struct Column {
    QString id;
    QString label;
    bool serial = false;
    bool required = false;
    bool repeating = false; // belongs to the form's repeating group
    double width = 0; // share of the table's width; all columns of a form sum to 1
    QStringList keywords;
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

// A form of headings with a text below each.
struct OutlineForm {
    QList<Section> sections;
    QString closingLine; // "总结材料要有数据支撑，…"
    int limit = 0; // 字数 of the whole summary; 0: none
    // Texts a new report starts with; {unit} stands for the unit's name,
    // {occasion} for the occasion as people read it. Keys: title, addressee, opening, closing.
    QString defaultTitle;
    QString defaultAddressee;
    QString filledTitle; // what the filled-in form is called where that is not its title: no longer an outline (提纲)
    friend bool operator==(const OutlineForm &, const OutlineForm &) = default;
};

enum class Orientation { Portrait, Landscape };

// One annex (附件) of a notice.
struct Form {
    QString id; // key in the report file: "annex1"
    QString mark; // "附件1"
    QString title; // "《质量强国建设纲要》学习宣传贯彻情况表"
    QString shortTitle; // beside its mark, where there is little room: "情况表"
    QDate deadline;
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

// Whether a report on that occasion answers the notice. Error: OccasionUnfit; `path` is only named in it.
Result<void> checkOccasion(const Notice &notice, const QString &occasion, const QString &path = {});

} // namespace zhibao
