// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace zhibao::test {

// Changes the file as somebody with the sqlite3 shell would, its triggers and references turned off. Gives what the
// shell complained about; "" where it did all.
QString tamper(const QString &path, const QStringList &statements);

} // namespace zhibao::test
