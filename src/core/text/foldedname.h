// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace zhibao {

// What is left of a name where only what the eye sees counts: compatibility forms and composition (NFKC), width and
// case are evened out, white space, control characters and what is not drawn (Default_Ignorable_Code_Point of Unicode
// 15) are taken out. Two names with the same are the same name. For comparing alone: a name is kept as it was typed.
QString foldedName(const QString &name);

} // namespace zhibao
