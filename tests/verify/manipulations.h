// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/random.h"

#include <QByteArray>
#include <QString>

namespace zhibao::test {

// A PDF that somebody changed with a PDF library in hand.
struct Manipulation {
    QString name; // of its kind
    QByteArray bytes;
    bool structural = false; // it need not show at 100 dots an inch
};

// One change, whose kind is `number` modulo all kinds, at a random place of the PDF that our writer made.
Manipulation manipulate(const QByteArray &pdf, int number, generate::Random &random);

} // namespace zhibao::test
