// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/office/office.h"
#include "workspace/report/openreport.h"
#include "workspace/review/review.h"

namespace zhibao {

// An office, the report that is in hand, and its review: what one works with at a window or by commands. Here stands
// what concerns the report in hand and the store at once; where that report cannot be saved nothing of it is done, and
// the reason is given.
class Workspace {
public:
    // As of Office.
    Workspace(Catalogue catalogue, Clock clock, std::function<qint64()> elapsed = millisecondsSinceBoot,
        QString boot = bootId());
    Workspace(const Workspace &) = delete;
    Workspace &operator=(const Workspace &) = delete;

    Office &office() { return m_office; }
    const Office &office() const { return m_office; }
    OpenReport &openReport() { return m_open; }
    const OpenReport &openReport() const { return m_open; }
    Review &review() { return m_review; }

    // As of Office; no report is in hand afterwards.
    Result<void> openStore(const QString &path, StoreAccess access = StoreAccess::Write);
    Result<Recovery> recoverStore(const QString &path);
    Result<void> restoreBackup(const QString &path);

    // As Office::importReports(); where the report is in hand it changes there, as one step that can be undone.
    Result<ImportedReport> importReport(const Report &report);
    // As Office::removeReport(); the report is not in hand afterwards.
    Result<void> removeReport(qint64 id);

private:
    Office m_office;
    OpenReport m_open;
    Review m_review;
};

} // namespace zhibao
