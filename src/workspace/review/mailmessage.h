// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/review/review.h"

#include <QDateTime>

namespace zhibao {

// A letter that is not sent yet.
struct MailMessage {
    QString to; // one address
    QString subject;
    QString text;
    QDateTime date;
    QList<NamedFile> attachments;
};

// The letter as a file that mail programs open for sending: RFC 5322 with X-Unsent: 1, the text in UTF-8, the files as
// MIME attachments (RFC 2045, names by RFC 2231 and, for older programs, RFC 2047).
QByteArray mailDraft(const MailMessage &message);

} // namespace zhibao
