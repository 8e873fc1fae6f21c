// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice/notice.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QStringView>
#include <QUuid>

namespace zhibao {

// Column or field id → text; an absent key is an empty text. Edits and readers keep empty texts absent, so that
// reports that say the same are equal.
using Texts = QMap<QString, QString>;

// Names a line (a row or an entry) for as long as it lives: wherever it is moved to and at whichever office. A line has
// it from when it is made, and a copy of the line another one. Null: from a file or a version without ids.
using LineId = QUuid;

// What lines say makes them equal; which lines they are does not count.
struct Entry : Texts {
    using Texts::Texts;
    Entry(const Texts &texts = {}) // NOLINT(google-explicit-constructor): an entry is its texts
        : Texts(texts)
    {
    }
    LineId id;
};

// One numbered row of a table form.
struct Row {
    Texts cells; // texts of the columns outside the repeating group
    QList<Entry> entries; // the repeating group: none, one or many entries (e.g. documents)
    LineId id = {};
    friend bool operator==(const Row &one, const Row &other)
    {
        return one.cells == other.cells && one.entries == other.entries;
    }
};

// The answer to one form: a table form uses fields and rows, an outline form fields and sections.
struct FormAnswer {
    Texts fields;
    QList<Row> rows;
    QStringList sections; // one text for each heading of the outline
    friend bool operator==(const FormAnswer &, const FormAnswer &) = default;
};

// What a report is known by: no two in a store have the same.
struct ReportKey {
    QString notice; // number
    QString unit; // full name
    QString occasion = {}; // "" where the notice is answered once (core/occasion.h)
    friend bool operator==(const ReportKey &, const ReportKey &) = default;
};

// That of a report, or of what tells of one.
template <typename Told>
ReportKey keyOf(const Told &told)
{
    return {told.notice, told.unit, told.occasion};
}

// What one unit answers to one notice on one occasion. A plain value.
struct Report {
    QString notice; // the notice's number
    QString unit; // the unit's full name
    QMap<QString, FormAnswer> forms;
    // Of the notice, that it follows: Notice::definition(). No part of what it says, and of no digest of it.
    QByteArray definition = {};
    QString occasion = {}; // "" where the notice is answered once
    friend bool operator==(const Report &, const Report &) = default;
};

// Where a text lives in a report. The forms: {form, field}: a single text; {form, field=column, row}: a cell;
// {form, field=column, row, entry}: a cell of the repeating group; {form, section}: the text under a heading;
// {form} alone: the form as a whole; {form, row}: a row; {form, row, entry}: an entry.
struct Place {
    QString form;
    QString field;
    int row = -1;
    int entry = -1;
    int section = -1;
    friend bool operator==(const Place &, const Place &) = default;
};

// The place as a JSON path in the report file: annex1.rows[0].documents[1].title. Indices count from 0.
QString placePath(const Notice &notice, const Place &place);

// The text at a place; empty where there is none.
QString textAt(const Report &report, const Place &place);

// Whether the notice and the report have this place (a text can be set there).
bool hasPlace(const Report &report, const Notice &notice, const Place &place);

// Every place of a form that can hold a text, in reading order; with `report` for the rows and entries there are.
QList<Place> textPlaces(const Report &report, const Notice &notice, const QString &form);

// An empty report: one empty row in each table form, a text for each heading, default title and addressee.
Report newReport(const Notice &notice, const QString &unit, const QString &occasion = {});

// A text that the notice words beforehand, as it reads in that report: with the unit and the occasion in their places.
QString worded(QString text, const Report &report, const Notice &notice);

// One that says nothing at all, and follows no definition that it names.
Report emptyReport(const ReportKey &key);

// The same report with everything the notice's forms expect present (all forms, one text a heading).
Report completed(Report report, const Notice &notice);

// The texts a form asks for, some of its textPlaces: the required columns of every row that has any text (of the first
// row where none has) and of every entry that has any text, the contact; of an outline the title, each section, the
// date, the contact.
QList<Place> requiredPlaces(const Report &report, const Notice &notice, const QString &form);

// Per cent (0 to 100) of the required texts of all forms that are filled; a title that the notice words beforehand
// does not count.
int progressOf(const Report &report, const Notice &notice);

// The earliest deadline of the forms that are not finished; invalid where all are.
QDate dueOf(const Report &report, const Notice &notice);

// Whether a text says nothing: empty, or white space only.
bool isBlank(QStringView text);

// The contact line of an outline form as printed: in full-width brackets, unless it already is in brackets as a whole
// (full-width or not). Empty for an empty text.
QString contactNote(const QString &text);

} // namespace zhibao
