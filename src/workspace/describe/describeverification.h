// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/verify/verification.h"

namespace zhibao {

// The verdict on a file, and where nothing can be said, why: "批准的内容，同一文件", "不能核对：…".
QString describe(const Verification &verification);
QString describe(const ForeignPart &part); // 批注, 脚本, …

// What the verification refers to, a line each: what it is, and its words. Nothing of a file that is like no approved
// version. `notice`: that of the verification, where it is known.
struct VerifiedFact {
    QString name;
    QString words;
};
QList<VerifiedFact> factsOf(const Verification &verification, const Notice *notice);

// What differs or could not be compared, a line each of which the first field says what it is about. `notice`: that of
// the verification, where it is known.
QList<QStringList> detailsOf(const Verification &verification, const Notice *notice);

} // namespace zhibao
