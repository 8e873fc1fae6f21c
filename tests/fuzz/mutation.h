// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/random.h"

#include <QByteArray>

namespace zhibao::fuzz {

// The bytes with one to four changes of those that break readers: flipped, lost, doubled, cut and inserted bytes, and a
// stretch of `other`, an input of the same kind.
QByteArray mutatedBytes(QByteArray bytes, const QByteArray &other, generate::Random &random);

// The same of a text in JSON: also values and keys in place of others, and what JSON may not hold.
QByteArray mutatedJson(QByteArray json, const QByteArray &other, generate::Random &random);

} // namespace zhibao::fuzz
