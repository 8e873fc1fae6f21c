// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/dialogs.h"

#include <QByteArray>
#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace zhibao {

class NoteBar;
class SealPreview;
class Office;

// The seal picture of the office and its width, looked at before it is kept.
class SealPage : public QWidget {
    Q_OBJECT
public:
    SealPage(Office &office, const Dialogs &dialogs, NoteBar &note, QWidget *parent = nullptr);

private:
    QWidget *makeControls();
    void readStored();
    void choose();
    void save();
    void showPicture();

    Office &m_office;
    const Dialogs &m_dialogs;
    NoteBar &m_note;
    SealPreview *m_preview;
    QDoubleSpinBox *m_width = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_save = nullptr;
    QByteArray m_png; // chosen, or stored
    QByteArray m_storedPng;
    int m_storedWidth = 0; // tenths of a millimetre
};

} // namespace zhibao
