// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/openwindow.h"

#include <QPixmap>

#include <functional>

namespace zhibao {

// A state of the window worth looking at.
struct Scene {
    QString name; // of the picture's file
    std::function<QPixmap(OpenWindow &)> show;
};

QList<Scene> scenes();
QList<Scene> noticeScenes(); // part of them
QList<Scene> peopleScenes(); // likewise
QList<Scene> reviewScenes(); // likewise
QList<Scene> verifyScenes(); // likewise

// The widget as it looks once what waits for a pause in typing is there.
QPixmap grabbed(QWidget *widget);

} // namespace zhibao
