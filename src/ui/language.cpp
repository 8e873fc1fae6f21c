// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/language.h"

#include "base/log.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace zhibao {

void speakChinese(QApplication &application)
{
    auto *words = new QTranslator(&application);
    if (words->load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(words);
    else
        log::warning(QStringLiteral("Qt's Chinese translation is not installed"));
}

} // namespace zhibao
