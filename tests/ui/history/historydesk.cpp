// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/history/historydesk.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QTest>
#include <QVBoxLayout>

#include <catch2/catch.hpp>

namespace zhibao {

HistoryDesk::HistoryDesk(const QSize &size)
    : page(new HistoryPage(report.workspace, &window))
    , comparison(page->findChild<ComparisonView *>())
    , restored(page, &HistoryPage::restored)
    , problems(page, &HistoryPage::problem)
{
    auto *layout = new QVBoxLayout(&window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(page);
    window.resize(size);
    window.show();
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    page->setFocus();
}

HistoryDesk::~HistoryDesk()
{
    delete page; // before the report
}

void HistoryDesk::write(const Place &place, const QString &text)
{
    report.now = report.now.addSecs(60);
    REQUIRE(report.workspace.openReport().setText(place, text));
    REQUIRE(report.workspace.openReport().flush());
}

void HistoryDesk::open()
{
    page->refresh();
    settle();
}

void HistoryDesk::choose(int version)
{
    auto *versions = child<QListView>("versions");
    versions->setCurrentIndex(versions->model()->index(version, 0));
    settle();
}

void HistoryDesk::settle()
{
    const auto timers = page->findChildren<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
    REQUIRE(timers.size() == 2);
    REQUIRE(QTest::qWaitFor([&timers] {
        return std::none_of(timers.begin(), timers.end(), [](const QTimer *timer) { return timer->isActive(); });
    }));
    QCoreApplication::processEvents(); // lays out what has come into sight
}

void HistoryDesk::compareWith(int line)
{
    child<QComboBox>("other")->setCurrentIndex(line);
    settle();
}

QString HistoryDesk::message()
{
    return label("message")->isHidden() ? QString() : label("message")->text();
}

QStringList HistoryDesk::spoken()
{
    QStringList sentences;
    for (int row = 0; row < comparison->count(); ++row)
        sentences.append(comparison->model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
    return sentences;
}

QAction *HistoryDesk::action(const QString &text)
{
    for (QAction *action : page->editActions()) {
        if (action && action->iconText() == text)
            return action;
    }
    FAIL("no such command");
    return nullptr;
}

QLabel *HistoryDesk::label(const char *name)
{
    return child<QLabel>(name);
}

Place opening()
{
    return Place{QStringLiteral("annex2"), field::opening};
}

Place section(int number)
{
    return Place{QStringLiteral("annex2"), {}, -1, -1, number};
}

} // namespace zhibao
