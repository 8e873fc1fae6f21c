// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace zhibao {

class LimitBar;
class OpenReport;

// Answers the three standing questions: is it saved, is it too long, is it right; and who is signed in.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(OpenReport &open, QWidget *parent = nullptr);

    void showSaved();
    // The length of the form in front where it has a limit; "": none is in front.
    void showLength(const QString &formInFront);
    void showFindings();
    // Length and findings are of the report in hand: away while another page than one of its own is in front.
    void setReportInFront(bool inFront);

Q_SIGNALS:
    void findingsWanted();
    void personWanted(); // another one is to sign in

private:
    QString savedWords() const;
    void showPerson();

    OpenReport &m_open;
    bool m_reportInFront = false;
    QLabel *m_savedIcon;
    QLabel *m_saved;
    QLabel *m_length;
    LimitBar *m_bar;
    QLabel *m_verdict;
    QLabel *m_characters;
    QToolButton *m_findings;
    QToolButton *m_person;
};

} // namespace zhibao
