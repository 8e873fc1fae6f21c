// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/find/findbar.h"
#include "ui/formpage.h"
#include "ui/shell/openwindow.h"
#include "ui/window/formpages.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace zhibao;

namespace {

const Place section{QStringLiteral("annex2"), {}, -1, -1, 1};

QString state(const OpenWindow &desk)
{
    return desk.child<FindBar>()->findChild<QLabel *>(QStringLiteral("state"))->text();
}

} // namespace

TEST_CASE("the match in hand keeps its number on the way to another form")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_F, Qt::ControlModifier);
    typeKeys(QStringLiteral("纲要"));
    const int count = state(desk).split(u' ').constFirst().toInt();
    REQUIRE(count > 3);
    for (int match = 0; match <= count; ++match) {
        press(Qt::Key_Return);
        CHECK(state(desk).contains(QStringLiteral(" / %1").arg(count)));
    }
}

TEST_CASE("replacing all leaves the caret where it stood in the text")
{
    OpenWindow desk;
    desk.create();
    REQUIRE(desk.workspace->setText(section, QStringLiteral("甲，一二三；甲，四五六；甲。")));
    desk.child<FormPages>()->showPlace(section, 9, 0); // behind 四
    press(Qt::Key_H, Qt::ControlModifier);
    typeKeys(QStringLiteral("甲"));
    desk.child<QLineEdit>(QStringLiteral("replacement"))->setText(QStringLiteral("甲乙丙"));
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("replaceAll")), Qt::LeftButton);

    CHECK(textAt(desk.workspace->report(), section) == QStringLiteral("甲乙丙，一二三；甲乙丙，四五六；甲乙丙。"));
    const FormPage *page = desk.child<FormPages>()->page();
    CHECK(page->currentPlace() == section);
    CHECK(page->currentOffset() == 9 + 2 * 2);
    CHECK(state(desk) == QStringLiteral("已替换 3 处"));
    press(Qt::Key_Escape);
    typeKeys(QStringLiteral("x"));
    CHECK(textAt(desk.workspace->report(), section).contains(QStringLiteral("四x五")));
}
