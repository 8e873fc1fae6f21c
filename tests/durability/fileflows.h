// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "durability/flow.h"

// The durable writer of files.
namespace zhibao::durability {

void prepareFile(const QString &folder); // an old file
int replaceFile(const QString &folder); // by several new ones after each other, each acknowledged
int addFiles(const QString &folder); // several beside it, each acknowledged
int writeSet(const QString &folder); // replaces it and adds two beside it, as one; acknowledged, or refused
Finding checkReplacedFile(const QString &folder, const Told &told);
Finding checkAddedFiles(const QString &folder, const Told &told);
Finding checkSet(const QString &folder, const Told &told);

} // namespace zhibao::durability
