// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "store/log/newentry.h"

#include <QHash>
#include <QSet>

namespace zhibao {

class Connection;

// One entry that is taken over.
struct ReceiptStep {
    LogEntry entry; // in its state afterwards; without number and version
    int content = -1; // of the file: becomes a version of the report first; -1: none does
};

// What taking over a file of another office does.
struct ReceiptPlan {
    qint64 report = 0; // 0: it is added, and says at first
    int first = -1; // this content of the file
    QHash<QByteArray, qint64> versions; // of the report here, by the SM3 digests of what they say
    QList<ReceiptStep> steps;
    QList<QByteArray> attachments; // that an entry names
    int known = 0; // entries that are here already
    int late = 0; // steps that come when the report has moved on
};

// Changes nothing. `by`: who takes it over; `names`: of all who ever worked here. Errors: those of Store::receive.
Result<ReceiptPlan> planReceipt(
    const Connection &connection, const IncomingFile &file, const Person &by, const QSet<QString> &names);

} // namespace zhibao
