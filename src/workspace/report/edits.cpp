// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/report/lineids.h"
#include "workspace/report/editcommand.h"
#include "workspace/report/openreport.h"

#include <algorithm>
#include <memory>

namespace zhibao {

namespace {

// Milliseconds.
constexpr qint64 burstPause = 1000; // without typing, that ends a burst
constexpr qint64 savePause = 800; // without an edit, after which it is saved
constexpr qint64 latestSave = 1500; // after the first edit that is not saved yet; what the save takes comes on top

} // namespace

Result<void> OpenReport::push(const Result<Report> &after, const Change &change, const QString &name, bool joins)
{
    if (!after)
        return after.error();
    if (!m_id)
        return Error{ErrorCode::ReportNotFound, {m_report.unit, m_report.notice}};
    if (const std::optional<Error> reason = m_office.readOnlyReason())
        return *reason;
    if (*after == m_report)
        return {};
    if (const std::optional<Error> refused = refusal(ReviewAction::Edit))
        return *refused;
    if (!joins)
        endBurst();
    auto command = std::make_unique<EditCommand>(*this, *after, change, joins ? m_burst : 0);
    command->setText(name);
    m_undo.push(command.release());
    return {};
}

void OpenReport::take(const Report &report, const Change &change)
{
    m_words.removeIf([&](auto words) { return report.forms.value(words.key()) != m_report.forms.value(words.key()); });
    m_report = report;
    m_findings.reset();
    m_pause.start();
    if (m_saved)
        m_saveBy.setRemainingTime(latestSave);
    m_autosave.start(static_cast<int>(std::clamp<qint64>(m_saveBy.remainingTime(), 0, savePause)));
    changeSaved(false, m_saveError);
    Q_EMIT changed(change);
}

void OpenReport::endBurst()
{
    ++m_burst;
    m_typing = {};
}

Result<void> OpenReport::setText(const Place &place, const QString &text)
{
    if (!m_id)
        return push(m_report, {}, {});
    const bool deletes = text.size() < textAt(m_report, place).size();
    const QDateTime now = m_office.clock()();
    const bool goesOn
        = m_typing.place == place && m_typing.deletes == deletes && m_typing.at.msecsTo(now) <= burstPause;
    if (!goesOn)
        endBurst();
    Result<void> done = push(zhibao::setText(m_report, m_notice, place, text), {place, false}, tr("输入"), true);
    m_typing = {place, deletes, now};
    return done;
}

Result<void> OpenReport::insertRow(const QString &form, int at, const Row &row)
{
    return push(zhibao::insertRow(m_report, form, at, row), {{form, {}, at}, true}, tr("插入行"));
}

Result<void> OpenReport::removeRow(const QString &form, int row)
{
    return push(zhibao::removeRow(m_report, form, row), {{form, {}, row}, true}, tr("删除行"));
}

Result<void> OpenReport::moveRow(const QString &form, int from, int to)
{
    return push(zhibao::moveRow(m_report, form, from, to), {{form, {}, to}, true}, tr("移动行"));
}

Result<void> OpenReport::insertEntry(const QString &form, int row, int at, const Entry &entry)
{
    return push(zhibao::insertEntry(m_report, form, row, at, entry), {{form, {}, row, at}, true},
        tr("插入%1").arg(entryNoun(form)));
}

Result<void> OpenReport::removeEntry(const QString &form, int row, int entry)
{
    return push(zhibao::removeEntry(m_report, form, row, entry), {{form, {}, row, entry}, true},
        tr("删除%1").arg(entryNoun(form)));
}

Result<void> OpenReport::moveEntry(const QString &form, int row, int from, int to)
{
    return push(zhibao::moveEntry(m_report, form, row, from, to), {{form, {}, row, to}, true},
        tr("移动%1").arg(entryNoun(form)));
}

Result<void> OpenReport::apply(const Report &after, const Change &change, const QString &name)
{
    return push(withLineIds(after, m_report), change, name);
}

} // namespace zhibao
