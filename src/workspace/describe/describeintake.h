// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace zhibao {

struct IntakeQuestion;
struct LineLink;
struct PlannedFile;

// What stands with a file that arrived: 新增, 更新, 无改动, 空表, 待答, 送审文件, 不能读.
QString describeState(const PlannedFile &file);
// What taking it in changes: 新增 3 处，改动 1 处; empty where nothing.
QString describeChanges(const PlannedFile &file);
// What somebody has to say, and the way to go on.
QString describe(const IntakeQuestion &question, const PlannedFile &file);
// Which row of the last version one of the file is: 认作第3行（81 %）, 新增一行.
QString describe(const LineLink &link);

} // namespace zhibao
