// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/reportdesk.h"

#include "base/durablefile.h"
#include "document/compose/compose.h"
#include "exchange/report/reportfile.h"
#include "ui/export/printing.h"
#include "ui/notebar.h"
#include "workspace/describe/describe.h"
#include "workspace/workspace.h"

#include <algorithm>

namespace zhibao {

ReportDesk::ReportDesk(Workspace &workspace, const Dialogs &dialogs, NoteBar &note, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_dialogs(dialogs)
    , m_note(note)
    , m_window(window)
{
}

bool ReportDesk::tell(const Error &error)
{
    QList<NoteBar::Answer> answers;
    const bool isDamage = error.code == ErrorCode::StoreDamaged || error.code == ErrorCode::NotAsApproved;
    if (isDamage && !m_workspace.office().readOnlyReason())
        answers.append({tr("修复数据"), [this] { Q_EMIT recoveryWanted(); }});
    m_note.tell(NoteBar::Kind::Problem, describe(error), answers);
    return false;
}

bool ReportDesk::open(qint64 report)
{
    m_note.hide(); // it told of something else
    const Result<void> opened = m_workspace.openReport().open(report);
    return opened || tell(opened.error());
}

bool ReportDesk::create(const QString &notice, const QString &unit, const QString &occasion)
{
    const QList<Unit> units = m_workspace.office().units();
    const bool known = std::any_of(units.begin(), units.end(), [&](const Unit &one) { return one.name == unit; });
    if (!known) {
        if (const Result<void> added = m_workspace.office().addUnit({{}, unit, {}}); !added)
            return tell(added.error());
    }
    const Result<qint64> created = m_workspace.openReport().create(notice, unit, occasion);
    return created || tell(created.error());
}

QString ReportDesk::askForReportFile()
{
    return m_dialogs.openFile(m_window, tr("导入报表文件"), tr("报表文件 (*.json);;所有文件 (*)"));
}

bool ReportDesk::importFile(const QString &path)
{
    const Result<ReportFile> file = readReportFile(path, m_workspace.office().catalogue().all());
    if (!file)
        return tell(file.error());
    // Taken into the report in hand, an import is one step that can be undone.
    if (!openStored(file->report))
        return false;
    const Result<ImportedReport> imported = m_workspace.importReport(file->report);
    if (!imported)
        return tell(imported.error());
    if (!open(imported->id))
        return false;
    const QString name = m_workspace.openReport().name();
    QString sentence = imported->added ? tr("已导入%1的报表。").arg(name)
        : imported->changed.isEmpty()
        ? tr("文件内容与%1已有的报表相同，未作改动。").arg(name)
        : tr("已按文件更新%1的报表，共 %2 处；可用“撤销”改回原样。").arg(name).arg(imported->changed.size());
    if (!file->ignored.isEmpty())
        sentence += tr("文件中有不认识的内容，未导入：%1。").arg(file->ignored.join(tr("、")));
    if (file->replaced > 0)
        sentence += tr("文件中有 %1 个任何文档都存不了的字符（控制字符等），已换成“\uFFFD”。").arg(file->replaced);
    const bool isWhole = file->ignored.isEmpty() && file->replaced == 0;
    m_note.tell(isWhole ? NoteBar::Kind::Calm : NoteBar::Kind::Warning, sentence);
    m_note.endWithNextStep(*m_workspace.openReport().undoStack());
    return true;
}

// Takes the stored report that is known so into hand, where there is one.
bool ReportDesk::openStored(const Report &alike)
{
    const Result<QList<ReportSummary>> reports = m_workspace.office().reports();
    if (!reports)
        return tell(reports.error());
    for (const ReportSummary &report : *reports) {
        if (keyOf(report) == keyOf(alike))
            return open(report.id);
    }
    return true;
}

void ReportDesk::exportFile()
{
    const QString path = m_dialogs.saveFile(m_window, tr("导出报表文件"),
        m_workspace.openReport().name() + QStringLiteral(".json"), tr("报表文件 (*.json)"));
    if (path.isEmpty())
        return;
    const QByteArray bytes = writeReport(m_workspace.openReport().report(), m_workspace.openReport().notice());
    if (const Result<void> written = writeDurably(path, bytes, Existing::Replace); !written)
        tell(written.error());
    else
        m_note.tell(NoteBar::Kind::Calm,
            isOnRemovableMedium(path) ? tr("已导出报表文件并核对：%1。已完成，可以拔出。").arg(path)
                                      : tr("已导出报表文件：%1").arg(path));
}

QString ReportDesk::nameOf(qint64 report) const
{
    const Result<QList<ReportSummary>> reports = m_workspace.office().reports();
    if (!reports)
        return {};
    const auto found = std::find_if(
        reports->cbegin(), reports->cend(), [&](const ReportSummary &listed) { return listed.id == report; });
    return found == reports->cend()
        ? QString()
        : describeReport(found->unit, found->occasion, m_workspace.office().catalogue().notice(found->notice));
}

void ReportDesk::remove(qint64 report)
{
    const QString name = nameOf(report);
    if (const Result<void> removed = m_workspace.removeReport(report); !removed) {
        tell(removed.error());
        return;
    }
    m_removed.append(report);
    m_note.tell(
        NoteBar::Kind::Calm, tr("已删除%1的报表。").arg(name), {{tr("撤销"), [this, report] { restore(report); }}});
}

void ReportDesk::restore(qint64 report)
{
    if (const Result<void> back = m_workspace.office().putBackReport(report); !back) {
        tell(back.error());
        return;
    }
    forget(report);
    m_note.hide();
    Q_EMIT putBack(report);
}

void ReportDesk::putBackLast()
{
    if (hasRemoved())
        restore(m_removed.constLast());
}

void ReportDesk::printForms(const QList<Form> &forms, const Notice &notice, bool blank)
{
    m_note.hide();
    QList<Document> documents;
    for (const Form &form : forms) {
        const Result<Document> document = blank
            ? Result<Document>(composeBlank(notice, form.id))
            : officialDocument(m_workspace.openReport().report(), notice, form.id, m_workspace.review().marks());
        if (!document) {
            tell(document.error());
            return;
        }
        documents.append(*document);
    }
    if (printDocuments(documents, m_dialogs, m_window) == PrintOutcome::Failed)
        m_note.tell(NoteBar::Kind::Problem, tr("未能打印：打印机没有接受。报表未受影响，请检查打印机后再试。"));
}

} // namespace zhibao
