// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

#include <QFrame>

namespace zhibao {

class CommentPane;
class FormPage;
class Workspace;

// Below the editors: the comments at the place in hand, with a field to comment and to answer in.
class RemarkBar : public QFrame {
    Q_OBJECT
public:
    explicit RemarkBar(Workspace &workspace, QWidget *parent = nullptr);

    // At the place that is in hand there: to comment on it, or to answer what was said of it.
    void open(const FormPage &page);
    void openToAnswer(const FormPage &page);
    void step(int by); // to the next or previous open comment of the report, round at the ends
    void leave();

Q_SIGNALS:
    void placeWanted(const zhibao::Place &place, int offset, int length);
    void left(); // the focus belongs to the editor again

private:
    void show(const Place &place, int offset, int length);

    Workspace &m_workspace;
    CommentPane *m_comments;
};

} // namespace zhibao
