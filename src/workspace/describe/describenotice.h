// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/compare/noticecomparison.h"

namespace zhibao {

// What a notice asks for, a line each: who it is from, and of every form its deadline and what is to be filled in.
QStringList describeNotice(const Notice &notice);

// What a definition asks for otherwise than the one before, a line each. `changes`: compareNotices of the two.
QStringList describeChanges(const QList<NoticeChange> &changes, const Notice &before, const Notice &after);

} // namespace zhibao
