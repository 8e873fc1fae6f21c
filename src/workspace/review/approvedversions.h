// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/dates.h"
#include "document/document.h"
#include "exchange/document/documentcheck.h"
#include "store/store.h"
#include "workspace/office/catalogue.h"

#include <QHash>
#include <QSet>

namespace zhibao {

// What a file may be an export of.
struct Original {
    // One of the files that an export of it may have been.
    struct Variant {
        Document document;
        bool isDraft = false; // it bears the mark of a draft
        QList<Document> before = {}; // laid out before it in the same export
    };
    LogEntry approval;
    QString form; // id; "" of a 签批单
    QList<ExpectedPiece> pieces = {};
    QList<Variant> variants = {};
    QString code = QString(); // what the QR code of a 签批单 says
};

// A form of a version that was approved.
struct ApprovedForm {
    LogEntry approval;
    QString form; // id
    Report report; // all its forms
    const Notice *notice = nullptr;
    DatePrinting dates = DatePrinting::AllDates;
};

// What was approved in a store, as its log tells. A value: once it is read to its end it can be compared with where the
// store is not, in another thread.
class ApprovedVersions {
public:
    ApprovedVersions(const Catalogue &catalogue, QList<LogEntry> log); // nothing is read yet

    // Reads the next version, and its seal, out of the store that has the log; false where there is none left.
    bool readNext(const Store &store);
    double shareRead() const; // 0.0 to 1.0

    const QList<LogEntry> &log() const { return m_log; }
    // Those that took effect, first to last: what came late is none.
    const QList<LogEntry> &approvals() const { return m_approvals; }
    // Whether the approval was not made void since.
    bool isInForce(const LogEntry &approval) const { return m_inForce.contains(approval.number); }
    // The office with that key, as it is known here; "" for this one.
    QString officeNamed(const QByteArray &origin) const;
    // What follows is of what was read.
    // Every form of every version that was approved, the latest first. Errors: those of Store::loadVersion.
    Result<QList<ApprovedForm>> forms() const;
    // Errors: those of sealPicture and withSeal.
    Result<Original> original(const ApprovedForm &form) const;

    // The entry of the log that a 签批单 with this text names; its number is 0 where the text is that of no such sheet.
    struct SheetHead {
        qint64 number = 0;
        QByteArray chain;
    };
    static SheetHead sheetHead(const QString &text);
    // The last approval up to the head whose digests the text says; nothing where there is none.
    std::optional<LogEntry> approvalNamed(const QString &text, const SheetHead &head) const;
    // The 签批单 of the approval as it was made when the head was the last entry; earlier programs told no `origins` of
    // what came by file. Errors: NoticeUnknown, those of Store::loadVersion and approvalSheet.
    Result<Original> sheet(const LogEntry &approval, const LogEntry &head, bool origins) const;

private:
    const Notice *noticeOf(const LogEntry &approval) const;
    QList<LogEntry> ofReport(qint64 report) const;
    std::optional<LogEntry> sealPlaced(const LogEntry &approval) const;
    void read(const Store &store, const LogEntry &approval);
    Result<Report> report(const LogEntry &approval) const;

    Catalogue m_catalogue; // what follows points into it
    QList<LogEntry> m_log; // first to last
    QList<LogEntry> m_approvals;
    QSet<qint64> m_inForce; // their numbers
    qsizetype m_read = 0; // of the approvals, the last first
    QHash<std::pair<qint64, qint64>, Result<Report>> m_reports; // by report and version
    QHash<qint64, Result<QByteArray>> m_seals; // pictures, by the number of the entry that placed them
};

} // namespace zhibao
