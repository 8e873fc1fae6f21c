// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/verify/verifywindow.h"

#include "ui/notebar.h"
#include "ui/parts/droppedfile.h"
#include "ui/theme.h"
#include "ui/verify/filedelegate.h"
#include "ui/verify/verdictview.h"
#include "workspace/office/office.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>

namespace zhibao {

namespace {

// Lines of text.
constexpr int verifyWidth = 44;
constexpr int verifyHeight = 28;
// The shares of the list and of the answer, until someone moves the handle.
constexpr int listShare = 4;
constexpr int answerShare = 6;
constexpr int wholeShare = 1000; // pixels by which the shares are given

QLabel *makeSentence(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

VerifyWindow::VerifyWindow(Office &office, const Dialogs &dialogs, ApprovedTexts texts, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_dialogs(dialogs)
    , m_texts(texts)
    , m_middle(new QStackedWidget(this))
    , m_task(office)
{
    setWindowTitle(tr("核验文件"));
    setAcceptDrops(true);
    QLabel *const explanation = makeSentence(
        tr("看 PDF、DOCX 或签批单是不是在这里批准的内容：按文件的字节和显示的页面判断，文件自己怎么说不算数。"), this);
    theme::setTextRole(explanation, theme::TextRole::Caption);
    QLabel *const empty = makeSentence(tr("把要核验的文件拖到这里，或按“选择文件”，可以一次选几个。"), m_middle);
    empty->setObjectName(QStringLiteral("verifyEmpty"));
    empty->setAlignment(Qt::AlignCenter);
    m_middle->addWidget(empty);
    m_middle->addWidget(makeAnswers());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space3, theme::space3, theme::space3, theme::space3);
    layout->setSpacing(theme::space2);
    layout->addWidget(explanation);
    layout->addWidget(m_middle, 1);
    layout->addWidget(makeRun());
    layout->addWidget(makeButtons());
    connectTask();
    setRunning(false);
    const int line = QFontMetrics(theme::bodyFont()).height();
    resize(QSize(verifyWidth * line, verifyHeight * line).boundedTo(screen()->availableSize()));
    m_choose->setFocus();
}

VerifyWindow::~VerifyWindow() = default;

QWidget *VerifyWindow::makeAnswers()
{
    auto *panes = new QSplitter(m_middle);
    panes->setChildrenCollapsible(false);
    m_list = new QListWidget(panes);
    m_list->setObjectName(QStringLiteral("verifiedFiles"));
    m_list->setAccessibleName(tr("核验的文件"));
    m_list->setItemDelegate(new FileDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *side = new QWidget(panes);
    m_answer = new NoteBar(side);
    m_answer->setObjectName(QStringLiteral("verifyAnswer"));
    m_answer->setAccessibleName(tr("结论"));
    m_answer->setClosable(false);
    theme::setTextRole(m_answer->findChild<QLabel *>(QStringLiteral("sentence")), theme::TextRole::Section);
    m_view = new VerdictView(m_office.catalogue(), m_texts, side);
    m_view->setObjectName(QStringLiteral("verifyDetails"));
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_answer);
    layout->addWidget(m_view, 1);
    panes->addWidget(m_list);
    panes->addWidget(side);
    panes->setStretchFactor(0, listShare);
    panes->setStretchFactor(1, answerShare);
    panes->setSizes({listShare * wholeShare, answerShare * wholeShare});
    connect(m_list, &QListWidget::currentRowChanged, this, &VerifyWindow::showCurrent);
    return panes;
}

QWidget *VerifyWindow::makeRun()
{
    auto *run = new QWidget(this);
    m_said = makeSentence({}, run);
    m_said->setObjectName(QStringLiteral("verifySaid"));
    m_progress = new QProgressBar(run);
    m_progress->setAccessibleName(tr("核验进度"));
    m_stop = new QPushButton(theme::icon(QStringLiteral("player-stop")), tr("停止(&S)"), run);
    m_stop->setObjectName(QStringLiteral("verifyStop"));
    m_stop->setAccessibleName(tr("停止核验"));
    m_stop->setAutoDefault(false);
    auto *layout = new QHBoxLayout(run);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space2);
    layout->addWidget(m_said, 1);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_stop);
    return run;
}

QWidget *VerifyWindow::makeButtons()
{
    auto *buttons = new QWidget(this);
    m_choose = new QPushButton(theme::icon(QStringLiteral("folder-open")), tr("选择文件(&O)…"), buttons);
    m_choose->setObjectName(QStringLiteral("verifyChoose"));
    m_copy = new QPushButton(theme::icon(QStringLiteral("copy")), tr("复制结果(&C)"), buttons);
    m_copy->setObjectName(QStringLiteral("verifyCopy"));
    m_copy->setAutoDefault(false);
    m_copy->setToolTip(tr("复制所有文件的核验结果"));
    auto *close = new QPushButton(tr("关闭"), buttons);
    close->setAutoDefault(false);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space2);
    layout->addWidget(m_choose);
    layout->addWidget(m_copy);
    layout->addStretch(1);
    layout->addWidget(close);
    connect(m_choose, &QPushButton::clicked, this, &VerifyWindow::choose);
    connect(m_copy, &QPushButton::clicked, this, &VerifyWindow::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return buttons;
}

void VerifyWindow::connectTask()
{
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_list->setFocus();
        m_stop->setEnabled(false);
        m_task.stop();
    });
    connect(&m_task, &VerifyTask::progressed, m_progress, &QProgressBar::setValue);
    connect(&m_task, &VerifyTask::begun, this, [this](int file) {
        m_files[file].state = VerifiedFile::State::Comparing;
        showFile(file);
        say(tr("正在核验第 %1 个文件，共 %2 个").arg(file + 1).arg(m_files.size()));
    });
    connect(&m_task, &VerifyTask::verified, this, &VerifyWindow::take);
    connect(&m_task, &VerifyTask::finished, this, &VerifyWindow::finish);
}

void VerifyWindow::showFront()
{
    show();
    raise();
    activateWindow();
}

void VerifyWindow::verify(const QStringList &files)
{
    if (files.isEmpty() || isRunning())
        return;
    QStringList once = files;
    once.removeDuplicates();
    m_files.clear();
    m_list->clear();
    for (const QString &path : std::as_const(once)) {
        m_files.append(VerifiedFile{path});
        new QListWidgetItem(m_list); // owned by it
        showFile(static_cast<int>(m_files.size()) - 1);
    }
    m_list->setCurrentRow(0);
    m_middle->setCurrentIndex(1);
    m_progress->setValue(0);
    say(tr("正在核验…"));
    setRunning(true);
    m_task.start(once);
}

void VerifyWindow::choose()
{
    verify(m_dialogs.openFiles(
        this, tr("选择要核验的文件"), tr("PDF、DOCX 和签批单 (*.pdf *.PDF *.docx *.DOCX);;所有文件 (*)")));
}

void VerifyWindow::copy() const
{
    QStringList texts;
    for (const VerifiedFile &file : m_files)
        texts.append(plainText(file, m_office.catalogue(), m_texts));
    QGuiApplication::clipboard()->setText(texts.join(u'\n'));
    say(tr("已复制 %1 个文件的核验结果。").arg(m_files.size()));
}

void VerifyWindow::take(int file, const Result<Verification> &outcome)
{
    m_files[file].state = VerifiedFile::State::Done;
    m_files[file].outcome = outcome;
    showFile(file);
}

void VerifyWindow::finish()
{
    int done = 0;
    for (int file = 0; file < m_files.size(); ++file) {
        done += m_files.at(file).outcome ? 1 : 0;
        if (m_files.at(file).outcome)
            continue;
        m_files[file].state = VerifiedFile::State::Stopped;
        showFile(file);
    }
    setRunning(false);
    say(done < m_files.size() ? tr("已停止：核验了 %1 个文件，共 %2 个。").arg(done).arg(m_files.size())
                              : tr("已核验 %1 个文件。").arg(done));
}

void VerifyWindow::setRunning(bool running)
{
    const bool hadFocus = m_stop->hasFocus();
    m_progress->setVisible(running);
    m_stop->setVisible(running);
    m_stop->setEnabled(running);
    m_choose->setEnabled(!running);
    m_copy->setEnabled(!running && !m_files.isEmpty());
    if (running)
        m_stop->setFocus();
    else if (hadFocus)
        m_list->setFocus();
}

void VerifyWindow::showFile(int file)
{
    const VerifiedFile &shown = m_files.at(file);
    QListWidgetItem *const item = m_list->item(file);
    item->setIcon(iconOf(shown));
    item->setText(nameOf(shown));
    item->setData(FileDelegate::AnswerRole, answerOf(shown));
    item->setData(FileDelegate::KindRole, static_cast<int>(kindOf(shown)));
    item->setData(Qt::AccessibleTextRole, tr("%1，%2").arg(nameOf(shown), answerOf(shown)));
    item->setToolTip(shown.path);
    if (m_list->currentRow() == file)
        showCurrent();
}

void VerifyWindow::showCurrent()
{
    const int file = m_list->currentRow();
    if (file < 0 || file >= m_files.size())
        return;
    m_answer->tell(kindOf(m_files.at(file)), sentenceOf(m_files.at(file)));
    m_view->showFile(m_files.at(file));
}

void VerifyWindow::say(const QString &sentence) const
{
    m_said->setText(sentence);
}

void VerifyWindow::reject()
{
    m_task.stop();
    QDialog::reject();
}

void VerifyWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!isRunning() && !localFilesIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void VerifyWindow::dropEvent(QDropEvent *event)
{
    const QStringList files = localFilesIn(*event->mimeData());
    if (isRunning() || files.isEmpty())
        return;
    event->acceptProposedAction();
    // The window that drags waits for the drop to be done.
    QMetaObject::invokeMethod(
        this, [this, files] { verify(files); }, Qt::QueuedConnection);
}

} // namespace zhibao
