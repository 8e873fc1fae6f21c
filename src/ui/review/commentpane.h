// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/reviewlog.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class CommentPane;
}

namespace zhibao {

class CommentList;
class Workspace;

// Something one can comment on from where one is: the cell, the passage, the section, the form, the report.
struct CommentScope {
    QString label;
    Place place;
    int offset = -1; // of a passage, UTF-16 units; -1: the whole place
    int length = 0;
};

// The comments of the report or of one place, and a field to comment and to answer in.
class CommentPane : public QWidget {
    Q_OBJECT
public:
    explicit CommentPane(Workspace &workspace, QWidget *parent = nullptr);
    ~CommentPane() override;

    // What a new comment can be about, the likeliest first.
    void setScopes(const QList<CommentScope> &scopes);
    void setFilter(const std::optional<Place> &place); // nothing: all comments of the report
    void setClosable(bool closable); // by a cross, and by Esc
    void refresh();
    void step(int by); // to the next or previous comment, round at the ends
    void select(const QByteArray &uid);
    void write(); // a new comment: the caret into the field, and none in hand to be answered
    void answer(); // takes the first one up, with the caret in the field
    std::optional<Comment> current() const;

Q_SIGNALS:
    void placeWanted(const zhibao::Place &place, int offset, int length);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectControls();
    void showCurrent();
    void fitList();
    void lead();
    void confirm(); // Enter: answers the comment in hand, or makes one where there is none
    void comment();
    void reply();
    void settle(); // or takes up again
    void done(const Result<void> &result, const QByteArray &inHand);

    Workspace &m_workspace;
    std::unique_ptr<Ui::CommentPane> m_ui;
    CommentList *m_list;
    QList<CommentScope> m_scopes;
    bool m_closable = false;
};

} // namespace zhibao
