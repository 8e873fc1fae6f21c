// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/report/openreport.h"

#include <QJsonArray>
#include <QObject>

#include <optional>

namespace zhibao {

// A file that belongs to an entry: a scan, or what was sent.
struct NamedFile {
    QString name; // without a folder
    QByteArray bytes;
};

// Whether the bytes are a PDF, JPEG, PNG or TIFF file.
bool isScan(const QByteArray &bytes);

// When, how and to whom a report was sent, and what was sent.
struct Sending {
    QString to; // address or person
    QString by; // 电子邮件, 机要交换, …
    QDateTime at;
    QString remark = QString();
    QStringList files = QStringList(); // paths; not looked at where what was written is recorded
};

// A version that one may compare with.
struct ComparedVersion {
    enum class Kind { LastSeen, LastReturned, LastApproved, Any, Blank };
    Kind kind = Kind::Any;
    qint64 version = 0; // 0: the blank report, against which the whole is new
    QDateTime at; // of the version, or of the entry that speaks of it
    QString person; // who returned or approved
    VersionCause cause = VersionCause::Edited; // of Any
    QList<Place> changed = {}; // likewise
};

// Review of the report in hand: what may be done, what was done, what was said.
class Review : public QObject {
    Q_OBJECT
public:
    explicit Review(OpenReport &open);

    // Of the report in hand; Draft where there is none.
    ReportState state() const;
    // What the person who is signed in may do now (core/workflow.h), less what a store that is only read forbids.
    ReviewActions allowed() const;
    std::optional<Error> refusal(ReviewAction action) const;
    Result<QList<LogEntry>> entries() const; // of the report in hand
    Result<QList<Comment>> comments() const;
    int openComments() const;

    // What a check finds in the report in hand that must be mended before it passes.
    int errors() const;

    // One entry of the log, of an action that takes a remark alone: submit, withdraw, return, review, unlock, unscan.
    // What is not saved yet is saved first. Errors: those of OpenReport::record; ReasonMissing; of review ErrorsRemain
    // where errors() are left.
    Result<void> perform(ReviewAction action, const QString &remark = {});
    // Errors: ErrorsRemain; CommentsOpen unless `despiteComments`.
    Result<void> approve(bool despiteComments, const QString &remark = {});
    // Both by the same person, an entry each; nothing is done where the report could not be approved.
    Result<void> passAndApprove(bool despiteComments, const QString &remark = {});
    Result<void> placeSeal(); // SealMissing
    // PDF, PNG, JPEG or TIFF files. Errors: those of readWhole, PictureUnreadable; FilesTooLarge where they and all
    // that is attached already no longer fit into one file for the other office.
    Result<void> attachScan(const QStringList &paths);
    // The files are kept with the record. Errors: those of readWhole, FilesTooLarge.
    Result<void> recordSent(const Sending &sending);
    // The same of what was written for sending; where nothing was, of the scans. Errors: FilesNotWritten where there
    // are none of these either.
    Result<void> recordWritten(const Sending &sending);
    // Keeps the bytes that were written for sending, in place of those that were before. Errors: those of the store.
    Result<void> keepForSending(const QList<NamedFile> &files);
    // What was last written for sending since the seal; empty where nothing was.
    Result<QList<NamedFile>> writtenForSending() const;

    Result<void> comment(const Place &place, int offset, int length, const QString &text);
    Result<void> reply(const QByteArray &comment, const QString &text);
    Result<void> resolve(const QByteArray &comment, const QString &text = {});
    Result<void> reopen(const QByteArray &comment, const QString &text);

    // Why a form will be late, as it was last told; "" where it was not.
    QString latenessReason(const QString &form) const;
    Result<void> explainLateness(const QString &form, const QString &reason);
    // What the signed-in supervisor may compare with, best first: what they last saw, what was last returned, what was
    // last approved, any kept version, the blank report. noteSeen() remembers the version in hand as seen by them.
    Result<QList<ComparedVersion>> comparable() const;
    Result<Report> compared(qint64 version) const; // of these
    Result<void> noteSeen();

    // Of the approval that holds now; nothing where there is none.
    std::optional<LogEntry> approval() const;
    Result<QList<NamedFile>> scans() const;
    // The last seal that holds, be it a picture or a scan.
    std::optional<LogEntry> seal() const;
    // What stands on the pages of the report in hand besides what was filled in.
    OfficialMarks marks() const;

Q_SIGNALS:
    void changed(); // state, entries or comments of the report in hand

private:
    void refresh();
    Result<void> act(ReviewAction action, const QString &reason, const QJsonObject &detail = {},
        const QList<QByteArray> &attachments = {});
    Result<void> attachable(const QList<QByteArray> &files) const;
    Result<void> recordFiles(const Sending &sending, const QList<NamedFile> &files);
    Result<QList<NamedFile>> storedFiles(const QJsonArray &files) const;
    Result<void> withoutErrors() const;
    Result<void> approvable(bool despiteComments) const;
    Result<void> answer(EntryKind kind, const QByteArray &comment, const QString &text);
    void readSeen();

    OpenReport &m_open;
    std::optional<qint64> m_seenOf; // the report that m_seen is of
    qint64 m_seen = 0; // the version that the person saw before this time; 0: none
};

} // namespace zhibao
