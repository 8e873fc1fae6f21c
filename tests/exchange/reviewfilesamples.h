// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/review/reviewfile.h"
#include "generate/rawarchive.h"

namespace zhibao::test {

// A key that is the same in each run.
const SigningKey &sampleKey();
const SigningKey &otherKey(); // of another office that has a part in it

// A review nobody led: some contents, an entry of every kind and more, some attachments. The same for the same seed.
ReviewFile generateReview(const Notice &notice, quint32 seed);

// Signs what the other office did, as it stands now.
void signOthers(ReviewFile &review);

// An entry as the file has it, signed again by whom it names.
QJsonObject signedAgain(QJsonObject entry, const QString &notice, const QString &unit);

// The file as a program that knows only version 1 writes it.
QByteArray asVersion1(const QByteArray &file);

// The review as a file, signed with sampleKey().
QByteArray written(const ReviewFile &review, const Notice &notice);

// The parts of a review file as they may be written by somebody else.
QList<generate::RawPart> rawParts(const QByteArray &file);
generate::RawPart &partNamed(QList<generate::RawPart> &parts, const QByteArray &name);

// An archive without a comment, with the comment that sampleKey() signs it by.
QByteArray signedBySample(QByteArray archive);

// Whether both say the same, but for what is each store's own; an empty origin is sampleKey().
bool saysTheSame(const ReviewFile &one, const ReviewFile &other);

} // namespace zhibao::test
