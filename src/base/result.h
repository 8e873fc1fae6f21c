// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <utility>
#include <variant>

namespace zhibao {

// Why something could not be done. The comment names the arguments; the sentence for people is made by describe().
enum class ErrorCode {
    FileNotFound, // path
    FileNotReadable, // path, cause of the system
    NotRegularFile, // path: a folder, a pipe, a device, or a link that leads nowhere
    FileTooLarge, // path, limit in MiB
    NotUtf8, // path, byte offset
    NotJson, // path, line, cause
    WrongType, // path, JSON path, expected kind
    WrongFormat, // path, found, expected
    NewerVersion, // path, found, known
    NoticeUnknown, // path or "", notice number
    NoticeMalformed, // path, JSON path, cause
    TextsLeft, // unit, number of texts that have no place in another definition of the notice, the first place in words
    ReportsDiffer, // path, path of another report file: they are of another unit or notice
    FolderMissing, // path
    TemporaryFolderUnusable, // path: where TMPDIR points to
    FileExists, // path
    FileInUse, // path
    DiskFull, // path
    ReadOnlyMedium, // path
    PermissionDenied, // path
    WriteFailed, // path, cause of the system
    MediumGone, // path
    NotVerified, // path: what was read back is not what was written
    StoreNotDatabase, // path
    StoreNewer, // path, found, known
    StoreUndigested, // path: of the first release, with nothing by which texts could be checked
    StoreReadOnly, // path
    StoreInUse, // path
    StoreDamaged, // path
    StoreFilesMissing, // path, folder of its files, number of those that are missing or changed
    NotAsApproved, // unit, number of the log entry: what is stored is not what was approved
    BackupDamaged, // path
    StoreFailed, // path, cause of the system
    UnitUnknown, // unit
    OccasionUnfit, // path or "", occasion, notice, how often that is answered (core/occasion.h)
    UnitAlike, // path, unit, name of the unit here that looks the same
    ReportNotFound, // unit, notice number or ""
    VersionNotFound, // number of the version
    PlaceUnknown, // place as JSON path
    PersonUnknown, // name
    PersonExists, // name
    PasswordWrong, // name
    PasswordDelayed, // name, seconds until the next try
    PasswordShort, // least number of characters
    MemoryFull, // path of the file, or none; also where a password could not be checked
    KeyReplaced, // name: what the password opens is not the key that the log tells of
    TerminalMissing, // where a password was to be typed
    SignInNeeded, // unit; "" where no report is concerned
    ActionRefused, // what was asked for, state (both as workflow names them)
    OwnSubmission, // name of who handed in and would approve
    RoleMissing, // what was asked for, name of the person
    ReasonMissing, // what was asked for
    LastAdministrator, // name
    ErrorsRemain, // unit, number
    CommentsOpen, // unit, number
    CommentUnknown, // number of the log entry
    LogBroken, // path, number of the first log entry that is not as it was written
    ArchiveMalformed, // path, cause
    SignatureInvalid, // path
    KeyUnknown, // path, fingerprint
    OfficeRefused, // name of the office, what it did (as the log names it), unit
    OriginUnproven, // what was done, unit, fingerprint of the office that is said to have done it
    OwnEntryUnknown, // what was done, unit
    NameReserved, // name of the person, of the office
    EntryConflict, // office of the file, what was done, office of the entry here, what differs, uid, number of the
                   // entry
    ReceiptTooLong, // unit, limit of entries
    AttachmentsTooLarge, // unit, limit in MiB of all files together
    PictureUnreadable, // path, or "" of the seal that is kept
    DocumentUnreadable, // path
    SealTooLarge, // width in mm, limit in mm
    SealMissing, // unit
    ScanMissing, // unit
    ToolMissing, // program
    FontMissing, // role of the text
    RenderFailed, // what, cause
    Stopped, // (none): stopped by the user
    FileSizeLimited, // path: it would be larger than a file may be there
    FilesTooLarge, // unit, size of all files together and its limit, in MiB
    FilesNotWritten, // unit
    DisplayMissing, // name of the display, or ""
    DisplayByNetwork, // name of the display
    Usage, // what was wrong with the call
    NameTooLong, // how the name begins, limit in characters
    ExchangeTooLarge, // unit, limit in MiB: of what would be in a file for another office
    FileEmpty, // path: 0 bytes
    LockFile, // path: what an office program lays beside a file while it is open there
    FileEncrypted, // path: opens with a password
    FormatForeign, // path, name of the format: what only another program reads
};

struct Error {
    ErrorCode code{};
    QStringList arguments;
    friend bool operator==(const Error &, const Error &) = default;
};

// A value, or the error that kept it from being made.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    explicit operator bool() const { return m_state.index() == 0; }
    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
        , m_failed(true)
    {
    }

    explicit operator bool() const { return !m_failed; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace zhibao
