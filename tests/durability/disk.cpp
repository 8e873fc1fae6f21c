// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/disk.h"

#include <algorithm>
#include <array>

namespace zhibao::durability {

using generate::Random;

namespace {

constexpr qsizetype sector = 512; // bytes that a disk writes whole

QString folderOf(const QString &path)
{
    return path.contains(u'/') ? path.section(u'/', 0, -2) : QString();
}

void resize(QByteArray &content, qint64 size, char filling)
{
    if (content.size() < size)
        content.append(QByteArray(size - content.size(), filling));
    content.truncate(size);
}

void put(QByteArray &content, qint64 offset, const QByteArray &bytes, char filling)
{
    if (content.size() < offset + bytes.size())
        resize(content, offset + bytes.size(), filling);
    std::copy(bytes.cbegin(), bytes.cend(), content.begin() + offset);
}

// Writes the sectors of which the disk has got to write; those between them keep what they held.
void putTorn(QByteArray &content, qint64 offset, const QByteArray &bytes, char filling, Random &random)
{
    qsizetype at = 0;
    while (at < bytes.size()) {
        const qsizetype end = std::min(bytes.size(), at + sector - (offset + at) % sector);
        if (random.chance(500))
            put(content, offset + at, bytes.mid(at, end - at), filling);
        at = end;
    }
}

// Some cuts lose nearly all that was pending, some nearly nothing: a chance in a thousand.
int keeping(Random &random)
{
    constexpr std::array chances{0, 100, 500, 900, 1000};
    return chances[static_cast<std::size_t>(random.below(static_cast<int>(chances.size())))];
}

} // namespace

Disk::Disk(const Tree &start, QString folder, Order order)
    : m_folder(std::move(folder))
    , m_order(order)
{
    for (const QString &path : start.folders)
        m_seenNames.insert(path, folderNode);
    for (auto file = start.files.cbegin(); file != start.files.cend(); ++file) {
        m_seenNames.insert(file.key(), static_cast<int>(m_files.size()));
        m_files.append({*file, *file, {}});
    }
    m_durableNames = m_seenNames;
}

void Disk::apply(const Call &call)
{
    ++m_calls;
    switch (call.kind) {
    case calls::Kind::Open:
        return open(call);
    case calls::Kind::Close:
        m_nodeOf.remove(call.file);
        m_folderOf.remove(call.file);
        return;
    case calls::Kind::Write:
        return change(call.file, {false, call.offset, call.data});
    case calls::Kind::Truncate:
        return change(call.file, {true, call.offset, {}});
    case calls::Kind::Sync:
        return sync(call.file, false);
    case calls::Kind::DataSync:
        return sync(call.file, true);
    case calls::Kind::SyncAll:
        for (int node = 0; node < m_files.size(); ++node)
            syncNode(node);
        m_durableNames = m_seenNames;
        return m_pendingNames.clear();
    case calls::Kind::Rename:
        return rename(watched(call.path), watched(call.other), false);
    case calls::Kind::Link:
        return rename(watched(call.path), watched(call.other), true);
    case calls::Kind::Unlink:
    case calls::Kind::RemoveFolder:
        return changeName(watched(call.path), noNode);
    case calls::Kind::MakeFolder:
        return changeName(watched(call.path), folderNode);
    case calls::Kind::Acknowledge:
    case calls::Kind::Fault:
        return;
    }
}

void Disk::open(const Call &call)
{
    const QString path = watched(call.path);
    if ((call.flags & calls::Folder) != 0) {
        m_folderOf.insert(call.file, path);
        return;
    }
    if ((call.flags & calls::Created) != 0) {
        m_files.append(File());
        changeName(path, static_cast<int>(m_files.size()) - 1);
    }
    m_nodeOf.insert(call.file, m_seenNames.value(path, noNode));
    if ((call.flags & calls::Emptied) != 0)
        change(call.file, {true, 0, {}});
}

void Disk::change(int file, const Operation &operation)
{
    const int node = m_nodeOf.value(file, noNode);
    Q_ASSERT_X(node >= 0, "Disk::change", "a file that was never opened");
    File &changed = m_files[node];
    if (operation.isSize)
        resize(changed.seen, operation.offset, '\0');
    else
        put(changed.seen, operation.offset, operation.bytes, '\0');
    changed.pending.append(operation);
}

void Disk::changeName(const QString &path, int node)
{
    if (node == noNode)
        m_seenNames.remove(path);
    else
        m_seenNames.insert(path, node);
    m_pendingNames.append({path, node, m_calls});
}

void Disk::rename(const QString &from, const QString &to, bool keepsOld)
{
    const int node = m_seenNames.value(from, noNode);
    Q_ASSERT_X(node >= 0, "Disk::rename", "a folder, or a file from outside");
    changeName(to, node);
    if (!keepsOld)
        changeName(from, noNode);
}

void Disk::syncNode(int node)
{
    m_files[node].durable = m_files[node].seen;
    m_files[node].pending.clear();
}

void Disk::syncNames(const QString &folder)
{
    const auto isDurable = [&](const NameChange &pending) {
        if (m_order == Order::Loose && folderOf(pending.path) != folder)
            return false;
        if (pending.node == noNode)
            m_durableNames.remove(pending.path);
        else
            m_durableNames.insert(pending.path, pending.node);
        return true;
    };
    m_pendingNames.removeIf(isDurable);
}

void Disk::sync(int file, bool dataOnly)
{
    if (m_folderOf.contains(file))
        return syncNames(m_folderOf.value(file));
    const int node = m_nodeOf.value(file, noNode);
    const bool isNamed = std::any_of(m_pendingNames.cbegin(), m_pendingNames.cend(),
        [node](const NameChange &pending) { return pending.node == node; });
    const bool isChanged = !m_files[node].pending.isEmpty() && !dataOnly;
    syncNode(node);
    // The journal is written only where something of this very file is in it.
    if (m_order == Order::Journal && (isNamed || isChanged))
        syncNames({});
}

QString Disk::watched(const QString &path) const
{
    return path.mid(m_folder.size() + 1);
}

template <typename Content>
Tree Disk::tree(const Names &names, Content content) const
{
    Tree tree;
    // Sorted by path, so a folder comes before what is in it; what lies in a folder that is not there is not there.
    for (auto name = names.cbegin(); name != names.cend(); ++name) {
        const QString folder = folderOf(name.key());
        if (!folder.isEmpty() && !tree.folders.contains(folder))
            continue;
        if (*name == folderNode)
            tree.folders.insert(name.key());
        else
            tree.files.insert(name.key(), content(m_files[*name]));
    }
    return tree;
}

Tree Disk::seen() const
{
    return tree(m_seenNames, [](const File &file) { return file.seen; });
}

Tree Disk::afterPowerCut(Random &random) const
{
    return tree(namesAfterPowerCut(random), [&](const File &file) { return contentAfterPowerCut(file, random); });
}

Disk::Names Disk::namesAfterPowerCut(Random &random) const
{
    Names names = m_durableNames;
    const int chance = keeping(random);
    // A journal is written up to some call and no further.
    const int lastCall = m_pendingNames.isEmpty() ? 0
        : random.chance(chance)                   ? m_calls
                                : m_pendingNames[random.below(static_cast<int>(m_pendingNames.size()))].call - 1;
    for (const NameChange &pending : m_pendingNames) {
        const bool kept = m_order == Order::Journal ? pending.call <= lastCall : random.chance(chance);
        if (!kept)
            continue;
        if (pending.node == noNode)
            names.remove(pending.path);
        else
            names.insert(pending.path, pending.node);
    }
    return names;
}

QByteArray Disk::contentAfterPowerCut(const File &file, Random &random) const
{
    QByteArray content = file.durable;
    const char filling = m_order == Order::Loose && random.chance(500) ? static_cast<char>(random.below(256)) : '\0';
    const int chance = keeping(random);
    const bool tears = chance > 0 && chance < 1000;
    for (const Operation &operation : file.pending) {
        const bool kept = random.chance(chance);
        const qint64 end = operation.offset + operation.bytes.size();
        if (tears && !operation.isSize && random.chance(200))
            putTorn(content, operation.offset, operation.bytes, filling, random);
        else if (kept && operation.isSize)
            resize(content, operation.offset, filling);
        else if (kept)
            put(content, operation.offset, operation.bytes, filling);
        else if (m_order == Order::Loose && end > content.size() && random.chance(500))
            resize(content, end, filling); // the file grew, and its new part was not written
    }
    return content;
}

} // namespace zhibao::durability
