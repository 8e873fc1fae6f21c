// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QTextBrowser;

namespace zhibao {

// The help, beside the work: it stays open while one tries what it says.
class HelpWindow : public QDialog {
    Q_OBJECT
public:
    explicit HelpWindow(QWidget *parent = nullptr);
    // Topics are the anchors of resources/help/help.html.
    void showTopic(const QString &topic);

private:
    QTextBrowser *m_text;
};

// What the program is, and whose work it stands on.
class AboutWindow : public QDialog {
    Q_OBJECT
public:
    explicit AboutWindow(QWidget *parent = nullptr);
};

} // namespace zhibao
