// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "base/log.h"
#include "base/path.h"

#include <optional>
#include <utility>
#include <vector>

namespace zhibao {

namespace {

struct Member {
    QString path;
    DurableFile file;
    std::optional<DurableFile>
        before; // a copy of what it replaces; one that is alone fails before it replaces anything
};

Result<Member> prepared(const FileToWrite &file, bool isAlone)
{
    Result<DurableFile> ready = DurableFile::prepare(file.path, file.bytes, file.existing);
    if (!ready)
        return ready.error();
    Member member{file.path, std::move(*ready), std::nullopt};
    if (!isAlone && file.existing == Existing::Replace && isRegularFile(file.path)) {
        Result<DurableFile> copy = DurableFile::prepareCopy(file.path, file.path, Existing::Replace);
        if (!copy)
            return copy.error();
        member.before = std::move(*copy);
    }
    return member;
}

// What is told is why the set could not be written; that it could not be undone either, the log has.
void takeBack(std::vector<Member> &set, std::size_t count)
{
    for (std::size_t at = count; at-- > 0;) {
        Member &member = set[at];
        const bool undone = member.before ? static_cast<bool>(member.before->place()) : removeFile(member.path);
        if (!undone)
            log::error(QStringLiteral("a file of a set that was not written could not be taken back"));
    }
}

} // namespace

Result<void> writeDurably(const QList<FileToWrite> &files)
{
    std::vector<Member> set;
    for (const FileToWrite &file : files) {
        Result<Member> member = prepared(file, files.size() == 1);
        if (!member)
            return member.error();
        set.push_back(std::move(*member));
    }
    for (std::size_t at = 0; at < set.size(); ++at) {
        if (Result<void> named = set[at].file.rename(); !named) {
            takeBack(set, at);
            return named;
        }
    }
    for (Member &member : set) {
        if (Result<void> settled = member.file.settle(); !settled) {
            takeBack(set, set.size());
            return settled;
        }
    }
    return {};
}

} // namespace zhibao
