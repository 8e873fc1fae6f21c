// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QTextCursor>

class QLabel;
class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace zhibao {

// The help, beside the work: it stays open while one tries what it says.
class HelpWindow : public QDialog {
    Q_OBJECT
public:
    explicit HelpWindow(QWidget *parent = nullptr);
    // Topics are the anchors of resources/help/help.html.
    void showTopic(const QString &topic);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void readText();
    void listContents();
    QWidget *makeReader();
    void addKeys();
    void showSection(int row);
    void search(const QString &sought);
    void step(int by); // to another hit, round the end
    void showHits(const QString &nothing); // or what is said where there is none

    QListWidget *m_contents;
    QLineEdit *m_sought;
    QLabel *m_count;
    QTextBrowser *m_text;
    QList<QTextCursor> m_hits;
    int m_hit = 0; // the one in hand
};

// What the program is, and whose work it stands on.
class AboutWindow : public QDialog {
    Q_OBJECT
public:
    explicit AboutWindow(QWidget *parent = nullptr);
};

} // namespace zhibao
