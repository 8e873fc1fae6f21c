// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "calls/calls.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace zhibao::durability {

// One call out of a trace; what the members hold depends on the kind, see calls.h.
struct Call {
    calls::Kind kind{};
    int file = -1;
    qint64 offset = 0;
    quint32 flags = 0;
    QString path;
    QString other;
    QByteArray data;
};

// The calls of a trace file in order; empty where there is none. A last record that a kill cut off is left out.
QList<Call> readTrace(const QString &path);

// What users were told up to (not including) the call of that number, in order.
QList<QByteArray> acknowledgedBefore(const QList<Call> &calls, qsizetype number);

} // namespace zhibao::durability
