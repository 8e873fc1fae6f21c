// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// A line is found again by its id wherever it is: through random edits, moves, copies, undos and exchanges between two
// offices, each with a store of its own.
#include "core/report/lineids.h"
#include "exchange/report/reportfile.h"
#include "workspace/desk.h"

#include <random>

namespace lineids_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

constexpr int actions = 10'000;
const QString table = QStringLiteral("annex1");
const QString study = QStringLiteral("study"); // each row tells its own name there
const QString title = QStringLiteral("title"); // and each entry here

const QList<Row> &rowsOf(const Report &report)
{
    static const QList<Row> none;
    const auto answer = report.forms.constFind(table);
    return answer == report.forms.constEnd() ? none : answer->rows;
}

// Every id once, and always the same id for the same name.
class Names {
public:
    QString fault(const Report &report)
    {
        QSet<LineId> seen;
        for (const Row &row : rowsOf(report)) {
            if (const QString found = fault(row.id, row.cells.value(study), seen); !found.isEmpty())
                return found;
            for (const Entry &entry : row.entries) {
                if (const QString found = fault(entry.id, entry.value(title), seen); !found.isEmpty())
                    return found;
            }
        }
        return {};
    }
    QString next() { return QStringLiteral("第%1").arg(++m_count); }

private:
    QString fault(const LineId &id, const QString &name, QSet<LineId> &seen)
    {
        if (id.isNull() || seen.contains(id))
            return QStringLiteral("no id of its own: ") + name;
        seen.insert(id);
        if (name.isEmpty())
            return {};
        if (m_known.value(name, id) != id)
            return QStringLiteral("another line now: ") + name;
        m_known.insert(name, id);
        return {};
    }

    QHash<QString, LineId> m_known;
    int m_count = 0;
};

class Hands {
public:
    Hands(unsigned int seed, Names &names)
        : m_random(seed)
        , m_names(names)
    {
    }

    void act(Desk &desk)
    {
        Workspace &workspace = *desk.workspace;
        const auto rows = rowsOf(workspace.openReport().report());
        const int row = rows.isEmpty() ? 0 : below(rows.size());
        workspace.openReport().endBurst();
        switch (below(11)) {
        case 0:
        case 1:
            if (rows.size() < 25)
                static_cast<void>(
                    workspace.openReport().insertRow(table, below(rows.size() + 1), {{{study, m_names.next()}}, {}}));
            return;
        case 2:
            static_cast<void>(
                workspace.openReport().setText({table, QStringLiteral("activities"), row}, m_names.next()));
            return;
        case 3:
            static_cast<void>(workspace.openReport().moveRow(table, row, rows.isEmpty() ? 0 : below(rows.size())));
            return;
        case 4:
            if (rows.size() > 3)
                static_cast<void>(workspace.openReport().removeRow(table, row));
            return;
        case 5:
            return copy(workspace, rows, row);
        case 6:
        case 7:
            return changeEntries(workspace, rows, row);
        case 8:
        case 9:
            return below(3) == 0 ? workspace.openReport().undoStack()->redo()
                                 : workspace.openReport().undoStack()->undo();
        default:
            if (below(20) == 0) // what is in hand comes from the store
                REQUIRE(workspace.openReport().open(*workspace.openReport().id()));
        }
    }

private:
    int below(qsizetype limit) { return std::uniform_int_distribution<int>(0, static_cast<int>(limit) - 1)(m_random); }

    // A copy says the same and is another line; it gets a name of its own at once.
    void copy(Workspace &workspace, const QList<Row> &rows, int row)
    {
        if (rows.isEmpty() || rows.size() >= 25)
            return;
        Row copied = rows.at(row);
        copied.cells.insert(study, m_names.next());
        for (Entry &entry : copied.entries)
            entry.insert(title, m_names.next());
        REQUIRE(workspace.openReport().insertRow(table, row + 1, copied));
    }

    void changeEntries(Workspace &workspace, const QList<Row> &rows, int row)
    {
        if (rows.isEmpty())
            return;
        const auto count = rows.at(row).entries.size();
        if (count < 3)
            REQUIRE(workspace.openReport().insertEntry(table, row, below(count + 1), Texts{{title, m_names.next()}}));
        else if (below(2) == 0)
            REQUIRE(workspace.openReport().moveEntry(table, row, below(count), below(count)));
        else
            REQUIRE(workspace.openReport().removeEntry(table, row, below(count)));
    }

    std::mt19937 m_random;
    Names &m_names;
};

// As a file carried from one office to the other.
void carry(const Desk &from, Desk &to)
{
    const QByteArray file = writeReport(from.workspace->openReport().report(), from.workspace->openReport().notice());
    const Result<ReportFile> read
        = parseReport(file, QStringLiteral("r.json"), to.workspace->office().catalogue().notices);
    REQUIRE(read);
    REQUIRE(to.workspace->importReport(read->report));
}

} // namespace

TEST_CASE(
    "Ten thousand edits, moves, copies, undos and exchanges: a line is found again by its id, and no two share one")
{
    Desk here;
    Desk there;
    for (Desk *desk : {&here, &there})
        desk->create();
    Names names;
    Hands hands(20231219, names);
    std::mt19937 random(7);
    carry(here, there);
    for (int action = 0; action < actions; ++action) {
        Desk &desk = random() % 2 == 0 ? here : there;
        hands.act(desk);
        if (random() % 100 == 0)
            carry(desk, &desk == &here ? there : here);
        const QString fault
            = names.fault(here.workspace->openReport().report()) + names.fault(there.workspace->openReport().report());
        if (!fault.isEmpty())
            FAIL("after action " << action << ": " << fault.toStdString());
    }
}

} // namespace lineids_test
