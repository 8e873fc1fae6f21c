// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/notebar.h"
#include "workspace/office/catalogue.h"
#include "workspace/verify/verification.h"

#include <QCoreApplication>
#include <QIcon>

#include <optional>

namespace zhibao {

// Whether the texts of what was approved are shown: not to somebody who did not sign in.
enum class ApprovedTexts { Shown, Hidden };

// A file that is verified, and what came of it.
struct VerifiedFile {
    enum class State { Waiting, Comparing, Done, Stopped };
    QString path;
    State state = State::Waiting;
    std::optional<Result<Verification>> outcome = std::nullopt; // where it is Done

    Q_DECLARE_TR_FUNCTIONS(zhibao::VerifiedFile)
};

NoteBar::Kind kindOf(const VerifiedFile &file); // of its answer
QIcon iconOf(const VerifiedFile &file);
QString nameOf(const VerifiedFile &file); // without its folder
QString answerOf(const VerifiedFile &file); // in few words, for a list
QString sentenceOf(const VerifiedFile &file); // the whole answer; an error names the file
// Its lines: see factsOf and detailsOf (workspace/describeverification.h); none where it has no verdict.
QList<QStringList> detailsOf(const VerifiedFile &file, const Catalogue &catalogue, ApprovedTexts texts);
constexpr qsizetype placeFields = 2; // of such a line: what it is about, and where; then both texts, if not Hidden
const Notice *noticeOf(const VerifiedFile &file, const Catalogue &catalogue);
// All of it as lines of text, for other programs.
QString plainText(const VerifiedFile &file, const Catalogue &catalogue, ApprovedTexts texts);

} // namespace zhibao
