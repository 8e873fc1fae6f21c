// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace zhibao {

// What the commands act on: nothing; the report that is selected in the list; the one that has a page in front.
enum class Hand { Empty, Selected, Open };

// What there is to act on, and what may be done.
struct CommandState {
    Hand hand = Hand::Empty;
    bool writable = false; // the store
    bool editable = false; // the report that has a page in front
    std::optional<QString> undo; // what would be taken back, in words
    std::optional<QString> redo;
    bool late = false; // there is a reason to be told
    bool verified = false; // who is signed in did so with a password
    bool hasPeople = false;
    bool administers = false;
};

} // namespace zhibao
