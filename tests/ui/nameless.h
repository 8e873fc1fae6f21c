// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QWidget;

namespace zhibao {

// Of all below the widget that the keys can go to: what a screen reader has no name for.
QStringList nameless(const QWidget *root);

} // namespace zhibao
