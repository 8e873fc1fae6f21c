// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/durablefile.h"
#include "exchange/review/reviewfile.h"
#include "workspace/report/openreport.h"

#include <QObject>

namespace zhibao {

// What a file from another office would do here; reading it changes nothing.
struct IncomingReview {
    QString path;
    QByteArray bytes; // of the file
    ReviewFile file;
    QString fingerprint; // of the sender's key, for comparison on the telephone
    bool trusted = false; // the key is known here
    QString sender; // the name under which it is known here; "" where it is not
    qint64 report = 0; // the report here that it is about; 0: it will be added
    QList<LogEntry> news; // what it has that is not here yet, or not like this, first to last
    // What was typed here since the version that the file knows would be set aside by a version that it hands in; it
    // stays in the history.
    bool setsAside = false;
    // The sender, as an administrator who compared the fingerprint would have it known here from this file on.
    std::optional<OfficeKey> trusting = {};
    bool isEmpty() const { return news.isEmpty(); }
};

// The files by which two machines review a report together (送审文件, .zbsh): who fills in writes one, who reviews
// opens it, and the answer goes back the same way.
class Correspondence : public QObject {
    Q_OBJECT
public:
    explicit Correspondence(OpenReport &open);

    // All that was done with the report in hand, signed with the key of this office. Nothing typed since the last entry
    // is in it, nor is an attachment that got lost, nor what another office did without signing it (in files of version
    // 1): nobody else could know that it did. Gives the number of the entries that were left out for that. Errors:
    // SignInNeeded, ReportNotFound, ActionRefused where nothing was handed in yet; those of writeDurably.
    Result<int> write(const QString &path, Existing existing = Existing::Keep);
    // "送审 2023-03-01（贵州省市场监督管理局）.zbsh", made safe for file systems.
    QString fileName() const;

    // Errors: those of readReviewFile.
    Result<IncomingReview> read(const QString &path) const;
    // Takes over what is new, and with it the trust that is asked for; the report is in hand then. Errors:
    // SignInNeeded, KeyUnknown where the key is not trusted, those of Session::trustKey and of Store::receive;
    // PictureUnreadable, SealTooLarge where a seal is none that could be stored here. The file leaves nothing behind
    // then, and what was in hand stays in hand; but one that has an entry which is here with other content
    // (EntryConflict) is kept with the log.
    Result<ReceivedEntries> accept(const IncomingReview &incoming);
    // Whether it would be taken over; changes nothing. Errors: as of accept().
    Result<void> check(const IncomingReview &incoming) const;

private:
    Result<ReviewFile> collect(int &leftOut) const;
    Result<bool> setsAside(qint64 report, const ReviewFile &file, const QList<LogEntry> &here) const;
    Result<void> mayTake(const IncomingReview &incoming) const;
    Result<void> checkPictures(const IncomingReview &incoming) const;
    Result<void> keepConflict(const IncomingReview &incoming, const Error &conflict);
    NewEntry toldOf(const IncomingReview &incoming) const;
    Result<ReceivedEntries> take(const IncomingReview &incoming);

    OpenReport &m_open;
    Office &m_office;
};

} // namespace zhibao
