// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDeadlineTimer>
#include <QHash>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class SignInPage;
}

namespace zhibao {

struct Account;
struct Error;
class Workspace;

// Who is there: choose the name, type the password. Also what a locked window shows.
class SignInPage : public QWidget {
    Q_OBJECT
public:
    explicit SignInPage(Workspace &workspace, QWidget *parent = nullptr);
    ~SignInPage() override;

    void begin(); // reads the people anew and takes the focus

Q_SIGNALS:
    void recoveryWanted();
    void verifyWanted(); // 核验, which needs nobody to sign in

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Tone { Plain, Problem };

    void fillPeople(const QString &chosen);
    void add(const Account &account);
    void chosenChanged();
    void signIn();
    void refused(const Error &error);
    void countDown();
    void showUnsaved();
    void say(const QString &sentence, Tone tone = Tone::Plain);
    void layOut();
    QString chosen() const;
    bool needsPassword() const;

    Workspace &m_workspace;
    std::unique_ptr<Ui::SignInPage> m_ui;
    QHash<QString, QDeadlineTimer> m_waiting; // until the next try, by name
    QTimer m_countdown;
    bool m_passes = false; // by the arrows, and goes on typing a password at the next who has one
};

} // namespace zhibao
