// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/table/placeedit.h"

namespace zhibao {

// The form's contact line: one line high, higher only where its text has more.
class ContactEdit : public PlaceEdit {
    Q_OBJECT
public:
    ContactEdit(OpenReport &open, const Form &form, QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool takesKey(const QKeyEvent &event) const override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
};

} // namespace zhibao
