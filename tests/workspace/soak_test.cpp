// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Ten thousand random actions of a person, against a model that is nothing but values: equal after each.
#include "store/backup/inspection.h"
#include "workspace/desk.h"

#include <QFile>

#include <malloc.h>
#include <unistd.h>

#include <random>

namespace soak_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

constexpr int actionsARound = 1'000;
const QString table = QStringLiteral("annex1");
const QString outline = QStringLiteral("annex2");

// What the workspace should be like: the states that undo and redo walk through.
struct Model {
    QList<Report> states;
    qsizetype at = 0;

    const Report &now() const { return states[at]; }

    void change(const Report &after)
    {
        if (after == now())
            return;
        states.resize(at + 1);
        states.append(after);
        ++at;
    }

    void undo() { at = std::max<qsizetype>(at - 1, 0); }
    void redo() { at = std::min(at + 1, states.size() - 1); }
};

// Does the same to the workspace and to the model.
class Typist {
public:
    Typist(Workspace &workspace, unsigned int seed)
        : m_workspace(workspace)
        , m_random(seed)
        , m_model{{workspace.openReport().report()}, 0}
    {
    }

    void act()
    {
        switch (below(12)) {
        case 0:
        case 1:
        case 2:
        case 3:
            return type();
        case 4:
            return insertRow();
        case 5:
            return removeRow();
        case 6:
            return moveRow();
        case 7:
            return changeEntries();
        case 8:
        case 9:
            m_workspace.openReport().undoStack()->undo();
            return m_model.undo();
        case 10:
            m_workspace.openReport().undoStack()->redo();
            return m_model.redo();
        default:
            return saveOrRestore();
        }
    }

    bool agrees() const { return m_workspace.openReport().report() == m_model.now(); }

    // Back to where it began, and forth again.
    bool undoesToTheStart()
    {
        while (m_workspace.openReport().undoStack()->canUndo())
            m_workspace.openReport().undoStack()->undo();
        const bool back = m_workspace.openReport().report() == m_model.states.constFirst();
        while (m_workspace.openReport().undoStack()->canRedo())
            m_workspace.openReport().undoStack()->redo();
        return back && m_workspace.openReport().report() == m_model.states.constLast();
    }

private:
    int below(qsizetype limit) { return std::uniform_int_distribution<int>(0, static_cast<int>(limit) - 1)(m_random); }

    // An edit the workspace refuses (a row that is not there) changes nothing in the model either.
    void done(const Result<void> &result, const Report &after)
    {
        if (result)
            m_model.change(after);
    }

    void type()
    {
        static const QStringList texts{{}, QStringLiteral("一"), QStringLiteral("质量强国\n建设纲要"),
            QStringLiteral("𡐓 𬭛 “引号”　全角空格"), QString(200, u'长')};
        Report after = m_model.now();
        const QString text = texts[below(texts.size())] + (below(2) == 0 ? QString() : QString::number(below(1000)));
        Place place{outline, {}, -1, -1, below(5)};
        FormAnswer &answer = after.forms[outline];
        if (below(2) == 0 && !after.forms[table].rows.isEmpty()) {
            place = {table, QStringLiteral("study"), below(after.forms[table].rows.size())};
            Texts &cells = after.forms[table].rows[place.row].cells;
            if (text.isEmpty())
                cells.remove(place.field);
            else
                cells.insert(place.field, text);
        } else {
            answer.sections[place.section] = text;
        }
        m_workspace.openReport().endBurst(); // each text is a step of its own
        done(m_workspace.openReport().setText(place, text), after);
    }

    void insertRow()
    {
        Report after = m_model.now();
        const int at = below(after.forms[table].rows.size() + 1);
        const Row row{{{QStringLiteral("study"), QString::number(below(9))}}, {}};
        after.forms[table].rows.insert(at, row);
        if (after.forms[table].rows.size() < 40)
            done(m_workspace.openReport().insertRow(table, at, row), after);
    }

    void removeRow()
    {
        Report after = m_model.now();
        if (after.forms[table].rows.isEmpty())
            return;
        const int row = below(after.forms[table].rows.size());
        after.forms[table].rows.removeAt(row);
        done(m_workspace.openReport().removeRow(table, row), after);
    }

    void moveRow()
    {
        Report after = m_model.now();
        if (after.forms[table].rows.isEmpty())
            return;
        const int from = below(after.forms[table].rows.size());
        const int to = below(after.forms[table].rows.size());
        after.forms[table].rows.move(from, to);
        done(m_workspace.openReport().moveRow(table, from, to), after);
    }

    void changeEntries()
    {
        Report after = m_model.now();
        if (after.forms[table].rows.isEmpty())
            return;
        const int row = below(after.forms[table].rows.size());
        QList<Entry> &entries = after.forms[table].rows[row].entries;
        if (entries.size() > 3) {
            const int entry = below(entries.size());
            entries.removeAt(entry);
            return done(m_workspace.openReport().removeEntry(table, row, entry), after);
        }
        const int at = below(entries.size() + 1);
        const Texts entry{{QStringLiteral("title"), QString::number(below(9))}};
        entries.insert(at, entry);
        done(m_workspace.openReport().insertEntry(table, row, at, entry), after);
    }

    void saveOrRestore()
    {
        const QList<Version> versions = m_workspace.openReport().versions().value();
        if (below(4) != 0)
            return;
        const Version version = versions[below(versions.size())];
        const Report after = m_workspace.openReport().version(version.id).value();
        done(m_workspace.openReport().restoreVersion(version.id), after);
    }

    Workspace &m_workspace;
    std::mt19937 m_random;
    Model m_model;
};

#ifdef ZHIBAO_SANITIZED
// The address sanitizer's allocator keeps what is freed, so that only what is resident can be told; there the leak
// sanitizer tells what is lost.
constexpr double allowedGrowth = 2.0;
constexpr int rounds = 4; // each takes ten times as long

double usedMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const double pages = file.readAll().split(' ').value(1).toDouble();
    return pages * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}
#else
// Of what is in use, some 2 MB: what is resident grows by the gaps between, too.
constexpr double allowedGrowth = 1.15;
constexpr int rounds = 10;

double usedMegabytes()
{
    const struct mallinfo2 heap = ::mallinfo2();
    return static_cast<double>(heap.uordblks + heap.hblkhd) / (1024 * 1024);
}
#endif

} // namespace

TEST_CASE("Ten thousand random actions leave what a plain model says, and memory as it was")
{
    Desk desk;
    const qint64 id = desk.create();
    std::optional<double> first;
    for (int round = 0; round < rounds; ++round) {
        REQUIRE(desk.workspace->openReport().open(id));
        Typist person(*desk.workspace, static_cast<unsigned int>(round));
        int agreed = 0;
        for (int action = 0; action < actionsARound; ++action) {
            person.act();
            agreed += person.agrees() ? 1 : 0;
        }
        REQUIRE(agreed == actionsARound);
        REQUIRE(person.undoesToTheStart());
        const Report last = desk.workspace->openReport().report();
        REQUIRE(desk.workspace->openReport().close());
        CHECK(desk.stored(id) == last);
        desk.pass(3600 * 1000);
        // SQLite's cache of pages, up to 2 MB, goes with the open file.
        REQUIRE(desk.workspace->openStore(desk.path));
        // The first round fills what grows once, such as tables of strings.
        const double used = usedMegabytes();
        if (round == 1)
            first = used;
        INFO(used << " MiB after round " << round);
        CHECK(used <= allowedGrowth * first.value_or(used));
    }
    CHECK(inspect(desk.path).value().damages.isEmpty());
}

TEST_CASE("The model of the random actions notices an action that it was not told of")
{
    Desk desk;
    desk.create();
    Typist person(*desk.workspace, 1);
    REQUIRE(person.agrees());
    REQUIRE(desk.workspace->openReport().setText({outline, {}, -1, -1, 0}, QStringLiteral("旁人")));
    CHECK_FALSE(person.agrees());
}

} // namespace soak_test
