// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/apart.h"
#include "durability/child.h"
#include "durability/controls.h"
#include "durability/disk.h"
#include "durability/medium.h"
#include "durability/storeflows.h"

#include <array>
#include <catch2/catch.hpp>
#include <iostream>

using namespace zhibao::durability;

namespace {

constexpr int notWritten = 4; // the program's exit code for an output that could not be written
const QString ballastName = QStringLiteral("ballast");

// A flow on a medium with little room. The folder is the medium's root, as that is where the place puts its folder.
class Tight {
public:
    Tight(const Flow &flow, const Workplace &place)
        : m_flow(flow)
        , m_place(place)
        , m_ballast(place.folder() + u'/' + ballastName)
    {
        flow.prepare(place.folder());
        m_before = readTree(place.folder());
        m_beforeContent = content();
    }

    // Runs the flow from the beginning with so many blocks of room.
    Ending with(qint64 blocks) const
    {
        QFile::remove(m_ballast);
        writeTree(m_place.folder(), m_before);
        if (!leaveBlocks(m_place.folder(), m_ballast, blocks))
            qFatal("no ballast");
        return run(m_flow, m_place);
    }

    // The least number of blocks with which the flow succeeds; -1 where it does not even with all the room.
    qint64 needed() const
    {
        qint64 enough = freeBlocks(m_place.folder());
        if (!with(enough).told().done)
            return -1;
        qint64 tooFew = -1;
        while (enough - tooFew > 1) {
            // Little is needed of much: halve the exponent first.
            const qint64 tried = enough > 8 * (tooFew + 2) ? 2 * (tooFew + 2) : (enough + tooFew) / 2;
            (with(tried).told().done ? enough : tooFew) = tried;
        }
        return enough;
    }

    // What is wrong after a run that had too little room. How much is needed is not sharp to the block (a file with the
    // time of day in it is packed a few bytes longer or shorter): one that was said to be done must be.
    QString judge(const Ending &ending) const
    {
        if (ending.signal != 0)
            return QStringLiteral("ended by signal %1").arg(ending.signal);
        if (const Told told = ending.told(); told.done) {
            relieve();
            const Finding finding = m_flow.check(m_place.folder(), told);
            return finding.damage == Damage::None ? QString() : QStringLiteral("was said to be done: ") + finding.what;
        }
        if (const QString changed = changes(); !changed.isEmpty())
            return QStringLiteral("left another folder than before: ") + changed;
        const bool isProgram = ending.code != 1;
        if (isProgram && (ending.code != notWritten || !ending.errors.trimmed().endsWith(u'。')))
            return QStringLiteral("ended with %1 and said: %2").arg(ending.code).arg(ending.errors);
        return {};
    }

private:
    // The disk has all its room again.
    void relieve() const { QFile::remove(m_ballast); }

    // Without the ballast, and without what a file system keeps in its root for itself; of databases what they say.
    Tree content() const
    {
        Tree tree = readTree(m_place.folder());
        for (auto file = tree.files.begin(); file != tree.files.end(); ++file) {
            if (file->startsWith("SQLite format 3"))
                *file = databaseContent(m_place.folder() + u'/' + file.key());
        }
        tree.files.remove(ballastName);
        tree.folders.remove(QStringLiteral("lost+found"));
        return tree;
    }

    // The files that are not as before, with their sizes then and now; -1: not there.
    QString changes() const
    {
        const Tree after = content();
        QStringList names = m_beforeContent.files.keys() + after.files.keys();
        names.removeDuplicates();
        QStringList changed;
        const auto size = [](const Tree &tree, const QString &name) {
            return tree.files.contains(name) ? tree.files.value(name).size() : -1;
        };
        for (const QString &name : std::as_const(names)) {
            const qsizetype then = size(m_beforeContent, name);
            const qsizetype now = size(after, name);
            if (then < 0 && isWhole(name, after.files.value(name)))
                continue;
            if (then != now || m_beforeContent.files.value(name) != after.files.value(name))
                changed.append(QStringLiteral("%1 (%2, %3 bytes)").arg(name).arg(then).arg(now));
        }
        return changed.join(QStringLiteral(", "));
    }

    // What a flow may leave behind although it failed later: a backup that it made first, and the journal that SQLite
    // keeps empty beside a store.
    bool isWhole(const QString &name, const QByteArray &content) const
    {
        const QString path = m_place.folder() + u'/' + name;
        return name.endsWith(QStringLiteral("-journal")) ? content.isEmpty()
            : name.endsWith(QStringLiteral(".db"))       ? structuralDamage(path).isEmpty()
                                                         : false;
    }

    const Flow &m_flow;
    const Workplace &m_place;
    QString m_ballast;
    Tree m_before;
    Tree m_beforeContent;
};

// What is wrong with the flow on media with less room than it needs.
QString starve(const Flow &flow, const Workplace &place)
{
    const Tight tight(flow, place);
    const qint64 needed = tight.needed();
    if (needed < 0)
        return QStringLiteral("does not succeed with all the room there is");
    if (needed == 0)
        return QStringLiteral("was said to be done without any room");
    QStringList found;
    for (const int percent : {0, 1, 50, 99}) {
        const QString wrong = tight.judge(tight.with(needed * percent / 100));
        if (!wrong.isEmpty())
            found.append(QStringLiteral("%1 % of %2 blocks: %3").arg(percent).arg(needed).arg(wrong));
    }
    if (const QString wrong = tight.judge(tight.with(needed)); !wrong.isEmpty())
        found.append(QStringLiteral("with just enough room: ") + wrong);
    return found.join(u'\n');
}

// The same, on a medium; nothing where it cannot be mounted.
std::optional<QString> starveOn(Medium medium, const Flow &flow)
{
    const Workplace place;
    return onMedium(medium, place.folder(), [&] { return starve(flow, place); });
}

} // namespace

TEST_CASE("On a full disk the old is untouched, the error is told, and nothing half-written stays")
{
    const Medium medium = GENERATE(Medium::Memory, Medium::Ext4, Medium::Exfat);
    for (const Flow &flow : flowsThrough(FullDisk)) {
        const std::optional<QString> found = starveOn(medium, flow);
        INFO(flow.name << " on " << nameOf(medium) << ": " << found.value_or(QString()).toStdString());
        if (!found && medium != Medium::Memory) {
            std::cout << flow.name << ": this machine cannot mount " << nameOf(medium) << '\n';
            continue;
        }
        REQUIRE(found);
        CHECK(found->isEmpty());
        std::cout << flow.name << ": tried on " << nameOf(medium) << '\n';
    }
}

TEST_CASE("Control: a writer that does not look at its room is caught")
{
    const std::optional<QString> found = starveOn(Medium::Memory, hastyWriter());
    REQUIRE(found);
    CHECK_FALSE(found->isEmpty());
}
