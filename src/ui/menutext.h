// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QAction;

namespace zhibao {

// A text with its mnemonic as Chinese menus write it, 导出(&E)…, as it stands where that has no use: 导出…
QString withoutMnemonic(const QString &text);

// Menus show the mnemonic; buttons and tool tips do not.
void setMenuText(QAction *action, const QString &text);

} // namespace zhibao
