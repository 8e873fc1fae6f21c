// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/review/exchangelimits.h"

#include "exchange/report/reportfile.h"
#include "exchange/review/reviewfile.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace zhibao {

namespace {

constexpr qint64 entryFrame = 700; // bytes of an entry besides its texts: names of keys, digests, signature
// Bytes that are kept free for what is said and done after a version was handed in.
constexpr qint64 reserve = 1024 * 1024;

// As they are written, quotation marks and line ends as two.
qint64 sizeOf(const QString &reason, const QJsonObject &detail)
{
    const qint64 escapes = reason.count(u'"') + reason.count(u'\\') + reason.count(u'\n');
    return entryFrame + reason.toUtf8().size() + escapes + QJsonDocument(detail).toJson(QJsonDocument::Compact).size();
}

Error tooLarge(const QString &unit)
{
    return {ErrorCode::ExchangeTooLarge, {unit, QString::number(reviewTextLimit / (1024 * 1024))}};
}

} // namespace

Result<void> checkNames(const QStringList &names)
{
    constexpr qsizetype told = 20; // UTF-16 units
    for (const QString &name : names) {
        if (name.size() > reviewNameLimit)
            return Error{ErrorCode::NameTooLong, {name.first(told), QString::number(reviewNameLimit)}};
    }
    return {};
}

Result<void> checkExchangeable(const Store &store, const QList<LogEntry> &entries, const NewEntry &added,
    const Report &report, const Notice &notice)
{
    const Person &person = added.person;
    if (Result<void> fit = checkNames({report.unit, person.name, person.office, person.post}); !fit)
        return fit;
    const Result<qint64> current = store.currentVersion(added.report);
    if (!current)
        return current.error();
    qint64 said = sizeOf(added.reason, added.detail);
    QSet<qint64> versions;
    for (const LogEntry &entry : entries) {
        said += sizeOf(entry.reason, entry.detail);
        if (entry.version > 0)
            versions.insert(entry.version);
    }
    if (versions.contains(*current) && said <= reserve)
        return {};
    qint64 size = std::max(said, reserve) + writeReport(report, notice).size();
    qsizetype rows = reviewRowsOf(report);
    versions.remove(*current);
    for (const qint64 version : std::as_const(versions)) {
        const Result<Report> content = store.loadVersion(added.report, version);
        if (!content)
            return content.error();
        size += writeReport(*content, notice).size();
        rows += reviewRowsOf(*content);
    }
    return size <= reviewTextLimit && rows <= reviewRowLimit ? Result<void>() : Result<void>(tooLarge(report.unit));
}

} // namespace zhibao
