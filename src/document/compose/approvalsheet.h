// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "document/document.h"

#include <QDateTime>

namespace zhibao {

struct SheetForm {
    QString mark; // 附件1
    QString title;
    int pages = 0;
    int characters = -1; // 字数; -1: not counted in this form
};

// Who did something, and when. What is empty is left as room to be filled by hand.
struct SheetPerson {
    QString name;
    QString office;
    QString post;
    QDateTime time;
    QString from = QString(); // the office whose file tells it, as it is known here; "": done here
};

// What the 签批单 says of one approved version. Digests are hexadecimal.
struct ApprovalSheet {
    QString unit;
    QString noticeNumber;
    QString noticeTitle;
    QString occasion; // as people read it; "" where the notice is answered once
    QList<SheetForm> forms;
    SheetPerson filler; // 填报人
    SheetPerson reviewer; // 审核人
    SheetPerson approver; // 批准人
    int comments = 0;
    int resolvedComments = 0;
    int openComments = 0;
    QString remark; // mostly empty
    QString sm3;
    QString sha256;
    qint64 logEntry = 0; // number of the log's head
    QString logDigest;
    QString code; // what the QR code says; empty: no code
};

// The 签批单: one portrait page with room for signatures and a stamp. Where the words would not go on one page
// otherwise, the letters get smaller and the rows lower: six forms do, with titles of two lines and a unit of 40
// characters; nothing is ever left out. Error: RenderFailed where the code is too long (qrCode()).
Result<Document> composeApprovalSheet(const ApprovalSheet &sheet);

} // namespace zhibao
