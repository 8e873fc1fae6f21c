// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QApplication>

#include <memory>

namespace zhibao {

// The application of the window. Where memory runs out while something is done, its loop ends with EXIT_FAILURE: what
// was typed is saved on the way out.
class Application : public QApplication {
public:
    // Where there is no display, Qt would end the program by force, in English: instead that is told (DisplayMissing),
    // and the program ends with the code that `tell` gives.
    static std::unique_ptr<Application> connect(int &argc, char *argv[], int (*tell)(const Error &));

    bool notify(QObject *receiver, QEvent *event) override;
    bool isMemoryFull() const { return m_memoryFull; }

private:
    using QApplication::QApplication;
    bool m_memoryFull = false;
};

} // namespace zhibao
