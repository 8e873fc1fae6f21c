// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QApplication;

namespace zhibao {

// Qt's own words (the menus of text fields, dialogs for files and printing) in Chinese, whatever the system's language
// is. Where Qt's translation is not installed they stay English, which the log tells.
void speakChinese(QApplication &application);

} // namespace zhibao
