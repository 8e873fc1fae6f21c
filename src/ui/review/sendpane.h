// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include <memory>

namespace Ui {
class SendPane;
}

class QDateTime;

namespace zhibao {

class NoteBar;
struct Notice;
struct Sending;

// Opens under the buttons: the files to send, an e-mail with them, and the record of what was sent.
class SendPane : public QFrame {
    Q_OBJECT
public:
    explicit SendPane(QWidget *parent = nullptr);
    ~SendPane() override;

    void ask(const Notice &notice, const QDateTime &now);
    NoteBar &note();
    void leave();

Q_SIGNALS:
    void filesWanted(); // written into a folder
    void draftWanted(); // an e-mail with them
    void confirmed(const zhibao::Sending &sending);
    void left(); // and had the focus

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void confirm();

    std::unique_ptr<Ui::SendPane> m_ui;
};

} // namespace zhibao
