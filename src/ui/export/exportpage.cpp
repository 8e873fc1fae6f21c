// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/export/exportpage.h"

#include "base/log.h"
#include "base/path.h"
#include "ui/memory.h"
#include "ui/numbers.h"
#include "ui/opening.h"
#include "ui/theme.h"
#include "ui_exportpage.h"
#include "workspace/describe/describe.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QDir>
#include <QKeyEvent>
#include <QStandardPaths>

namespace zhibao {

ExportPage::ExportPage(Workspace &workspace, const Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_dialogs(dialogs)
    , m_ui(std::make_unique<Ui::ExportPage>())
{
    m_ui->setupUi(this);
    m_ui->begin->setIcon(theme::icon(QStringLiteral("file-export")));
    m_ui->stop->setIcon(theme::icon(QStringLiteral("player-stop")));
    m_ui->chooseFolder->setIcon(theme::icon(QStringLiteral("folder-open")));
    m_ui->openFile->setIcon(theme::icon(QStringLiteral("file-text")));
    m_ui->copyPath->setIcon(theme::icon(QStringLiteral("copy")));
    m_ui->openFolder->setIcon(theme::icon(QStringLiteral("folder-open")));
    m_ui->outcome->hide();
    m_ui->back->hide();
    m_ui->back->setIcon(theme::icon(QStringLiteral("chevron-left")));
    setFocusProxy(m_ui->begin);
    const QString folder = remembered(m_workspace.office(), exportFolderKey);
    m_ui->folder->setText(QDir::toNativeSeparators(
        folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : folder));
    connectControls();
    setRunning(false);
}

ExportPage::~ExportPage() = default;

void ExportPage::connectControls()
{
    connect(m_ui->pdf, &QCheckBox::toggled, this, &ExportPage::updateBegin);
    connect(m_ui->docx, &QCheckBox::toggled, this, &ExportPage::updateBegin);
    connect(m_ui->folder, &QLineEdit::textChanged, this, &ExportPage::updateBegin);
    connect(m_ui->back, &QPushButton::clicked, this, &ExportPage::left);
    connect(m_ui->chooseFolder, &QPushButton::clicked, this, &ExportPage::chooseFolder);
    connect(m_ui->findings, &QPushButton::clicked, this, &ExportPage::findingsWanted);
    connect(m_ui->sheet, &QPushButton::clicked, this, &ExportPage::sheetWanted);
    connect(&m_workspace.review(), &Review::changed, this, &ExportPage::showMark);
    connect(m_ui->begin, &QPushButton::clicked, this, [this] { begin(Existing::Keep); });
    connect(m_ui->folder, &QLineEdit::returnPressed, m_ui->begin, &QPushButton::click);
    connect(m_ui->stop, &QPushButton::clicked, this, [this] { m_task.stop(); });
    connect(&m_task, &ExportTask::progressed, m_ui->progress, &QProgressBar::setValue);
    connect(&m_task, &ExportTask::finished, this, &ExportPage::finish);
    connectFiles();
}

// What can be done to an exported file: in its menu, by keys in the list, and by buttons.
void ExportPage::connectFiles()
{
    m_ui->files->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](const QString &text, QPushButton *button, const QList<QKeySequence> &keys) {
        auto *action = new QAction(button->icon(), text, m_ui->files);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_ui->files->addAction(action);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        return action;
    };
    const QAction *open = add(tr("打开(&O)"), m_ui->openFile, {Qt::Key_Return, Qt::Key_Enter});
    const QAction *openFolder
        = add(tr("打开文件夹(&F)"), m_ui->openFolder, {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    const QAction *copy = add(tr("复制路径(&C)"), m_ui->copyPath, {QKeySequence::Copy});
    connect(m_ui->files, &QListWidget::itemDoubleClicked, open, &QAction::trigger);
    connect(open, &QAction::triggered, this, [this] { openOutside(chosenFile(), m_dialogs, *m_ui->note); });
    connect(
        openFolder, &QAction::triggered, this, [this] { openOutside(folderOf(chosenFile()), m_dialogs, *m_ui->note); });
    connect(copy, &QAction::triggered, this, [this] {
        copyPath(chosenFile());
        m_ui->note->tell(NoteBar::Kind::Calm, tr("已复制路径：%1").arg(QDir::toNativeSeparators(chosenFile())));
    });
}

QString ExportPage::chosenFile() const
{
    return m_ui->files->currentItem()->toolTip();
}

void ExportPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_blank)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void ExportPage::prepareReport()
{
    if (!m_task.isRunning())
        prepare(m_workspace.openReport().notice(), false);
    refreshFindings();
}

void ExportPage::prepareBlank(const Notice &notice)
{
    if (!m_task.isRunning())
        prepare(notice, true);
}

void ExportPage::prepare(const Notice &notice, bool blank)
{
    const std::optional<qint64> report = blank ? std::nullopt : m_workspace.openReport().id();
    const bool same = blank == m_blank && notice.number == m_notice.number && report == m_report;
    m_blank = blank;
    m_report = report;
    m_ui->back->setVisible(blank);
    m_notice = notice;
    m_ui->title->setText(blank ? tr("导出空白表") : tr("导出"));
    m_ui->state->setText(tr("空白表供打印后手工填写，或在 Word、WPS 中填写。"));
    m_ui->findings->setVisible(!blank);
    showMark();
    if (same)
        return; // what was chosen, and what came of the last export, stays
    m_ui->note->hide();
    m_ui->outcome->hide();
    qDeleteAll(m_forms);
    m_forms.clear();
    for (const Form &form : notice.forms) {
        auto *box = new QCheckBox(tr("%1　%2").arg(form.mark, form.title), m_ui->formsBox);
        box->setAccessibleName(tr("导出 %1").arg(form.mark));
        box->setChecked(true);
        connect(box, &QCheckBox::toggled, this, &ExportPage::updateBegin);
        m_ui->formsLayout->addWidget(box);
        m_forms.append(box);
    }
    updateBegin();
}

void ExportPage::refreshFindings()
{
    if (m_blank || !m_workspace.openReport().isOpen())
        return;
    m_ui->state->setText(findingsSentence());
    m_ui->findings->setVisible(!m_workspace.openReport().findings().isEmpty());
}

QString ExportPage::findingsSentence() const
{
    const QList<Finding> &findings = m_workspace.openReport().findings();
    if (findings.isEmpty())
        return tr("未发现问题。");
    QStringList parts;
    for (const FindingLevel level : {FindingLevel::Error, FindingLevel::Warning, FindingLevel::Hint}) {
        const auto count = std::count_if(
            findings.begin(), findings.end(), [level](const Finding &finding) { return finding.level == level; });
        if (count > 0)
            parts.append(tr("%1 %2 处").arg(describe(level)).arg(count));
    }
    QString sentence = tr("检查：%1。").arg(parts.join(tr("，")));
    for (const Form &form : m_workspace.openReport().notice().forms) {
        const int limit = form.outline() ? form.outline()->limit : 0;
        const int words = limit > 0 ? m_workspace.openReport().words(form.id).words : 0;
        if (words > limit)
            sentence += tr("%1超出限额 %2 字。").arg(form.mark, grouped(words - limit));
    }
    return m_workspace.review().approval() ? sentence : sentence + tr("草稿仍可导出。");
}

// What is on the pages besides what was filled in: whoever exports must not find out on paper.
QString ExportPage::markSentence() const
{
    const Review &review = m_workspace.review();
    const std::optional<LogEntry> approval = review.approval();
    if (!approval)
        return tr("报表是“%1”，还没有批准：导出的每页页边印有“%2”。")
            .arg(describe(review.state()), review.marks().marginMark);
    const QString who = approval->person.isEmpty() ? QString() : tr("由%1").arg(approval->person);
    const QString sentence = tr("这是 %1 %2批准的版本，页边不加标记。").arg(describe(approval->at), who);
    return review.marks().seal ? sentence + tr("各表盖有印章图样。") : sentence;
}

void ExportPage::showMark()
{
    const bool reported = !m_blank && m_workspace.openReport().isOpen();
    m_ui->mark->setVisible(reported);
    m_ui->sheet->setVisible(reported && m_workspace.review().approval());
    if (reported)
        m_ui->mark->setText(markSentence());
}

void ExportPage::updateBegin()
{
    const bool anyForm
        = std::any_of(m_forms.begin(), m_forms.end(), [](const QCheckBox *box) { return box->isChecked(); });
    const bool anyFormat = m_ui->pdf->isChecked() || m_ui->docx->isChecked();
    m_ui->begin->setEnabled(anyForm && anyFormat && !m_ui->folder->text().isEmpty() && !m_task.isRunning());
}

void ExportPage::chooseFolder()
{
    const QString folder = m_dialogs.folder(this, tr("选择存放文件夹"), m_ui->folder->text());
    if (!folder.isEmpty())
        m_ui->folder->setText(QDir::toNativeSeparators(folder));
}

ExportRequest ExportPage::request(Existing existing) const
{
    ExportRequest request;
    for (qsizetype at = 0; at < m_forms.size(); ++at) {
        if (m_forms.at(at)->isChecked())
            request.forms.append(m_notice.forms.at(at).id);
    }
    request.formats.clear();
    if (m_ui->pdf->isChecked())
        request.formats.append(FileFormat::Pdf);
    if (m_ui->docx->isChecked())
        request.formats.append(FileFormat::Docx);
    request.folder = QDir::fromNativeSeparators(m_ui->folder->text());
    request.existing = existing;
    request.blank = m_blank;
    request.marks = m_workspace.review().marks();
    return request;
}

void ExportPage::begin(Existing existing)
{
    if (m_task.isRunning())
        return;
    Q_EMIT beginning();
    m_ui->note->hide();
    m_ui->outcome->hide();
    m_ui->progress->setValue(0);
    const Report report = m_blank ? newReport(m_notice, {}) : m_workspace.openReport().report();
    const Result<qint64> version = m_blank || m_workspace.office().readOnlyReason()
        ? Result<qint64>(0)
        : m_workspace.openReport().currentVersion();
    m_version = version ? *version : 0; // an export does not wait for a disk that is full
    m_task.start(report, m_notice, request(existing), m_workspace.office().clock());
    setRunning(true);
}

void ExportPage::setRunning(bool running)
{
    m_ui->progress->setVisible(running);
    m_ui->stop->setVisible(running);
    m_ui->formsBox->setEnabled(!running);
    m_ui->formatsBox->setEnabled(!running);
    m_ui->folder->setEnabled(!running);
    m_ui->chooseFolder->setEnabled(!running);
    updateBegin();
    if (running)
        m_ui->stop->setFocus();
}

void ExportPage::finish()
{
    setRunning(false);
    const Result<ExportOutcome> &result = m_task.result();
    if (result && m_version > 0) {
        if (const Result<void> noted = m_workspace.openReport().noteExport(m_version, result->exported); !noted)
            log::warning(QStringLiteral("the export could not be recorded"));
    }
    if (result)
        showOutcome(*result);
    else
        showError(result.error());
}

void ExportPage::showOutcome(const ExportOutcome &outcome)
{
    const bool removable = !outcome.files.isEmpty() && isOnRemovableMedium(outcome.files.constFirst());
    m_ui->written->setText(removable ? tr("已导出 %1 个文件，已核对。已完成，可以拔出。").arg(outcome.files.size())
                                     : tr("已导出 %1 个文件").arg(outcome.files.size()));
    m_ui->files->clear();
    for (const QString &path : outcome.files) {
        auto *item = new QListWidgetItem(theme::icon(QStringLiteral("file-text")), QFileInfo(path).fileName(),
            m_ui->files); // owned by the list
        item->setToolTip(path);
    }
    QStringList notes;
    if (!outcome.substitutes.isEmpty())
        notes.append(tr("本机缺少部分公文字体，PDF 中以下列字体代替：%1。").arg(outcome.substitutes.join(tr("；"))));
    if (!outcome.missing.isEmpty())
        notes.append(tr("本机没有字体能显示这些字：%1").arg(outcome.missing.join(u' ')));
    m_ui->fonts->setText(notes.join(u'\n'));
    m_ui->fonts->setVisible(!notes.isEmpty());
    m_ui->outcome->show();
    m_ui->files->setCurrentRow(0);
    m_ui->openFolder->setFocus();
    remember(m_workspace.office(), exportFolderKey, QDir::fromNativeSeparators(m_ui->folder->text()));
}

void ExportPage::showError(const Error &error)
{
    if (error.code == ErrorCode::FileExists) {
        const QString name = QFileInfo(error.arguments.value(0)).fileName();
        m_ui->note->ask(tr("文件夹中已有“%1”，不是由这份报表导出的。是否替换？").arg(name),
            {{tr("替换"), [this] { begin(Existing::Replace); }}, {tr("取消"), {}}});
        return;
    }
    const bool stopped = error.code == ErrorCode::Stopped;
    m_ui->note->tell(stopped ? NoteBar::Kind::Calm : NoteBar::Kind::Problem, describe(error));
    m_ui->begin->setFocus();
}

} // namespace zhibao
