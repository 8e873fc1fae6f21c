// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/reviewlog.h"

#include <QHash>

#include <utility>

namespace zhibao {

// The comment with the office beside each name that came by file.
Comment withOffices(Comment comment, const QHash<QByteArray, QString> &offices);

// Who and when, as the interface writes it; a person without a name is not named.
QString signature(const QString &person, const QDateTime &at);

// Where a comment's passage is in the text that stands there now; offset -1: it is not there, or the whole was meant.
std::pair<int, int> passageIn(const QString &text, const Comment &comment);

} // namespace zhibao
