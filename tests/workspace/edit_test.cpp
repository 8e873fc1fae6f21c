// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/desk.h"

using namespace zhibao;
using namespace zhibao::test;

namespace {

const Place opening{QStringLiteral("annex2"), field::opening};
const Place closing{QStringLiteral("annex2"), field::closing};
const Place cell{QStringLiteral("annex1"), QStringLiteral("study"), 0};

// Types the text letter by letter, as a text edit does.
void type(Workspace &workspace, const Place &place, const QString &text)
{
    const QString before = textAt(workspace.report(), place);
    for (qsizetype length = 1; length <= text.size(); ++length)
        REQUIRE(workspace.setText(place, before + text.first(length)));
}

} // namespace

TEST_CASE("A typing burst is one undo step")
{
    Desk desk;
    desk.create();
    Workspace &workspace = *desk.workspace;
    QUndoStack &undo = *workspace.undoStack();
    type(workspace, opening, QStringLiteral("按照要求"));
    CHECK(undo.count() == 1);
    CHECK(undo.undoText() == QStringLiteral("输入"));

    SECTION("a pause ends it")
    {
        desk.pass(1001);
        type(workspace, opening, QStringLiteral("，我局"));
        CHECK(undo.count() == 2);
        undo.undo();
        CHECK(textAt(workspace.report(), opening) == QStringLiteral("按照要求"));
    }
    SECTION("a shorter pause does not")
    {
        desk.pass(900);
        type(workspace, opening, QStringLiteral("，"));
        desk.pass(900);
        type(workspace, opening, QStringLiteral("我"));
        CHECK(undo.count() == 1);
    }
    SECTION("another place ends it")
    {
        type(workspace, closing, QStringLiteral("下一步"));
        type(workspace, opening, QStringLiteral("，"));
        CHECK(undo.count() == 3);
    }
    SECTION("deleting ends it, and typing again ends that")
    {
        REQUIRE(workspace.setText(opening, QStringLiteral("按照要")));
        REQUIRE(workspace.setText(opening, QStringLiteral("按照")));
        CHECK(undo.count() == 2);
        type(workspace, opening, QStringLiteral("部署"));
        CHECK(undo.count() == 3);
    }
    SECTION("it ends where it is told to")
    {
        workspace.endBurst();
        type(workspace, opening, QStringLiteral("，"));
        CHECK(undo.count() == 2);
    }
    SECTION("a change of rows ends it")
    {
        REQUIRE(workspace.insertRow(QStringLiteral("annex1"), 1));
        type(workspace, opening, QStringLiteral("，"));
        CHECK(undo.count() == 3);
    }
    SECTION("what is typed after an undo is a step of its own")
    {
        type(workspace, closing, QStringLiteral("一"));
        undo.undo();
        type(workspace, opening, QStringLiteral("，"));
        CHECK(undo.count() == 2);
    }
    SECTION("an equal text is no step")
    {
        REQUIRE(workspace.setText(opening, QStringLiteral("按照要求")));
        CHECK(undo.count() == 1);
    }
}

TEST_CASE("Undo and redo reach every change across the forms, and tell it")
{
    Desk desk;
    desk.create();
    Workspace &workspace = *desk.workspace;
    QList<Change> told;
    QObject::connect(&workspace, &Workspace::changed, [&](const Change &change) { told.append(change); });
    const QString form = QStringLiteral("annex1");

    QList<Report> states{workspace.report()};
    const auto step = [&](const Result<void> &done) {
        REQUIRE(done);
        states.append(workspace.report());
    };
    step(workspace.setText(cell, QStringLiteral("学习\n两次")));
    step(workspace.insertRow(form, 1, Row{{{QStringLiteral("study"), QStringLiteral("二")}}, {}}));
    step(workspace.insertEntry(form, 1, 0, {{QStringLiteral("title"), QStringLiteral("方案")}}));
    step(workspace.insertEntry(form, 1, 1));
    step(workspace.moveEntry(form, 1, 0, 1));
    step(workspace.removeEntry(form, 1, 0));
    step(workspace.moveRow(form, 1, 0));
    step(workspace.setText({QStringLiteral("annex2"), {}, -1, -1, 3}, QStringLiteral("四")));
    step(workspace.removeRow(form, 0));
    Report pasted = workspace.report();
    pasted.forms[QStringLiteral("annex2")].sections[0] = QStringLiteral("粘贴");
    step(workspace.apply(pasted, {{QStringLiteral("annex2"), {}}, true}, QStringLiteral("粘贴")));

    QUndoStack &undo = *workspace.undoStack();
    REQUIRE(undo.count() == states.size() - 1);
    CHECK(undo.undoText() == QStringLiteral("粘贴"));
    CHECK(undo.text(2) == QStringLiteral("插入出台文件"));
    CHECK(told.size() == undo.count());
    CHECK_FALSE(told.first().structure);
    CHECK(told.first().place == cell);
    CHECK(told[1].structure);
    for (qsizetype index = states.size() - 2; index >= 0; --index) {
        undo.undo();
        CHECK(workspace.report() == states[index]);
    }
    CHECK_FALSE(undo.canUndo());
    for (qsizetype index = 1; index < states.size(); ++index) {
        undo.redo();
        CHECK(workspace.report() == states[index]);
    }
    CHECK(told.size() == 3 * undo.count());
}

TEST_CASE("An edit where there is nothing is refused and changes nothing")
{
    Desk desk;
    CHECK(desk.workspace->setText(opening, QStringLiteral("字")).error().code == ErrorCode::ReportNotFound);
    desk.create();
    const Report before = desk.workspace->report();
    CHECK(desk.workspace->setText({QStringLiteral("annex9"), field::opening}, {}).error().code
        == ErrorCode::PlaceUnknown);
    CHECK(desk.workspace->removeRow(QStringLiteral("annex1"), 7).error().code == ErrorCode::PlaceUnknown);
    CHECK(desk.workspace->report() == before);
    CHECK(desk.workspace->undoStack()->count() == 0);
}

TEST_CASE("Counts, findings and progress follow each edit")
{
    Desk desk;
    desk.create();
    Workspace &workspace = *desk.workspace;
    const QString form = QStringLiteral("annex2");
    const int words = workspace.words(form).words;
    const int progress = workspace.progress();
    const QList<Finding> findings = workspace.findings();
    REQUIRE(workspace.setText({form, {}, -1, -1, 0}, QStringLiteral("集中学习3次")));
    CHECK(workspace.words(form).words == words + 6);
    CHECK(workspace.progress() > progress);
    CHECK(workspace.findings() != findings);
    workspace.undoStack()->undo();
    CHECK(workspace.words(form).words == words);
    CHECK(workspace.findings() == findings);
}

TEST_CASE("Counts follow an edit of another form, and one of both forms")
{
    Desk desk;
    desk.create();
    Workspace &workspace = *desk.workspace;
    const QString table = QStringLiteral("annex1");
    const QString summary = QStringLiteral("annex2");
    REQUIRE(workspace.setText({summary, {}, -1, -1, 0}, QStringLiteral("集中学习3次")));
    const int words = workspace.words(summary).words;
    REQUIRE(workspace.setText({table, QStringLiteral("study"), 0}, QStringLiteral("学习3次")));
    CHECK(workspace.words(summary).words == words);
    Report both = workspace.report();
    both.forms[table].rows[0].cells[QStringLiteral("study")] = QStringLiteral("学习4次");
    both.forms[summary].sections[0] = QStringLiteral("学习3次");
    REQUIRE(workspace.apply(both, {{table, QStringLiteral("study"), 0}, false}, QStringLiteral("替换")));
    CHECK(workspace.words(summary).words == words - 2);
    workspace.undoStack()->undo();
    CHECK(workspace.words(summary).words == words);
}

TEST_CASE("A notice with other forms is edited without a line of code")
{
    Desk desk;
    desk.notice = inventedNotice();
    const qint64 id = desk.create();
    Workspace &workspace = *desk.workspace;
    const Form &form = workspace.notice().forms.first();
    REQUIRE(workspace.insertEntry(form.id, 0, 0));
    CHECK(workspace.undoStack()->undoText() == QStringLiteral("插入器具"));
    const QList<Place> places = textPlaces(workspace.report(), workspace.notice(), form.id);
    for (const Place &place : places)
        REQUIRE(workspace.setText(place, placePath(workspace.notice(), place)));
    REQUIRE(workspace.flush());
    CHECK(completed(desk.stored(id), desk.notice) == workspace.report());
}
