// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/notice/notice.h"

#include <QDialog>

#include <functional>
#include <optional>

namespace zhibao {

class NoteBar;

// Shows what a notice asks for, and what it asks for otherwise than the definition there is, before anything is done
// with it.
class NoticeWindow : public QDialog {
    Q_OBJECT
public:
    struct Offer {
        QString title; // of the window
        QString answer; // on the button that does it
        QString remark; // what comes of it, in a sentence
        std::function<Result<void>()> accept; // empty: there is nothing to do
    };
    NoticeWindow(const Notice &notice, const std::optional<Notice> &before, Offer offer, QWidget *parent = nullptr);

private:
    QWidget *makeText(const Notice &notice, const std::optional<Notice> &before);
    void run();

    Offer m_offer;
    NoteBar *m_note;
};

} // namespace zhibao
