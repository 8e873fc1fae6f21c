// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"

#include <QByteArray>
#include <QDateTime>

namespace zhibao {

// word/settings.xml: line breaking, punctuation and compatibility, all said explicitly.
QByteArray docxSettings(const QString &language);

// docProps/core.xml: title, unit, subject, language and time (ECMA-376 part 2, 11).
QByteArray docxCoreProperties(const Document &document, const QDateTime &created);

} // namespace zhibao
