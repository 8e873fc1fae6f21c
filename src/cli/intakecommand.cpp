// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What others filled elsewhere.
#include "base/clock.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reportsource.h"
#include "cli/reviewdesk.h"
#include "core/intake/intakenames.h"
#include "exchange/report/reportfile.h"
#include "workspace/describe/describe.h"
#include "workspace/describe/describeintake.h"
#include "workspace/intake/intake.h"
#include "workspace/review/correspondence.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace zhibao::cli {

namespace {

QJsonArray tablesOf(const PlannedFile &file)
{
    QJsonArray tables;
    for (const RecognisedTable &told : file.reading.tables) {
        QJsonObject columns;
        for (auto column = told.columns.cbegin(); column != told.columns.cend(); ++column)
            columns.insert(QString::number(column.key()), *column);
        QJsonObject header;
        for (auto column = told.header.cbegin(); column != told.header.cend(); ++column)
            header.insert(QString::number(column.key()), *column);
        tables.append(QJsonObject{
            {QStringLiteral("index"), told.table},
            {QStringLiteral("name"), file.filled.tables[told.table].name},
            {QStringLiteral("form"), told.form},
            {QStringLiteral("columns"), columns},
            {QStringLiteral("header"), header},
            {QStringLiteral("rows"), told.rows},
        });
    }
    return tables;
}

QJsonArray changesOf(const PlannedFile &file)
{
    QJsonArray changes;
    for (const IntakeChange &change : file.plan.changes)
        changes.append(QJsonObject{{QStringLiteral("path"), placePath(file.definition, change.place)},
            {QStringLiteral("what"), nameOf(change.what)}});
    return changes;
}

QJsonArray leftOutOf(const PlannedFile &file)
{
    QJsonArray texts;
    for (const NotTakenText &text : file.reading.notTaken)
        texts.append(QJsonObject{{QStringLiteral("where"), nameOf(text.place)}, {QStringLiteral("text"), text.text},
            {QStringLiteral("why"), nameOf(text)}});
    return texts;
}

QJsonArray notesOf(const PlannedFile &file)
{
    QJsonArray notes;
    const auto add = [&](const QString &code, qsizetype count) {
        if (count > 0)
            notes.append(QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("count"), count}});
    };
    for (const FilledNote &note : file.filled.notes)
        add(nameOf(note.code), note.count);
    const QList<RecognisedTable> &tables = file.reading.tables;
    add(QStringLiteral("empty-table"),
        std::count_if(tables.cbegin(), tables.cend(), [](const RecognisedTable &told) { return told.rows == 0; }));
    add(QStringLiteral("blank-form"), file.plan.isBlank ? 1 : 0);
    add(QStringLiteral("joined-tables"), file.reading.joinedTables);
    add(QStringLiteral("merged-cells"), file.reading.mergedCells);
    return notes;
}

QJsonArray labelsOf(const PlannedFile &file)
{
    QJsonArray labels;
    for (const FilledLabel &label : file.filled.labels)
        labels.append(QJsonObject{{QStringLiteral("label"), label.label}, {QStringLiteral("value"), label.value}});
    return labels;
}

QJsonArray questionsOf(const PlannedFile &file)
{
    QJsonArray questions;
    for (const IntakeQuestion &question : file.plan.questions) {
        QJsonObject object{{QStringLiteral("kind"), nameOf(question.kind)}, {QStringLiteral("text"), question.text},
            {QStringLiteral("candidates"), QJsonArray::fromStringList(question.candidates)}};
        if (question.table >= 0)
            object.insert(QStringLiteral("table"), question.table);
        if (question.column >= 0)
            object.insert(QStringLiteral("column"), question.column);
        questions.append(object);
    }
    return questions;
}

// The rows that are known again though they do not say the same.
QJsonArray linksOf(const PlannedFile &file)
{
    QJsonArray links;
    for (const LineLink &link : file.plan.links) {
        if (link.before >= 0 && link.likeness < 1)
            links.append(QJsonObject{{QStringLiteral("form"), link.form}, {QStringLiteral("row"), link.row},
                {QStringLiteral("before"), link.before}, {QStringLiteral("likeness"), link.likeness}});
    }
    return links;
}

QString asJson(const PlannedFile &file)
{
    QJsonObject object{
        {QStringLiteral("file"), file.file.path},
        {QStringLiteral("state"), describeState(file)},
        {QStringLiteral("kind"), file.error ? QString() : nameOf(file.filled.kind)},
        {QStringLiteral("unit"),
            QJsonObject{{QStringLiteral("name"), file.unit.name}, {QStringLiteral("by"), file.unit.by}}},
        {QStringLiteral("forms"), QJsonArray::fromStringList(file.plan.forms)},
        {QStringLiteral("tables"), tablesOf(file)},
        {QStringLiteral("report"), QJsonValue()},
        {QStringLiteral("changes"), changesOf(file)},
        {QStringLiteral("leftOut"), leftOutOf(file)},
        {QStringLiteral("notes"), notesOf(file)},
        {QStringLiteral("labels"), labelsOf(file)},
        {QStringLiteral("questions"), questionsOf(file)},
        {QStringLiteral("links"), linksOf(file)},
    };
    if (!file.notice.isEmpty())
        object.insert(
            QStringLiteral("report"), QJsonDocument::fromJson(writeReport(file.plan.report, file.definition)).object());
    if (file.error)
        object.insert(QStringLiteral("error"), describe(*file.error));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n';
}

QString asLine(const PlannedFile &file)
{
    QStringList marks;
    for (const QString &id : file.plan.forms) {
        const Form *const form = file.definition.form(id);
        marks.append(form ? form->mark : id);
    }
    return tableLine({describeState(file), file.unit.name, marks.join(u'、'), describeChanges(file), file.file.path});
}

// A file for review goes the way of receive.
Result<void> receive(Workspace &workspace, const PlannedFile &file)
{
    Correspondence correspondence(workspace.openReport());
    const Result<IncomingReview> incoming = correspondence.read(file.file.path);
    if (!incoming)
        return incoming.error();
    const Result<ReceivedEntries> received = correspondence.accept(*incoming);
    return received ? Result<void>() : Result<void>(received.error());
}

struct Outcome {
    bool isAsked = false;
    bool isUnread = false;
    int code() const { return isUnread ? badInput : isAsked ? reportHasErrors : done; }
};

void tellOf(const PlannedFile &file, Outcome &outcome)
{
    if (file.error) {
        outcome.isUnread = true;
        printNote(describe(*file.error));
        return;
    }
    for (const IntakeQuestion &question : file.plan.questions) {
        outcome.isAsked = true;
        printNote(QStringLiteral("%1：%2").arg(file.file.path, describe(question, file)));
    }
    for (const LineLink &link : file.plan.links) {
        if (link.before >= 0 && link.likeness < 1)
            printNote(tr("%1：第%2行%3。").arg(file.file.path, QString::number(link.row + 1), describe(link)));
    }
}

int takeIn(Workspace &workspace, const Arguments &arguments)
{
    const bool isPlan = arguments.has(option::plan);
    Intake intake(workspace.office());
    IntakeAnswers answers;
    answers.unit = arguments.value(option::unit);
    answers.occasion = arguments.value(option::occasion);
    QList<PlannedFile> files;
    const QList<ArrivedFile> arrived = Intake::filesIn(arguments.inputs);
    for (const ArrivedFile &file : arrived)
        files.append(intake.plan(file, arguments.value(option::notice), answers));
    if (!isPlan) {
        if (const Result<QList<AppliedFile>> applied = intake.apply(files); !applied)
            return fail(applied.error());
    }
    Outcome outcome;
    QString text;
    for (const PlannedFile &file : std::as_const(files)) {
        text += arguments.has(option::json) ? asJson(file) : asLine(file);
        tellOf(file, outcome);
        if (!file.isReview() || isPlan)
            continue;
        if (const Result<void> received = receive(workspace, file); !received) {
            outcome.isAsked = true;
            printNote(describe(received.error()));
        }
    }
    const int printed = printData(text);
    return printed == done ? outcome.code() : printed;
}

} // namespace

int runIntake(const QStringList &given, const Catalogue &catalogue)
{
    constexpr int mostFiles = 100'000;
    const Result<Arguments> arguments = parseArguments(given,
        {option::store, option::unit, option::notice, option::occasion, option::plan, option::json, option::person,
            option::passwordDescriptor},
        mostFiles);
    if (!arguments)
        return fail(arguments.error());
    if (arguments->inputs.isEmpty())
        return fail(usageError(tr("请写明填好的文件或文件夹")));
    Workspace workspace(catalogue, systemClock());
    // A plan changes nothing, and so needs nothing that could be: it is made without a store as well.
    if (arguments->has(option::plan)) {
        const Result<void> opened = workspace.openStore(askedStore(*arguments), StoreAccess::Read);
        if (!opened && opened.error().code != ErrorCode::FileNotFound)
            return fail(opened.error());
    } else if (const Result<void> opened = openOffice(workspace, *arguments); !opened) {
        return fail(opened.error());
    }
    return takeIn(workspace, *arguments);
}

} // namespace zhibao::cli
