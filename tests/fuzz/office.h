// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fuzz/driver.h"

#include <QTemporaryDir>

namespace zhibao::fuzz {

// A store with an approved report, all of it done by the subcommands, and what was exported of it.
class Office {
public:
    Office();

    // The exported files of a format ("pdf", "docx").
    QList<QByteArray> exported(const QString &format) const;
    // What `zhibao verify` makes of such a file: accepted as what was approved, or not. Another exit code than those
    // that it may have, or a file left behind, is a fault.
    Outcome verified(const QByteArray &file, const QString &format) const;

private:
    void done(const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QString m_store;
};

} // namespace zhibao::fuzz
