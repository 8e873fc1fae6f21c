// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/random.h"

#include <QString>

namespace zhibao::generate {

// Invented Chinese office prose. `subject` is the policy paper that the notice is about.
struct Phrases {
    Random &random;
    QString subject;

    QString leadersInstruction();
    QString study();
    QString paperTitle();
    QString issuer();
    QString progress();
    QString activity(); // one sentence with figures
    QString aspect(); // a short noun phrase that a numbered part opens with: "集中学习"
    QString odd(); // a sentence with what is rare and goes wrong: rare characters, Latin, emoji, odd white space
    QString person();
    QString telephone();

private:
    QString number();
    QString share();
    QString day();
    QString place();
    QString filled(const QString &pattern);
};

} // namespace zhibao::generate
