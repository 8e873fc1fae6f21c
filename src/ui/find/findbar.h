// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/search.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class FindBar;
}

namespace zhibao {

class OpenReport;

// Find and replace over the whole report, in place. It says where a match is; the window shows it.
class FindBar : public QWidget {
    Q_OBJECT
public:
    explicit FindBar(OpenReport &open, QWidget *parent = nullptr);
    ~FindBar() override;

public Q_SLOTS:
    void openFind();
    void openReplace();
    void findNext();
    void findPrevious();
    void leave();
    // Where the caret is: the search goes on from there.
    void setStart(const zhibao::Place &place, int offset);

Q_SIGNALS:
    void showPlace(const zhibao::Place &place, int offset, int length);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void open(bool replacing);
    void connectControls();
    void startAnew();
    void refresh();
    void go(int direction);
    qsizetype following(int direction) const;
    void showMatch(const Match &match);
    void replaceOne();
    void replaceEvery();
    int caretAfterReplacing() const;
    bool replaceThese(const QList<Match> &matches, const Place &place, const QString &name);
    QString formsOfMatches() const;
    void tellCount(const QString &note = {});
    void tell(const QString &words, bool problem = false);
    bool isBeforeStart(const Match &match) const;

    OpenReport &m_open;
    std::unique_ptr<Ui::FindBar> m_ui;
    QList<Match> m_matches;
    QList<Place> m_places; // of the report in reading order
    std::optional<Match> m_current; // the match that was last shown, while the caret stays in it
    Place m_start;
    int m_startOffset = 0;
    QTimer m_refresh;
    QPointer<QWidget> m_before; // what had the focus when the bar opened
};

} // namespace zhibao
