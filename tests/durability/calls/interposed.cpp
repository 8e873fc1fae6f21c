// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The functions of libc that change files, under their own names. Not here: sync_file_range, which promises nothing
// about durability (its manual page), and what neither Qt nor SQLite use on the files of the store (mmap for writing,
// copy_file_range, io_uring). Whether a call escapes is tested: a trace replayed without a power cut must give the
// folder as the program left it.
#include "calls/watching.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>

using namespace zhibao::calls;

namespace {

int systemCall(long result)
{
    return static_cast<int>(result);
}

// Makes a call that names a path, unless it is to fail; records it where it succeeded.
template <typename Call>
int named(Kind kind, int folder, const char *path, Call call)
{
    const std::optional<std::string> watched = watchedPath(folder, path);
    if (!watched)
        return call();
    const std::lock_guard lock(order());
    if (const Verdict verdict = judge(kind); verdict.fails) {
        errno = verdict.cause;
        return -1;
    }
    const int result = call();
    if (result == 0)
        record({.kind = kind}, *watched);
    return result;
}

template <typename Call>
int renamed(Kind kind, int from, const char *old, int to, const char *fresh, Call call)
{
    const std::optional<std::string> source = watchedPath(from, old);
    const std::optional<std::string> target = watchedPath(to, fresh);
    if (!source && !target)
        return call();
    const std::lock_guard lock(order());
    if (const Verdict verdict = judge(kind); verdict.fails) {
        errno = verdict.cause;
        return -1;
    }
    const int result = call();
    if (result == 0)
        record({.kind = kind}, source.value_or(std::string()), target.value_or(std::string()));
    return result;
}

// Makes a call on an open file, unless it is to fail; records it where it succeeded.
template <typename Call>
int onFile(const Record &head, Call call)
{
    if (!isWatched(head.file))
        return call();
    const std::lock_guard lock(order());
    if (const Verdict verdict = judge(head.kind); verdict.fails) {
        errno = verdict.cause;
        return -1;
    }
    const int result = call();
    if (result == 0)
        record(head);
    return result;
}

int opened(int folder, const char *path, int flags, mode_t mode)
{
    const auto call = [&] { return systemCall(::syscall(SYS_openat, folder, path, flags, mode)); };
    const std::optional<std::string> watched = watchedPath(folder, path);
    if (!watched)
        return call();
    const std::lock_guard lock(order());
    if (const Verdict verdict = judge(Kind::Open); verdict.fails) {
        errno = verdict.cause;
        return -1;
    }
    const bool there = ::syscall(SYS_faccessat, folder, path, F_OK) == 0;
    const int file = call();
    if (file < 0)
        return file;
    // By its true path, in case a link led there.
    const std::optional<std::string> truly = watchedPathOf(file);
    if (truly) {
        struct stat status { };
        const bool isFolder = ::fstat(file, &status) == 0 && S_ISDIR(status.st_mode);
        setWatched(file, true);
        record(
            {.kind = Kind::Open,
                .file = file,
                .flags = (there ? 0U : Created) | ((flags & O_TRUNC) != 0 ? Emptied : 0U) | (isFolder ? Folder : 0U)},
            *truly);
    }
    return file;
}

ssize_t written(int file, const void *bytes, size_t count, off64_t offset)
{
    const bool atOwnPlace = offset < 0;
    const auto call = [&](size_t size) {
        return atOwnPlace ? ::syscall(SYS_write, file, bytes, size)
                          : ::syscall(SYS_pwrite64, file, bytes, size, offset);
    };
    if (!isWatched(file))
        return call(count);
    const std::lock_guard lock(order());
    const Verdict verdict = judge(Kind::Write);
    if (verdict.fails) {
        errno = verdict.cause;
        return -1;
    }
    const ssize_t size = call(verdict.shortened ? (count + 1) / 2 : count);
    if (size > 0) {
        const off64_t start = atOwnPlace ? ::syscall(SYS_lseek, file, 0L, SEEK_CUR) - size : offset;
        record({.kind = Kind::Write, .file = file, .offset = start}, {}, {},
            {static_cast<const char *>(bytes), static_cast<std::size_t>(size)});
    }
    return size;
}

mode_t modeArgument(int flags, std::va_list arguments)
{
    const bool creates = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
    return creates ? va_arg(arguments, mode_t) : 0;
}

} // namespace

extern "C" {

int open(const char *path, int flags, ...)
{
    std::va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeArgument(flags, arguments);
    va_end(arguments);
    return opened(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    std::va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeArgument(flags, arguments);
    va_end(arguments);
    return opened(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    std::va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeArgument(flags, arguments);
    va_end(arguments);
    return opened(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...)
{
    std::va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeArgument(flags, arguments);
    va_end(arguments);
    return opened(folder, path, flags, mode);
}

int creat(const char *path, mode_t mode)
{
    return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

int creat64(const char *path, mode_t mode)
{
    return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

int close(int file)
{
    if (!isWatched(file))
        return systemCall(::syscall(SYS_close, file));
    const std::lock_guard lock(order());
    const Verdict verdict = judge(Kind::Close);
    setWatched(file, false);
    record({.kind = Kind::Close, .file = file});
    const int result = systemCall(::syscall(SYS_close, file)); // also where it fails: the kernel lets go of the file
    if (!verdict.fails)
        return result;
    errno = verdict.cause;
    return -1;
}

ssize_t write(int file, const void *bytes, size_t count)
{
    return written(file, bytes, count, -1);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset)
{
    return written(file, bytes, count, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset)
{
    return written(file, bytes, count, offset);
}

int ftruncate(int file, off_t size) noexcept
{
    return onFile({.kind = Kind::Truncate, .file = file, .offset = size},
        [=] { return systemCall(::syscall(SYS_ftruncate, file, size)); });
}

int ftruncate64(int file, off64_t size) noexcept
{
    return onFile({.kind = Kind::Truncate, .file = file, .offset = size},
        [=] { return systemCall(::syscall(SYS_ftruncate, file, size)); });
}

int fsync(int file)
{
    return onFile({.kind = Kind::Sync, .file = file}, [=] { return systemCall(::syscall(SYS_fsync, file)); });
}

int fdatasync(int file)
{
    return onFile({.kind = Kind::DataSync, .file = file}, [=] { return systemCall(::syscall(SYS_fdatasync, file)); });
}

int syncfs(int file) noexcept
{
    return onFile({.kind = Kind::SyncAll, .file = file}, [=] { return systemCall(::syscall(SYS_syncfs, file)); });
}

int rename(const char *from, const char *to) noexcept
{
    return renamed(Kind::Rename, AT_FDCWD, from, AT_FDCWD, to,
        [=] { return systemCall(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0)); });
}

int renameat(int folder, const char *from, int target, const char *to) noexcept
{
    return renamed(Kind::Rename, folder, from, target, to,
        [=] { return systemCall(::syscall(SYS_renameat2, folder, from, target, to, 0)); });
}

int renameat2(int folder, const char *from, int target, const char *to, unsigned int flags) noexcept
{
    return renamed(Kind::Rename, folder, from, target, to,
        [=] { return systemCall(::syscall(SYS_renameat2, folder, from, target, to, flags)); });
}

int link(const char *from, const char *to) noexcept
{
    return renamed(Kind::Link, AT_FDCWD, from, AT_FDCWD, to,
        [=] { return systemCall(::syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0)); });
}

int linkat(int folder, const char *from, int target, const char *to, int flags) noexcept
{
    return renamed(Kind::Link, folder, from, target, to,
        [=] { return systemCall(::syscall(SYS_linkat, folder, from, target, to, flags)); });
}

int unlink(const char *path) noexcept
{
    return named(Kind::Unlink, AT_FDCWD, path, [=] { return systemCall(::syscall(SYS_unlinkat, AT_FDCWD, path, 0)); });
}

int unlinkat(int folder, const char *path, int flags) noexcept
{
    return named((flags & AT_REMOVEDIR) != 0 ? Kind::RemoveFolder : Kind::Unlink, folder, path,
        [=] { return systemCall(::syscall(SYS_unlinkat, folder, path, flags)); });
}

int rmdir(const char *path) noexcept
{
    return named(Kind::RemoveFolder, AT_FDCWD, path,
        [=] { return systemCall(::syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR)); });
}

int mkdir(const char *path, mode_t mode) noexcept
{
    return named(
        Kind::MakeFolder, AT_FDCWD, path, [=] { return systemCall(::syscall(SYS_mkdirat, AT_FDCWD, path, mode)); });
}

int mkdirat(int folder, const char *path, mode_t mode) noexcept
{
    return named(
        Kind::MakeFolder, folder, path, [=] { return systemCall(::syscall(SYS_mkdirat, folder, path, mode)); });
}

} // extern "C"
