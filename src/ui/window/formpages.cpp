// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/formpages.h"

#include "base/overloads.h"
#include "ui/findings/findingtip.h"
#include "ui/formpage.h"
#include "ui/parts/mayedit.h"
#include "ui/summary/summaryeditor.h"
#include "ui/table/tableeditor.h"
#include "workspace/report/openreport.h"

#include <QTimer>

namespace zhibao {

FormPages::FormPages(OpenReport &open, QWidget *parent)
    : QStackedWidget(parent)
    , m_open(open)
    , m_tip(new FindingTip(this))
{
    connect(&m_open, &OpenReport::changed, m_tip, &QWidget::hide);
    connect(this, &QStackedWidget::currentChanged, m_tip, &QWidget::hide);
    connect(this, &FormPages::placeChanged, m_tip, [this] {
        if (!stayedAtShown())
            m_tip->hide();
    });
}

void FormPages::open(const ReportMemory &memory)
{
    close();
    m_states = memory.views;
    m_form = m_open.notice().forms.value(0).id;
}

void FormPages::close()
{
    for (FormPage *page : std::as_const(m_pages)) {
        removeWidget(page);
        page->deleteLater(); // it may be handling the event that closes the report
    }
    m_pages.clear();
    m_states.clear();
    m_form.clear();
    m_shown = {};
}

QMap<QString, QByteArray> FormPages::viewStates() const
{
    QMap<QString, QByteArray> states = m_states;
    for (auto page = m_pages.begin(); page != m_pages.end(); ++page)
        states.insert(page.key(), page.value()->viewState());
    return states;
}

FormPage *FormPages::page() const
{
    return m_pages.value(m_form);
}

FormPage *FormPages::make(const Form &form)
{
    FormPage *page
        = std::visit(Overloads{[&](const TableForm &) -> FormPage * { return new TableEditor(m_open, form.id, this); },
                         [&](const OutlineForm &) -> FormPage * { return new SummaryEditor(m_open, form.id, this); }},
            form.kind);
    addWidget(page);
    m_pages.insert(form.id, page);
    page->setWindowActions(m_windowActions);
    connect(page, &FormPage::commentsWanted, this, &FormPages::commentsWanted);
    connect(page, &FormPage::placeChanged, this, [this, page](const Place &place, int offset) {
        if (page == this->page())
            Q_EMIT placeChanged(place, offset);
    });
    return page;
}

void FormPages::showForm(const QString &form)
{
    const Form *asked = m_open.isOpen() ? m_open.notice().form(form) : nullptr;
    if (!asked)
        return;
    if (form != m_form)
        commit();
    m_form = form;
    const bool made = m_pages.contains(form);
    FormPage *page = made ? m_pages.value(form) : make(*asked);
    setCurrentWidget(page);
    Q_EMIT pageShown();
    page->setFocus();
    const QByteArray state = m_states.take(form);
    if (!made && !state.isEmpty())
        page->restoreViewState(state);
    Q_EMIT placeChanged(page->currentPlace(), page->currentOffset());
}

void FormPages::showPlace(const Place &place, int offset, int length)
{
    showForm(place.form);
    if (FormPage *front = page(); front && front->form() == place.form)
        front->showPlace(place, offset, length);
}

void FormPages::setWindowActions(const QList<QAction *> &actions)
{
    m_windowActions = actions;
}

void FormPages::commit()
{
    if (FormPage *front = page())
        front->commit();
}

void FormPages::step(void (QUndoStack::*direction)())
{
    commit();
    if (!mayEdit(m_open))
        return;
    Place changed;
    const QMetaObject::Connection watch
        = connect(&m_open, &OpenReport::changed, this, [&changed](const Change &change) { changed = change.place; });
    (m_open.undoStack()->*direction)();
    disconnect(watch);
    const FormPage *front = page();
    const bool elsewhere = !front || !front->isVisible() || front->currentPlace() != changed;
    if (elsewhere && hasPlace(m_open.report(), m_open.notice(), changed))
        showPlace(changed, -1, 0);
}

void FormPages::showFinding(const Finding &finding)
{
    showPlace(finding.place, finding.offset, finding.length);
    if (FormPage *front = page()) {
        m_shown = finding;
        m_shownPlace = front->currentPlace();
        m_shownOffset = front->currentOffset();
        tell(finding);
    }
}

void FormPages::tell(const Finding &finding)
{
    m_tip->tell(finding);
    const auto place = [this] {
        if (const FormPage *front = page())
            m_tip->placeBeside(front->currentRect().translated(front->pos()));
    };
    place();
    QTimer::singleShot(0, m_tip, place); // again once the page is scrolled to it
}

bool FormPages::stayedAtShown() const
{
    const FormPage *front = page();
    return front && front->currentPlace() == m_shownPlace && front->currentOffset() == m_shownOffset;
}

bool FormPages::showFinding(Direction direction)
{
    if (!m_open.isOpen())
        return false;
    commit();
    const QList<Finding> findings = m_open.findings();
    const FormPage *front = page();
    const Place caret = front ? front->currentPlace() : Place();
    const int offset = front ? front->currentOffset() : -1;
    const auto shown = stayedAtShown() ? static_cast<int>(findings.indexOf(m_shown)) : -1;
    const int next = nextFinding(findings, m_open.report(), m_open.notice(), caret, offset, shown, direction);
    if (next < 0)
        return false;
    showFinding(findings.at(next));
    return true;
}

} // namespace zhibao
