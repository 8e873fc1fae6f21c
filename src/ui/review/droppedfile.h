// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QMimeData;

namespace zhibao {

// The review file (送审文件) that is dragged here, which no text field takes for a text; "" where it is none.
QString reviewFileIn(const QMimeData &dragged);

} // namespace zhibao
