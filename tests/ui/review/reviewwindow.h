// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/people/officewindow.h"

namespace zhibao {

// Ctrl and Shift: the keys of review.
constexpr Qt::KeyboardModifiers command = Qt::ControlModifier | Qt::ShiftModifier;

// The window of an office of two, with a filled report that the clerk has handed in; the supervisor is signed in.
class ReviewWindow : public OfficeWindow {
public:
    ReviewWindow();

    static Place cell() { return {QStringLiteral("annex1"), QStringLiteral("instructions"), 0}; }
    static Place section(int index) { return {QStringLiteral("annex2"), {}, -1, -1, index}; }
    Review &review() const { return workspace->review(); }
    void go(const Place &place, int offset = -1, int length = 0) const; // in the editors
    void approve() const; // every step up to it
    void become(const Person &person, const QString &password); // by signing out and in
};

} // namespace zhibao
