// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/typing.h"

#include "durability/child.h"
#include "durability/storeflows.h"
#include "store/store.h"

namespace zhibao::durability {

namespace {

constexpr qint64 mostMissing = 2000; // milliseconds of typing
const QString cell = QStringLiteral("cell");
const QString section = QStringLiteral("section");

int typeInto(const QString &folder, const QString &place)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return become(QStringLiteral(TYPIST_PROGRAM), {storeIn(folder), place});
}

Finding checkTyping(const QString &folder, const Told &told, const Place &place)
{
    const Result<std::unique_ptr<Store>> store = Store::open(storeIn(folder), systemClock());
    if (!store)
        return {Damage::Corrupt, QStringLiteral("does not open")};
    const Result<QList<ReportSummary>> reports = (*store)->reports();
    if (!reports)
        return {Damage::Corrupt, QStringLiteral("cannot be listed")};
    QString text;
    if (!reports->isEmpty()) {
        const Result<Report> report = (*store)->load(reports->first().id);
        if (!report)
            return {Damage::Corrupt, QStringLiteral("cannot be read")};
        text = textAt(*report, place);
    }
    const int length = static_cast<int>(text.size());
    if (text != typedText(length))
        return {Damage::Corrupt, QStringLiteral("a text that nobody typed")};
    for (const QByteArray &note : told.acknowledged) {
        const QList<QByteArray> words = note.split(' ');
        const bool isMissing = words.value(1).toInt() > length;
        if (isMissing && words.value(0) == "saved")
            return {Damage::Lost, QStringLiteral("shorter than was said to be saved")};
        const qint64 age = told.ended - words.value(2).toLongLong();
        if (isMissing && words.value(0) == "typed" && age > mostMissing)
            return {Damage::Lost, QStringLiteral("%1 ms of typing are missing").arg(age)};
    }
    const QString damage = structuralDamage(storeIn(folder));
    return damage.isEmpty() ? Finding() : Finding{Damage::Corrupt, damage};
}

} // namespace

QString typedText(int length)
{
    QString text;
    for (int index = 0; index < length; ++index)
        text += QChar(0x4e00 + index % 0x5000);
    return text;
}

QString typedUnit()
{
    return QStringLiteral("贵州省市场监督管理局");
}

Place typedPlace(const QString &name)
{
    if (name == cell)
        return {QStringLiteral("annex1"), QStringLiteral("study"), 0};
    return {QStringLiteral("annex2"), {}, -1, -1, 1};
}

QByteArray typedNote(int length, qint64 at)
{
    return "typed " + QByteArray::number(length) + ' ' + QByteArray::number(at);
}

QByteArray savedNote(int length)
{
    return "saved " + QByteArray::number(length);
}

void prepareTyping(const QString &folder)
{
    if (!Store::open(storeIn(folder), systemClock()))
        qFatal("no store to start from");
}

int typeInCell(const QString &folder)
{
    return typeInto(folder, cell);
}

int typeInSection(const QString &folder)
{
    return typeInto(folder, section);
}

Finding checkTypingInCell(const QString &folder, const Told &told)
{
    return checkTyping(folder, told, typedPlace(cell));
}

Finding checkTypingInSection(const QString &folder, const Told &told)
{
    return checkTyping(folder, told, typedPlace(section));
}

} // namespace zhibao::durability
