// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "verify/changes.h"

#include "core/report/reportedit.h"

#include <catch2/catch.hpp>

namespace zhibao::test {

namespace {

const QStringList characters{QStringLiteral("质"), QStringLiteral("不"), QStringLiteral("的"), QStringLiteral("7"),
    QStringLiteral("x"), QStringLiteral("。"), QStringLiteral("、"), QStringLiteral("𠮷")};
const QStringList cellTexts{QStringLiteral("无"), QStringLiteral("已于2023年6月30日印发"), QStringLiteral("经研究同意"),
    QStringLiteral("正在征求意见，预计年底前出台。\n责任处室：质量发展处")};

// Where a whole character begins.
qsizetype anywhereIn(const QString &text, generate::Random &random)
{
    const auto at = static_cast<qsizetype>(random.below(static_cast<int>(text.size())));
    return at > 0 && text[at].isLowSurrogate() ? at - 1 : at;
}

QString withOneCharacterChanged(const QString &text, generate::Random &random)
{
    if (text.isEmpty())
        return random.pick(characters);
    const qsizetype at = anywhereIn(text, random);
    const qsizetype length = text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
    const QString &character = random.pick(characters);
    if (random.chance(333) || text[at].isSpace())
        return QString(text).insert(at, character);
    return QString(text).replace(at, length, random.chance(500) ? character : QString());
}

QString shown(QString text)
{
    return text.removeIf([](QChar c) { return c.isSpace(); });
}

} // namespace

ChangedReport changeOne(const Report &report, const Notice &notice, const QString &form, generate::Random &random)
{
    const QList<Place> places = textPlaces(report, notice, form);
    for (;;) {
        const Place place = places[random.below(static_cast<int>(places.size()))];
        const QString before = textAt(report, place);
        const bool isCell = place.row >= 0;
        if (before.isEmpty() && !isCell)
            continue; // of what has no place on the page it can only be told beside what it stands
        QString after = withOneCharacterChanged(before, random);
        if (isCell && (before.isEmpty() || random.chance(250)))
            after = random.chance(300) ? QString() : random.pick(cellTexts);
        if (shown(after) == shown(before))
            continue;
        const Result<Report> changed = setText(report, notice, place, after);
        REQUIRE(changed);
        return {*changed, place, before, after};
    }
}

} // namespace zhibao::test
