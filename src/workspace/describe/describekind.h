// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace zhibao {

// ErrorCode::WrongFormat: what the file is, and where it can go; "" where its format is none that people know.
QString describeOtherKind(const QStringList &arguments);

} // namespace zhibao
