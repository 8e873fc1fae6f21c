// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "durability/flow.h"

#include <QStringList>

#include <functional>

namespace zhibao::durability {

// What some work found wrong, "" where nothing; done in a process of its own, so that it can do to itself what it
// likes.
QString apart(const std::function<QString()> &work);

// The same for each flow, as many at once as the machine has processors; in the order of the flows.
QStringList apartForEach(const QList<Flow> &flows, const std::function<QString(const Flow &)> &work);

} // namespace zhibao::durability
