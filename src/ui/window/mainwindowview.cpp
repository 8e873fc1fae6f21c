// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// How the main window looks and what it remembers: preview, text size, help, geometry.
#include "base/overloads.h"
#include "ui/formpage.h"
#include "ui/preview/pageview.h"
#include "ui/preview/previewpane.h"
#include "ui/session/sessiongate.h"
#include "ui/theme.h"
#include "ui/window/formpages.h"
#include "ui/window/helpwindow.h"
#include "ui/window/mainwindow.h"
#include "ui/window/navigation.h"
#include "ui/window/reportdesk.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QMenu>
#include <QResizeEvent>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>

namespace zhibao {

namespace {

constexpr int roomForPreview = 1280; // pixels of window width below which the preview starts folded
constexpr int shareOfPreview = 35; // per cent of the width; a table of seven columns keeps room at 1366 pixels
constexpr QSize firstSize(1440, 900);
constexpr int textStep = 10; // per cent
constexpr int smallestText = 80;
constexpr int largestText = 200;

} // namespace

void MainWindow::connectViewActions()
{
    connect(m_actions.preview, &QAction::triggered, this, [this](bool shown) {
        m_memory.preview = shown;
        showPreview();
    });
    connect(m_actions.largerText, &QAction::triggered, this, [this] { scaleText(m_memory.textScale + textStep); });
    connect(m_actions.smallerText, &QAction::triggered, this, [this] { scaleText(m_memory.textScale - textStep); });
    connect(m_actions.normalText, &QAction::triggered, this, [this] { scaleText(100); });
    connect(m_actions.help, &QAction::triggered, this, &MainWindow::showHelp);
    connect(m_actions.about, &QAction::triggered, this, [this] {
        auto *about = new AboutWindow(this);
        about->setAttribute(Qt::WA_DeleteOnClose);
        about->open();
    });
    connect(m_actions.printBlankMenu, &QMenu::aboutToShow, this, &MainWindow::fillBlankMenu);
}

void MainWindow::fillBlankMenu()
{
    m_actions.printBlankMenu->clear();
    const auto add = [this](const QString &text, const QList<Form> &forms) {
        connect(m_actions.printBlankMenu->addAction(text), &QAction::triggered, this,
            [this, forms] { m_desk->printForms(forms, noticeInHand(), true); });
    };
    const QList<Form> &forms = noticeInHand().forms;
    for (qsizetype at = 0; at < forms.size(); ++at)
        add(tr("%1(&%2)").arg(forms.at(at).mark).arg(at + 1), {forms.at(at)});
    add(tr("全部附件(&A)"), forms);
}

void MainWindow::showPreview()
{
    const bool wanted = m_memory.preview.value_or(width() >= roomForPreview);
    m_actions.preview->setChecked(wanted);
    const FormPage *page = m_forms->page();
    const bool shown = wanted && page && m_stack->currentWidget() == m_forms;
    if (shown && !m_preview)
        makePreview();
    if (!m_preview)
        return;
    m_preview->setVisible(shown);
    if (shown) {
        m_preview->showForm(m_forms->form());
        m_preview->showCaret(page->currentPlace(), page->currentOffset());
    }
}

void MainWindow::makePreview()
{
    m_preview = new PreviewPane(m_workspace, this);
    m_preview->view()->setZoom(m_memory.zoom);
    m_panes->addWidget(m_preview);
    m_panes->setStretchFactor(m_panes->indexOf(m_preview), 1); // a wider window gives both more room
    const int navigation = m_navigation->isVisible() ? m_navigation->width() : m_memory.navigationWidth;
    const int preview = m_memory.previewWidth > 0 ? m_memory.previewWidth : width() * shareOfPreview / 100;
    m_panes->setSizes({navigation, width() - navigation - preview, preview});
    connect(m_forms, &FormPages::placeChanged, m_preview, &PreviewPane::showCaret);
    connect(m_preview, &PreviewPane::placeWanted, m_forms,
        [this](const Place &place, int offset) { m_forms->showPlace(place, offset, 0); });
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (!m_memory.preview)
        showPreview();
}

void MainWindow::scaleText(int percent)
{
    m_memory.textScale = std::clamp(percent, smallestText, largestText);
    theme::setTextScale(*qApp, m_memory.textScale);
}

void MainWindow::showHelp()
{
    if (!m_help)
        m_help = new HelpWindow(this);
    const QStringList topics{QStringLiteral("start"), QStringLiteral("start"), {}, QStringLiteral("findings"),
        QStringLiteral("history"), QStringLiteral("review"), QStringLiteral("export")};
    QString topic = topics.value(m_stack->currentIndex());
    if (topic.isEmpty()) {
        const Form *form = noticeInHand().form(m_forms->form());
        topic = form ? std::visit(Overloads{[](const TableForm &) { return QStringLiteral("table"); },
                                      [](const OutlineForm &) { return QStringLiteral("summary"); }},
                    form->kind)
                     : topics.constFirst();
    }
    m_help->showTopic(topic);
}

// Another start of the program asks for it.
void MainWindow::comeToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::restore()
{
    if (m_memory.textScale != 100)
        scaleText(m_memory.textScale);
    if (!restoreGeometry(m_memory.geometry)) {
        const QSize room = screen()->availableSize();
        resize(firstSize.boundedTo(room));
        if (room.width() <= firstSize.width())
            setWindowState(windowState() | Qt::WindowMaximized);
    }
    if (!m_gate->isClosed())
        enterStore(true);
}

void MainWindow::keepReportMemory()
{
    if (m_workspace.openReport().isOpen())
        remember(m_workspace.office(), *m_workspace.openReport().id(), {m_page, m_forms->viewStates()});
}

void MainWindow::leaveReport()
{
    keepReportMemory();
    noteSeen();
}

void MainWindow::keepWindowMemory()
{
    m_memory.geometry = saveGeometry();
    if (m_entered)
        m_memory.report = m_workspace.openReport().id();
    if (m_navigation->isVisible())
        m_memory.navigationWidth = m_navigation->width();
    if (m_preview) {
        m_memory.zoom = m_preview->view()->zoom();
        if (m_preview->isVisible())
            m_memory.previewWidth = m_preview->width();
    }
    remember(m_workspace.office(), m_memory);
}

} // namespace zhibao
