// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace zhibao {

class PasswordEdit;
class Office;

// Sets a password: one's own, for which the one in use is asked first, or as an administrator anybody's.
class PasswordWindow : public QDialog {
    Q_OBJECT
public:
    enum class Asker { Oneself, Administrator };

    PasswordWindow(Office &office, const QString &name, Asker asker, QWidget *parent = nullptr);

private:
    PasswordEdit *addField(QVBoxLayout &layout, const QString &label, const QString &name);
    QWidget *makeButtons();
    bool isPresentRight();
    void save();
    void removePassword();
    void finish(const Result<void> &set);
    void say(const QString &problem);

    Office &m_office;
    const QString m_name;
    const Asker m_asker;
    PasswordEdit *m_present = nullptr; // nothing where none is asked for
    PasswordEdit *m_fresh;
    PasswordEdit *m_repeated;
    QLabel *m_message;
    QPushButton *m_save = nullptr;
};

} // namespace zhibao
