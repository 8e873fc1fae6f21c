// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/unit.h"

#include <QList>
#include <QWidget>

#include <memory>

class QStandardItemModel;

namespace Ui {
class UnitChooser;
}

namespace zhibao {

class Office;
struct Notice;

// Who reports, to which notice and on which occasion: found as one types, by name, common name or code; an own entry is
// possible.
class UnitChooser : public QWidget {
    Q_OBJECT
public:
    explicit UnitChooser(Office &office, QWidget *parent = nullptr);
    ~UnitChooser() override;

    // Begins anew; `first` where the store holds no report yet, so that there is nothing to go back to.
    void begin(bool first);
    void fillNotices(); // with those that are known

Q_SIGNALS:
    void chosen(const QString &notice, const QString &unit, const QString &occasion);
    void importWanted();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QList<Unit> foundUnits(const QString &sought) const;
    void search(const QString &typed);
    const Notice *chosenNotice() const;
    void proposeOccasion(); // where nobody typed another one
    void showOccasion();
    void choose();

    Office &m_office;
    std::unique_ptr<Ui::UnitChooser> m_ui;
    QStandardItemModel *m_found;
    QList<Unit> m_units;
};

} // namespace zhibao
