// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/powercut.h"

#include "durability/storeflows.h"
#include "store/database/connection.h"

#include <QFile>
#include <QHash>

#include <algorithm>
#include <optional>
#include <utility>

namespace zhibao::durability {

using generate::Random;

namespace {

constexpr quint64 seed = 20231219;

// Tells disks apart. Two seeds make 128 bits of it: two different ones among 10,000 never share them.
using Fingerprint = std::pair<size_t, size_t>;

Fingerprint fingerprint(const Tree &tree, const Told &told, const QByteArray &header = {})
{
    Fingerprint print{1, 2};
    const auto add = [&](const auto &part) { print = {qHash(part, print.first), qHash(part, print.second)}; };
    for (auto file = tree.files.cbegin(); file != tree.files.cend(); ++file) {
        add(file.key());
        add(*file);
    }
    QStringList folders(tree.folders.cbegin(), tree.folders.cend());
    folders.sort();
    add(folders.join(u'\n'));
    add(told.acknowledged.join('\n'));
    add(static_cast<int>(told.done));
    add(header);
    return print;
}

// What the folder is to a check that opens the store: what is there once SQLite has put back what was half-written, and
// the header as it was before. Nothing where SQLite cannot.
std::optional<Fingerprint> settled(const QString &folder, const Told &told)
{
    constexpr qint64 headerSize = 100; // bytes
    const QString path = storeIn(folder);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray header = file.read(headerSize);
    {
        const Result<std::unique_ptr<Connection>> connection = Connection::open(path, Connection::Mode::Write);
        if (!connection || !(*connection)->run(QStringLiteral("PRAGMA schema_version")))
            return std::nullopt;
    }
    Tree tree = readTree(folder);
    // What SQLite leaves of a journal it found to hold nothing that is to be put back.
    tree.files.remove(path.mid(folder.size() + 1) + QStringLiteral("-journal"));
    return fingerprint(tree, told, header);
}

// At which call each state's power is cut: after none of them, or after any.
QList<qsizetype> cuts(qsizetype calls, int states, Random &random)
{
    QList<qsizetype> drawn;
    for (int state = 0; state < states; ++state)
        drawn.append(random.between(0, static_cast<int>(calls)));
    std::sort(drawn.begin(), drawn.end());
    return drawn;
}

} // namespace

Recording record(const Flow &flow)
{
    const Workplace place;
    place.prepare(flow);
    Recording recording{place.folder(), readTree(place.folder()), {}, {}};
    recording.ending = run(flow, place);
    recording.after = readTree(place.folder());
    return recording;
}

PowerCuts cutPower(const Flow &flow, const Recording &recording, Order order, int states)
{
    const QList<Call> &calls = recording.ending.calls;
    const Workplace place;
    Random random(seed);
    Disk disk(recording.before, recording.folder, order);
    PowerCuts result;
    QHash<Fingerprint, Finding> known;
    QHash<Fingerprint, Finding> knownSettled;
    const bool opensStore = (flow.harnesses & OpensStore) != 0;
    qsizetype applied = 0;
    for (const qsizetype cut : cuts(calls.size(), states, random)) {
        for (; applied < cut; ++applied)
            disk.apply(calls[applied]);
        const Told told{acknowledgedBefore(calls, cut), cut == calls.size() && recording.ending.told().done};
        const Tree left = disk.afterPowerCut(random);
        const Fingerprint key = fingerprint(left, told);
        if (!known.contains(key)) {
            writeTree(place.folder(), left);
            const std::optional<Fingerprint> same = opensStore ? settled(place.folder(), told) : std::nullopt;
            if (opensStore)
                writeTree(place.folder(), left);
            if (!same || !knownSettled.contains(*same)) {
                const Finding found = flow.check(place.folder(), told);
                ++result.checked;
                known.insert(key, found);
                if (same)
                    knownSettled.insert(*same, found);
            } else {
                known.insert(key, knownSettled.value(*same));
            }
        }
        const Finding finding = known.value(key);
        ++result.drawn;
        result.lost += finding.damage == Damage::Lost ? 1 : 0;
        result.corrupt += finding.damage == Damage::Corrupt ? 1 : 0;
        if (finding.damage != Damage::None && result.example.isEmpty())
            result.example = QStringLiteral("after call %1 of %2: %3\n").arg(cut).arg(calls.size()).arg(finding.what);
    }
    result.distinct = static_cast<int>(known.size());
    return result;
}

} // namespace zhibao::durability
