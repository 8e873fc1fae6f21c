// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/fonts/fontfiles.h"

#include <QFile>
#include <QMultiHash>

#include <fontconfig/fontconfig.h>

#include <cmath>

namespace zhibao {

namespace {

// Debian's texlive-lang-chinese keeps Fandol outside fontconfig's folders.
constexpr QStringView fandolFolder = u"/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/";

struct FandolFile {
    QStringView family; // as folded() gives it
    bool bold;
    QStringView name;
};
constexpr FandolFile fandolFiles[] = {
    // bold before regular
    {u"fandolsong", true, u"FandolSong-Bold.otf"},
    {u"fandolsong", false, u"FandolSong-Regular.otf"},
    {u"fandolfang", false, u"FandolFang-Regular.otf"},
    {u"fandolkai", false, u"FandolKai-Regular.otf"},
    {u"fandolhei", true, u"FandolHei-Bold.otf"},
    {u"fandolhei", false, u"FandolHei-Regular.otf"},
};

QString folded(const QString &family)
{
    return family.toCaseFolded().remove(u' ');
}

QString stringOf(FcPattern *pattern, const char *object, int position = 0)
{
    FcChar8 *text = nullptr;
    if (FcPatternGetString(pattern, object, position, &text) != FcResultMatch)
        return {};
    return QString::fromUtf8(reinterpret_cast<const char *>(text));
}

int integerOf(FcPattern *pattern, const char *object, int otherwise)
{
    int value = 0;
    return FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? value : otherwise;
}

bool isTrue(FcPattern *pattern, const char *object, bool otherwise)
{
    FcBool value = FcFalse;
    return FcPatternGetBool(pattern, object, 0, &value) == FcResultMatch ? value != FcFalse : otherwise;
}

bool isEmbeddable(FcPattern *pattern)
{
    const QString format = stringOf(pattern, FC_FONTFORMAT);
    return (format == u"TrueType" || format == u"CFF") && isTrue(pattern, FC_OUTLINE, true)
        && !isTrue(pattern, FC_COLOR, false) && !isTrue(pattern, FC_VARIABLE, false)
        && integerOf(pattern, FC_INDEX, 0) <= 0xFFFF;
}

FontFile fileOf(FcPattern *pattern)
{
    return {stringOf(pattern, FC_FILE), integerOf(pattern, FC_INDEX, 0)};
}

std::optional<FontFile> fandolFile(const QString &family, bool bold)
{
    for (const FandolFile &file : fandolFiles) {
        if (file.family != family || (file.bold && !bold))
            continue;
        const QString path = fandolFolder.toString() + file.name.toString();
        if (QFile::exists(path))
            return FontFile{path, 0};
    }
    return std::nullopt;
}

} // namespace

struct FontFiles::Data {
    FcConfig *config = nullptr;
    QMultiHash<QString, FcPattern *> byName;
    FcFontSet *ranked = nullptr;

    ~Data()
    {
        if (ranked)
            FcFontSetDestroy(ranked);
        if (config)
            FcConfigDestroy(config);
    }

    void open()
    {
        if (config)
            return;
        config = FcConfigReference(nullptr);
        const FcFontSet *fonts = config ? FcConfigGetFonts(config, FcSetSystem) : nullptr;
        for (int i = 0; fonts && i < fonts->nfont; ++i) {
            FcPattern *pattern = fonts->fonts[i];
            if (!isEmbeddable(pattern) || integerOf(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN)
                continue;
            for (int name = 0;; ++name) {
                const QString family = stringOf(pattern, FC_FAMILY, name);
                if (family.isEmpty())
                    break;
                byName.insert(folded(family), pattern);
            }
        }
    }

    void rank()
    {
        if (ranked || !config)
            return;
        FcPattern *wanted = FcNameParse(reinterpret_cast<const FcChar8 *>("serif:lang=zh-cn:weight=80:slant=0"));
        FcConfigSubstitute(config, wanted, FcMatchPattern);
        FcDefaultSubstitute(wanted);
        FcResult result = FcResultMatch;
        ranked = FcFontSort(config, wanted, FcFalse, nullptr, &result);
        FcPatternDestroy(wanted);
    }
};

FontFiles::FontFiles()
    : m_data(std::make_unique<Data>())
{
}

FontFiles::~FontFiles() = default;

std::optional<FontFile> FontFiles::find(const QString &family, bool bold)
{
    m_data->open();
    const QString name = folded(family);
    const int wanted = bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR;
    FcPattern *best = nullptr;
    int bestDistance = 0;
    for (auto [candidate, end] = m_data->byName.equal_range(name); candidate != end; ++candidate) {
        const int distance = std::abs(integerOf(candidate.value(), FC_WEIGHT, FC_WEIGHT_REGULAR) - wanted);
        if (!best || distance < bestDistance) {
            best = candidate.value();
            bestDistance = distance;
        }
    }
    return best ? fileOf(best) : fandolFile(name, bold);
}

QList<FontFile> FontFiles::having(char32_t character)
{
    m_data->open();
    m_data->rank();
    QList<FontFile> files;
    for (int i = 0; m_data->ranked && i < m_data->ranked->nfont; ++i) {
        FcPattern *pattern = m_data->ranked->fonts[i];
        FcCharSet *characters = nullptr;
        if (isEmbeddable(pattern) && FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch
            && FcCharSetHasChar(characters, character)) {
            files.append(fileOf(pattern));
        }
    }
    return files;
}

} // namespace zhibao
