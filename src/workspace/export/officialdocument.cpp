// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/export/officialdocument.h"

#include "document/compose/compose.h"
#include "store/store.h"

#include <QCoreApplication>

namespace zhibao {

namespace {

constexpr double tenthsOfMillimetre = 10;

} // namespace

QString draftMark()
{
    return QCoreApplication::translate("OfficialMarks", "送审稿");
}

Result<QByteArray> sealPicture(const Store &store, const LogEntry &placed)
{
    const QString digest = placed.detail.value(QStringLiteral("picture")).toString();
    const Result<QByteArray> png = store.attachment(QByteArray::fromHex(digest.toLatin1()));
    if (!png && png.error().code == ErrorCode::FileNotFound)
        return Error{ErrorCode::StoreDamaged, {store.path()}};
    return png;
}

Seal sealOf(const LogEntry &placed, const QByteArray &picture)
{
    return {sealPixels(picture), placed.detail.value(QStringLiteral("width")).toInt() / tenthsOfMillimetre};
}

Result<OfficialMarks> marksOf(const Store &store, ReportState state, const QList<LogEntry> &entries)
{
    if (!isFrozen(state))
        return OfficialMarks{draftMark(), std::nullopt};
    const std::optional<LogEntry> placed = inForce(entries, EntryKind::PlaceSeal);
    if (!placed)
        return OfficialMarks{};
    const Result<QByteArray> picture = sealPicture(store, *placed);
    return picture ? Result<OfficialMarks>(OfficialMarks{{}, sealOf(*placed, *picture)}) : picture.error();
}

Result<Document> officialDocument(
    const Report &report, const Notice &notice, const QString &form, const OfficialMarks &marks)
{
    Document document = compose(report, notice, form, marks.dates);
    document.marginMark = marks.marginMark;
    return marks.seal ? withSeal(std::move(document), notice, form, *marks.seal) : Result<Document>(document);
}

} // namespace zhibao
