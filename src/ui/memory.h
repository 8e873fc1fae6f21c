// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

namespace zhibao {

class Office;

// What the window remembers from one start to the next.
struct WindowMemory {
    QByteArray geometry;
    int navigationWidth = 0; // pixels; 0: what its lines need
    int previewWidth = 0; // pixels; 0: a share of the window
    std::optional<bool> preview; // shown or folded; nothing: as the width allows
    double zoom = 0; // of the preview; 0: fit to width
    int textScale = 100; // per cent
    std::optional<qint64> report; // in hand
};

// What it remembers of one report.
struct ReportMemory {
    int page = 0;
    QMap<QString, QByteArray> views; // form id → FormPage::viewState()
};

WindowMemory windowMemory(const Office &office);
ReportMemory reportMemory(const Office &office, qint64 report);
void remember(Office &office, const WindowMemory &memory);
void remember(Office &office, qint64 report, const ReportMemory &memory);

// Facts, by their names.
inline const QString exportFolderKey = QStringLiteral("export/folder"); // where files were last written to

// Remembers one fact. A fact that can not be written is only logged: nothing of anyone's work hangs on it.
void remember(Office &office, const QString &key, const QString &value);
// "" where there is none, or none can be read.
QString remembered(const Office &office, const QString &key);

// A question that is put off until tomorrow, by the day of the machine's clock, under a name of its own.
void putOff(Office &office, const QString &key);
bool isPutOff(const Office &office, const QString &key);

} // namespace zhibao
