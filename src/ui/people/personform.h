// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/office/session.h"

#include <QWidget>

#include <memory>

namespace Ui {
class PersonForm;
}

namespace zhibao {

class Office;

// One person of the office, to be added or changed, in place below the list of people.
class PersonForm : public QWidget {
    Q_OBJECT
public:
    explicit PersonForm(Office &office, QWidget *parent = nullptr);
    ~PersonForm() override;

    void beginNew(); // the first of an office is its administrator
    void beginChange(const Account &account);

Q_SIGNALS:
    void saved(const QString &name);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void begin(const QString &heading, const Person &person);
    void showPasswords(bool shown);
    void save();
    void add(const Person &person);
    void finish(const Result<void> &done);
    void say(const QString &problem);
    Person entered() const;

    Office &m_office;
    std::unique_ptr<Ui::PersonForm> m_ui;
    bool m_isNew = true;
    bool m_active = true;
};

} // namespace zhibao
