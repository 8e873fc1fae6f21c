// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/review/review.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QToolButton;

namespace zhibao {

class ComparisonView;
class Workspace;

// What changed in the report in hand since a version that one chooses.
class ChangePane : public QWidget {
    Q_OBJECT
public:
    explicit ChangePane(Workspace &workspace, QWidget *parent = nullptr);

    void setActions(QAction *previous, QAction *next, QAction *print);
    void begin(); // offers the versions anew and chooses the one that tells most
    void refresh(); // the report changed, or the versions did
    void step(int by);
    bool isAtEnd(int by) const; // a step would go round
    std::optional<qint64> since() const; // what is compared with (Review::compared); nothing where there is none

Q_SIGNALS:
    void placeWanted(const zhibao::Place &place, int offset, int length);

private:
    QWidget *makeHead();
    void offer(std::optional<qint64> chosen);
    qint64 best(const QList<ComparedVersion> &offered) const;
    QString nameOf(const ComparedVersion &version) const;
    void compare();
    void showMessage(const QString &message);
    void showPosition();
    void lead();

    Workspace &m_workspace;
    QComboBox *m_versions;
    QLabel *m_position;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_print;
    QLabel *m_message;
    ComparisonView *m_view;
    QLabel *m_legend;
    QTimer m_follow; // compares after a pause in changing
};

} // namespace zhibao
