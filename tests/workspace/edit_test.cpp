// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/desk.h"

namespace edit_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const Place opening{QStringLiteral("annex2"), field::opening};
const Place closing{QStringLiteral("annex2"), field::closing};
const Place cell{QStringLiteral("annex1"), QStringLiteral("study"), 0};

// Types the text letter by letter, as a text edit does.
void type(Workspace &workspace, const Place &place, const QString &text)
{
    const QString before = textAt(workspace.openReport().report(), place);
    for (qsizetype length = 1; length <= text.size(); ++length)
        REQUIRE(workspace.openReport().setText(place, before + text.first(length)));
}

} // namespace

TEST_CASE("A typing burst is one undo step")
{
    Desk desk;
    desk.create();
    Workspace &workspace = *desk.workspace;
    QUndoStack &undo = *workspace.openReport().undoStack();
    type(workspace, opening, QStringLiteral("按照要求"));
    CHECK(undo.count() == 1);
    CHECK(undo.undoText() == QStringLiteral("输入"));

    SECTION("a pause ends it")
    {
        desk.pass(1001);
        type(workspace, opening, QStringLiteral("，我局"));
        CHECK(undo.count() == 2);
        undo.undo();
        CHECK(textAt(workspace.openReport().report(), opening) == QStringLiteral("按照要求"));
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
        REQUIRE(workspace.openReport().setText(opening, QStringLiteral("按照要")));
        REQUIRE(workspace.openReport().setText(opening, QStringLiteral("按照")));
        CHECK(undo.count() == 2);
        type(workspace, opening, QStringLiteral("部署"));
        CHECK(undo.count() == 3);
    }
    SECTION("it ends where it is told to")
    {
        workspace.openReport().endBurst();
        type(workspace, opening, QStringLiteral("，"));
        CHECK(undo.count() == 2);
    }
    SECTION("a change of rows ends it")
    {
        REQUIRE(workspace.openReport().insertRow(QStringLiteral("annex1"), 1));
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
        REQUIRE(workspace.openReport().setText(opening, QStringLiteral("按照要求")));
        CHECK(undo.count() == 1);
    }
}

TEST_CASE("Undo and redo reach every change across the forms, and tell it")
{
    Desk desk;
    desk.create();
    Workspace &workspace = *desk.workspace;
    QList<Change> told;
    QObject::connect(&workspace.openReport(), &OpenReport::changed, [&](const Change &change) { told.append(change); });
    const QString form = QStringLiteral("annex1");

    QList<Report> states{workspace.openReport().report()};
    const auto step = [&](const Result<void> &done) {
        REQUIRE(done);
        states.append(workspace.openReport().report());
    };
    step(workspace.openReport().setText(cell, QStringLiteral("学习\n两次")));
    step(workspace.openReport().insertRow(form, 1, Row{{{QStringLiteral("study"), QStringLiteral("二")}}, {}}));
    step(workspace.openReport().insertEntry(form, 1, 0, {{QStringLiteral("title"), QStringLiteral("方案")}}));
    step(workspace.openReport().insertEntry(form, 1, 1));
    step(workspace.openReport().moveEntry(form, 1, 0, 1));
    step(workspace.openReport().removeEntry(form, 1, 0));
    step(workspace.openReport().moveRow(form, 1, 0));
    step(workspace.openReport().setText({QStringLiteral("annex2"), {}, -1, -1, 3}, QStringLiteral("四")));
    step(workspace.openReport().removeRow(form, 0));
    Report pasted = workspace.openReport().report();
    pasted.forms[QStringLiteral("annex2")].sections[0] = QStringLiteral("粘贴");
    step(workspace.openReport().apply(pasted, {{QStringLiteral("annex2"), {}}, true}, QStringLiteral("粘贴")));

    QUndoStack &undo = *workspace.openReport().undoStack();
    REQUIRE(undo.count() == states.size() - 1);
    CHECK(undo.undoText() == QStringLiteral("粘贴"));
    CHECK(undo.text(2) == QStringLiteral("插入出台文件"));
    CHECK(told.size() == undo.count());
    CHECK_FALSE(told.first().structure);
    CHECK(told.first().place == cell);
    CHECK(told[1].structure);
    for (qsizetype index = states.size() - 2; index >= 0; --index) {
        undo.undo();
        CHECK(workspace.openReport().report() == states[index]);
    }
    CHECK_FALSE(undo.canUndo());
    for (qsizetype index = 1; index < states.size(); ++index) {
        undo.redo();
        CHECK(workspace.openReport().report() == states[index]);
    }
    CHECK(told.size() == 3 * undo.count());
}

TEST_CASE("An edit where there is nothing is refused and changes nothing")
{
    Desk desk;
    CHECK(
        desk.workspace->openReport().setText(opening, QStringLiteral("字")).error().code == ErrorCode::ReportNotFound);
    desk.create();
    const Report before = desk.workspace->openReport().report();
    CHECK(desk.workspace->openReport().setText({QStringLiteral("annex9"), field::opening}, {}).error().code
        == ErrorCode::PlaceUnknown);
    CHECK(desk.workspace->openReport().removeRow(QStringLiteral("annex1"), 7).error().code == ErrorCode::PlaceUnknown);
    CHECK(desk.workspace->openReport().report() == before);
    CHECK(desk.workspace->openReport().undoStack()->count() == 0);
}

TEST_CASE("Counts, findings and progress follow each edit")
{
    Desk desk;
    desk.create();
    Workspace &workspace = *desk.workspace;
    const QString form = QStringLiteral("annex2");
    const int words = workspace.openReport().words(form).words;
    const int progress = workspace.openReport().progress();
    const QList<Finding> findings = workspace.openReport().findings();
    REQUIRE(workspace.openReport().setText({form, {}, -1, -1, 0}, QStringLiteral("集中学习3次")));
    CHECK(workspace.openReport().words(form).words == words + 6);
    CHECK(workspace.openReport().progress() > progress);
    CHECK(workspace.openReport().findings() != findings);
    workspace.openReport().undoStack()->undo();
    CHECK(workspace.openReport().words(form).words == words);
    CHECK(workspace.openReport().findings() == findings);
}

TEST_CASE("Counts follow an edit of another form, and one of both forms")
{
    Desk desk;
    desk.create();
    Workspace &workspace = *desk.workspace;
    const QString table = QStringLiteral("annex1");
    const QString summary = QStringLiteral("annex2");
    REQUIRE(workspace.openReport().setText({summary, {}, -1, -1, 0}, QStringLiteral("集中学习3次")));
    const int words = workspace.openReport().words(summary).words;
    REQUIRE(workspace.openReport().setText({table, QStringLiteral("study"), 0}, QStringLiteral("学习3次")));
    CHECK(workspace.openReport().words(summary).words == words);
    Report both = workspace.openReport().report();
    both.forms[table].rows[0].cells[QStringLiteral("study")] = QStringLiteral("学习4次");
    both.forms[summary].sections[0] = QStringLiteral("学习3次");
    REQUIRE(workspace.openReport().apply(both, {{table, QStringLiteral("study"), 0}, false}, QStringLiteral("替换")));
    CHECK(workspace.openReport().words(summary).words == words - 2);
    workspace.openReport().undoStack()->undo();
    CHECK(workspace.openReport().words(summary).words == words);
}

TEST_CASE("A notice with other forms is edited without a line of code")
{
    Desk desk;
    desk.notice = inventedNotice();
    const qint64 id = desk.create();
    Workspace &workspace = *desk.workspace;
    const Form &form = workspace.openReport().notice().forms.first();
    REQUIRE(workspace.openReport().insertEntry(form.id, 0, 0));
    CHECK(workspace.openReport().undoStack()->undoText() == QStringLiteral("插入器具"));
    const QList<Place> places = textPlaces(workspace.openReport().report(), workspace.openReport().notice(), form.id);
    for (const Place &place : places)
        REQUIRE(workspace.openReport().setText(place, placePath(workspace.openReport().notice(), place)));
    REQUIRE(workspace.openReport().flush());
    CHECK(completed(desk.stored(id), desk.notice) == workspace.openReport().report());
}

} // namespace edit_test
