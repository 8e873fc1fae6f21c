// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/document/foreigncontent.h"

namespace zhibao {

// What stands in a DOCX beside what an export holds, as an office calls it, and where: "正文：隐藏文字（w:vanish）".
QString describe(const ForeignContent &content);

} // namespace zhibao
