// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice/notice.h"

#include <QList>

namespace zhibao::fuzz {

// Those that the readers know: the shipped notice and the invented one of the tests.
const QList<Notice> &notices();

// The one with that number; that there is none is a fault of the reader.
const Notice &noticeNumbered(const QString &number);

} // namespace zhibao::fuzz
