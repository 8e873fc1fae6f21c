// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/checks.h"

#include <QString>

namespace zhibao {

// The one place where codes become sentences for people (Chinese, through tr).
QString describe(const Error &error);
QString describe(const Finding &finding);
QString describe(FindingLevel level); // 错误, 警告, 提示
// The state of a report in the store: 填报中.
QString describeState(const QString &state);
// Where a place is, in words: "附件1 第2行 第1个文件 发文主体".
QString describePlace(const Notice &notice, const Place &place);

} // namespace zhibao
