// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/contentdigest.h"
#include "core/report/report.h"
#include "core/review/workflow.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace zhibao {

// What an entry of the log tells. The name in angle brackets is what the store and the command line call it; what
// stands in `detail` is told in the comment; the store adds `attachments`, the SHA-256 digests of the files that belong
// to the entry, where there are any.
enum class EntryKind {
    // Of a report; each has the state that it led to. They are named as the actions are.
    // Submit and Approve name the definition of the notice that the report follows: definition (SHA-256, hexadecimal).
    Submit,
    Withdraw,
    Return,
    Review,
    Approve, // sole: the one who handed in approved it, as the administrator allowed; comments: {total, open}
    PlaceSeal, // picture: SHA-256 of the attachment, hexadecimal; width: tenths of a mm
    AttachScan, // files: [{name, digest}]
    RemoveScan, // what was attached is no longer what is sent
    Send, // to, by, files: [{name, digest}]
    Unlock,
    Comment, // place, offset, length, quote (the passage as it read)
    Reply, // <reply> to: uid of the comment
    Resolve, // <resolve> to
    Reopen, // <reopen> to
    Lateness, // <lateness> 迟报原因; form
    Recovered, // <recovered> the store was damaged, and the report put back to work; of the
    // store, lost: how many entries could not be taken over
    // Of the store. Those that change an account or a key also have what it is then: name, duties, active, digest; key,
    // keyDigest.
    PersonAdded, // <person-added> name, duties
    PersonChanged, // <person-changed> name, duties, active
    PasswordSet, // <password-set> name
    SoleOffice, // <sole-office> allowed
    SealPicture, // <seal-picture> picture, width as of PlaceSeal
    KeyTrusted, // <key-trusted> key: hexadecimal; of another office also unit (its name here), units, roles
    Received, // <received> file of another office: unit, entries
    Conflict, // <conflict> a file has an entry that is here with other content: unit, office, uid, entry (the number
    // of the one that is here), differs; the file is kept as an attachment
    SigningBegun, // <signing-begun> from here on all entries are signed: key, people: {name: digest}
    KeySealed, // <key-sealed> the office's secret key was sealed under somebody's password: name
    Restored, // <restored> a backup was put in the place of the store: backup, number and chain of the log until then
    Confirmed, // <confirmed> an administrator looked at entries that could not be signed and confirmed them: number of
    // them, first and last, chain of the last
    // Of a report, and of this store alone: files of its approved version that were written here.
    Exported, // <exported> files: [{name, digest: SHA-256, hexadecimal; form: id, "" of a 签批单}]
    // Of the store.
    NoticeKept, // <notice-kept> a definition of a notice was added, which is kept as an attachment: notice (number),
    // definition; brought: by a file for review, and not to be followed by what is begun here
    UnitsKept, // <units-kept> the office's own list of units, which is kept as an attachment and rules over those
    // before:
    // list (SHA-256, hexadecimal), units (number of them)
    // Of a report, and of this store alone.
    TakenIn, // <taken-in> the version was made of a file that somebody filled elsewhere, which is kept as an
    // attachment: name, kind
};

QString nameOf(EntryKind kind);
std::optional<EntryKind> kindNamed(const QString &name);
EntryKind kindOf(ReviewAction action); // of one that changes the state or is told: not Edit, not Remove
std::optional<ReviewAction> actionOf(EntryKind kind);

// What somebody did. Entries are only ever added; each carries the digest of the one before.
struct LogEntry {
    qint64 number = 0; // 1, 2, … over the whole store
    QByteArray uid; // 16 random bytes, the same at every office that has the entry
    QString notice; // of the report; "" of the store
    QString unit;
    QString occasion; // "" where the notice is answered once
    qint64 report = 0; // 0: of the store
    qint64 version = 0; // that it speaks of; 0: none
    QDateTime at; // by the clock of the machine where it was written
    EntryKind kind = EntryKind::Comment;
    QString person; // "": the only user of an office without a list of people
    QString office; // as they were at that time
    QString post;
    bool verified = false; // by password
    QByteArray origin; // public key of the office where it was written; empty: here
    QString reason; // what the person wrote
    QJsonObject detail;
    ReportState state = ReportState::Draft; // of the report afterwards
    ContentDigest content; // of the version, where it speaks of one
    QByteArray previous; // `chain` of the entry before; 32 zero bytes for the first
    QByteArray chain; // SM3 over all of the above but report and version, which are the store's own numbers
    // Ed25519 by the office that wrote it, over signedBytes(); empty: written before entries were signed. Where there
    // is one, `chain` is also over it.
    QByteArray signature;
};

// What an entry is at every office, with the public key of the office that wrote it: what `signature` is over. Number,
// state and chain are each store's own.
QByteArray signedBytes(const LogEntry &entry, const QByteArray &office);

// The digest that `chain` must be.
QByteArray chainOf(const LogEntry &entry);

// What the signature at the end of a log is over: the number and chain of its last entry.
QByteArray signedHead(qint64 number, const QByteArray &chain);

// The first entry that does not carry the digest of the one before, or is not what was written; nothing where all are
// as they were. `entries`: from the first on.
std::optional<qint64> firstBroken(const QList<LogEntry> &entries);

// The last entry of that kind among what was done to the approved version of a report; nothing where it was unlocked
// since, or was not approved, and of a scan where it was taken off. What came from another office too late to be done
// is not among it. `entries`: of the report, first to last.
std::optional<LogEntry> inForce(const QList<LogEntry> &entries, EntryKind kind);

// Why forms are late, by form, as it was last told.
QMap<QString, QString> latenessReasonsIn(const QList<LogEntry> &entries);

// The entries of that kind that did what they tell: what came from another office too late to be done is not among
// them. `entries`: of a report, first to last.
QList<LogEntry> doneOf(const QList<LogEntry> &entries, EntryKind kind);

// Who said what in a thread, after the comment itself.
struct CommentAnswer {
    EntryKind kind = EntryKind::Reply; // Reply, Resolve or Reopen
    QString person;
    QDateTime at;
    QString text;
    QByteArray origin; // public key of the office where it was written; empty: here
};

// A comment on a place of a version, with what was said to it since.
struct Comment {
    QByteArray uid;
    qint64 version = 0;
    Place place; // in that version; form "" for the report as a whole
    int offset = -1; // of a passage in the place's text, UTF-16 units; -1: the whole place
    int length = 0;
    QString quote; // the passage as it read
    QString text;
    QString person;
    QDateTime at;
    QByteArray origin; // public key of the office where it was written; empty: here
    bool resolved = false;
    QList<CommentAnswer> answers;
};

// The comments of a report's entries, in the order in which they were made.
QList<Comment> commentsOf(const QList<LogEntry> &entries);

// The files that an entry names, by the SHA-256 digests of their bytes; the definition of a notice is one too.
QList<QByteArray> filesOf(const LogEntry &entry);

// The definition of a notice that the entry names (its digest); "" where it names none.
QByteArray definitionOf(const LogEntry &entry);
// The office's own list of units that the entry names (its digest); "" where it names none.
QByteArray unitListOf(const LogEntry &entry);
inline const QString unitListKey = QStringLiteral("list"); // in that of UnitsKept
inline const QString unitCountKey = QStringLiteral("units"); // in that of UnitsKept
inline const QString definitionKey = QStringLiteral("definition"); // in a detail
inline const QString broughtKey = QStringLiteral("brought"); // in that of NoticeKept

// How a place stands in a detail.
QJsonObject placeToJson(const Place &place);
Place placeFromJson(const QJsonObject &object);

} // namespace zhibao
