// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace zhibao::task {

// What is asked for beside the acts of review, as errors name it (ActionRefused, RoleMissing).
inline const QString administer = QStringLiteral("administer-people");
inline const QString trustOffice = QStringLiteral("trust-office");
inline const QString writeReviewFile = QStringLiteral("write-review-file");
inline const QString exportSheet = QStringLiteral("export-approval-sheet");

} // namespace zhibao::task
