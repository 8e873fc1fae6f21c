// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace zhibao {

// The sentence with %1, %2, … replaced by the arguments and %c by the cause, in one pass: an argument may itself hold
// a percent sign.
QString filled(const QString &sentence, const QStringList &arguments, const QString &cause = {});

} // namespace zhibao
