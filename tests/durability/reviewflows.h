// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "durability/flow.h"

// What is done with a report on its way from hand to hand: told, with all that belongs to it, or not done at all.
namespace zhibao::durability {

void prepareReviewing(const QString &folder); // a store with state 0 in hand, of an office of one
int submitReport(const QString &folder);
Finding checkSubmitting(const QString &folder, const Told &told);

void prepareReviewed(const QString &folder);
int approveReport(const QString &folder);
Finding checkApproving(const QString &folder, const Told &told);

void prepareApproved(const QString &folder);
int attachScan(const QString &folder);
Finding checkAttaching(const QString &folder, const Told &told);

void prepareReceiving(const QString &folder); // also trusts the other office
int receiveReport(const QString &folder); // state 1, handed in at another office
Finding checkReceiving(const QString &folder, const Told &told);

} // namespace zhibao::durability
