// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/fonts/fontchoice.h"

#include "document/layout/characters.h"

#include <algorithm>

namespace zhibao {

namespace {

// The free fonts with the most Han characters, behind every typeface.
QStringList reserveFamilies(Typeface typeface)
{
    QStringList families = typeface == Typeface::Hei
        ? QStringList{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC")}
        : QStringList{QStringLiteral("Noto Serif CJK SC"), QStringLiteral("Source Han Serif SC")};
    return families << QStringLiteral("HanaMinA") << QStringLiteral("HanaMinB");
}

bool hasAll(const Fonts::Face &face, std::span<const char32_t> characters)
{
    return std::all_of(characters.begin(), characters.end(), [&face](char32_t character) {
        return isInvisible(character) || isVariationSelector(character) || face.glyph(character) != 0;
    });
}

} // namespace

int FontChoice::fontFor(std::span<const char32_t> characters, Typeface typeface)
{
    const char32_t base = characters.front();
    Stack &own = stack(typeface);
    // What a private-use character looks like is known only to the typeface's own fonts.
    if (isPrivateUse(base))
        return firstHaving(own.own, characters);

    QList<QList<Family> *> order = {&own.own, &own.reserve};
    order.insert(prefersChineseFont(base) ? 2 : 0, &latinStack().own);
    for (QList<Family> *families : order) {
        const int font = firstHaving(*families, characters);
        if (font >= 0)
            return font;
    }
    const QList<FontFile> others = m_files.having(base);
    for (const FontFile &file : others) {
        const int font = opened(file);
        if (font >= 0 && hasAll(face(font), characters))
            return font;
    }
    return -1;
}

int FontChoice::firstFont(Typeface typeface)
{
    Stack &own = stack(typeface);
    for (QList<Family> *families : {&own.own, &own.reserve, &latinStack().own}) {
        const int font = firstHaving(*families, {});
        if (font >= 0)
            return font;
    }
    return -1;
}

FontChoice::Stack &FontChoice::stack(Typeface typeface)
{
    Stack &stack = m_stacks.at(static_cast<std::size_t>(typeface));
    if (!stack.found) {
        const auto wanted = [typeface](const QStringList &families) {
            QList<Wanted> list;
            for (const QString &family : families)
                list.append({family, takenInBold(typeface, family)});
            return list;
        };
        stack = findStack(wanted(candidateFamilies(typeface)), wanted(reserveFamilies(typeface)));
    }
    return stack;
}

FontChoice::Stack &FontChoice::latinStack()
{
    if (!m_latin.found) {
        QList<Wanted> wanted;
        for (const QString &family : latinCandidateFamilies())
            wanted.append({family});
        m_latin = findStack(wanted, {});
    }
    return m_latin;
}

FontChoice::Stack FontChoice::findStack(const QList<Wanted> &own, const QList<Wanted> &reserve)
{
    Stack stack;
    stack.found = true;
    QString drawn;
    const auto add = [&](QList<Family> &families, const Wanted &wanted) {
        const std::optional<FontFile> file = m_files.find(wanted.family, wanted.bold);
        if (!file)
            return;
        families.append({*file});
        if (drawn.isEmpty())
            drawn = wanted.family;
    };
    for (const Wanted &wanted : own)
        add(stack.own, wanted);
    for (const Wanted &wanted : reserve)
        add(stack.reserve, wanted);
    const QString &official = own.first().family;
    if (drawn != official && !drawn.isEmpty())
        m_substitutes.append(official + QStringLiteral(" → ") + drawn);
    return stack;
}

int FontChoice::open(Family &family)
{
    if (family.font == unopened)
        family.font = opened(family.file);
    return family.font;
}

int FontChoice::opened(const FontFile &file)
{
    const auto known = std::find_if(
        m_faces.begin(), m_faces.end(), [&file](const auto &candidate) { return candidate->file == file; });
    if (known != m_faces.end())
        return static_cast<int>(known - m_faces.begin());
    std::unique_ptr<Fonts::Face> face = Fonts::Face::open(file);
    if (!face)
        return -1;
    m_faces.push_back(std::move(face));
    return count() - 1;
}

int FontChoice::firstHaving(QList<Family> &families, std::span<const char32_t> characters)
{
    for (Family &family : families) {
        const int font = open(family);
        if (font >= 0 && hasAll(face(font), characters))
            return font;
    }
    return -1;
}

} // namespace zhibao
