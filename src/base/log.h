// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace zhibao::log {

// Starts the rotating log file (3 files of 1 MiB, owner only) in the folder; without a call the log goes nowhere.
// Callers pass events, codes and sizes only: never the text of a report.
void start(const QString &folder);

// $XDG_STATE_HOME/zhibao, or ~/.local/state/zhibao.
QString defaultFolder();

void info(const QString &event);
void warning(const QString &event);
void error(const QString &event);

} // namespace zhibao::log
