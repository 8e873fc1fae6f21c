// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/word/symbols.h"

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

struct FontSymbol {
    const char *font;
    int code;
    char16_t meaning;
};

constexpr std::array fontSymbols{
    FontSymbol{"wingdings", 0x6F, u'□'},
    FontSymbol{"wingdings", 0x70, u'□'},
    FontSymbol{"wingdings", 0x71, u'□'},
    FontSymbol{"wingdings", 0x72, u'□'},
    FontSymbol{"wingdings", 0xA8, u'□'},
    FontSymbol{"wingdings", 0x6E, u'■'},
    FontSymbol{"wingdings", 0xFB, u'×'},
    FontSymbol{"wingdings", 0xFC, u'√'},
    FontSymbol{"wingdings", 0xFD, u'☒'},
    FontSymbol{"wingdings", 0xFE, u'☑'},
    FontSymbol{"wingdings 2", 0x4F, u'×'},
    FontSymbol{"wingdings 2", 0x50, u'√'},
    FontSymbol{"wingdings 2", 0x51, u'☒'},
    FontSymbol{"wingdings 2", 0x52, u'☑'},
    FontSymbol{"wingdings 2", 0x53, u'☒'},
    FontSymbol{"wingdings 2", 0x54, u'☒'},
    FontSymbol{"wingdings 2", 0xA2, u'■'},
    FontSymbol{"wingdings 2", 0xA3, u'□'},
    FontSymbol{"webdings", 0x61, u'√'},
    FontSymbol{"webdings", 0x63, u'□'},
    FontSymbol{"webdings", 0x72, u'×'},
    FontSymbol{"symbol", 0xD6, u'√'},
    FontSymbol{"symbol", 0xB4, u'×'},
};

} // namespace

QString symbolText(const QString &font, int code)
{
    const int plain = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;
    const auto known = std::find_if(fontSymbols.begin(), fontSymbols.end(), [&](const FontSymbol &symbol) {
        return symbol.code == plain && font.compare(QLatin1String(symbol.font), Qt::CaseInsensitive) == 0;
    });
    return known == fontSymbols.end() ? QString() : QString(QChar(known->meaning));
}

} // namespace zhibao
