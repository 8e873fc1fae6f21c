// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Notices that come from outside.
#include "core/notice/noticereader.h"
#include "ui/notice/noticewindow.h"
#include "ui/parts/calendarpopup.h"
#include "ui/screenshots/scenes.h"

#include <QCalendarWidget>
#include <QFile>
#include <QLineEdit>

namespace zhibao {

namespace {

const QString guizhou = QStringLiteral("贵州省市场监督管理局");

Notice shipped(const OpenWindow &desk)
{
    return desk.workspace->office().catalogue().notices.constFirst();
}

QByteArray invented(const QString &name = QStringLiteral("2031-4"))
{
    QFile file(QStringLiteral(TEST_DATA "/notices/%1.json").arg(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QByteArray corrected(const OpenWindow &desk)
{
    QByteArray json = shipped(desk).json;
    json.replace("\"label\": \"领导同志批示情况\"", "\"label\": \"主要领导批示情况\"");
    json.replace("2023年3月31日前", "2023年4月15日前");
    return json;
}

// Opens the notice, as one that was chosen.
void choose(OpenWindow &desk, const QByteArray &json)
{
    desk.file = desk.folder.filePath(QStringLiteral("通知.json"));
    QFile written(desk.file);
    REQUIRE(written.open(QIODevice::WriteOnly));
    REQUIRE(written.write(json) == json.size());
    written.close();
    press(Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
}

QPixmap opened(OpenWindow &desk)
{
    desk.create(guizhou, true);
    choose(desk, invented());
    return grabbed(desk.child<NoticeWindow>());
}

QPixmap openedCorrection(OpenWindow &desk)
{
    desk.create(guizhou, true);
    choose(desk, corrected(desk));
    return grabbed(desk.child<NoticeWindow>());
}

QPixmap offered(OpenWindow &desk)
{
    desk.create(guizhou, true);
    press(Qt::Key_1, Qt::ControlModifier);
    REQUIRE(desk.workspace->office().addNotice(*readNotice(corrected(desk), {})));
    return grabbed(desk.window.get());
}

QPixmap several(OpenWindow &desk)
{
    REQUIRE(desk.workspace->office().addNotice(*readNotice(invented(), {})));
    desk.create(guizhou, true);
    press(Qt::Key_N, Qt::ControlModifier);
    return grabbed(desk.window.get());
}

// A form of another notice: other columns, three levels of header.
QPixmap otherForm(OpenWindow &desk)
{
    REQUIRE(desk.workspace->office().addNotice(*readNotice(invented(), {})));
    REQUIRE(desk.workspace->openReport().create(
        QStringLiteral("云溪计函〔2031〕4号"), QStringLiteral("云溪市河东区计量检定所")));
    desk.window->showPage(0);
    return grabbed(desk.window.get());
}

// Columns that take dates, numbers, choices, yes and no, with what does not fit in the second row.
QPixmap typedColumns(OpenWindow &desk)
{
    const Notice notice = *readNotice(invented(QStringLiteral("2031-9")), {});
    REQUIRE(desk.workspace->office().addNotice(notice));
    OpenReport &open = desk.workspace->openReport();
    REQUIRE(open.create(notice.number, QStringLiteral("云溪市第一计量站")));
    Row fits;
    fits.cells = {{QStringLiteral("instrument"), QStringLiteral("电子天平")},
        {QStringLiteral("bought"), QStringLiteral("2030-03-05")}, {QStringLiteral("count"), QStringLiteral("12")},
        {QStringLiteral("inUse"), QStringLiteral("是")}};
    Row other = fits;
    other.cells.insert(QStringLiteral("bought"), QStringLiteral("去年"));
    other.cells.insert(QStringLiteral("inUse"), QStringLiteral("可能"));
    REQUIRE(open.insertRow(QStringLiteral("register"), 0, other));
    REQUIRE(open.insertRow(QStringLiteral("register"), 0, fits));
    desk.window->showPage(0);
    return grabbed(desk.window.get());
}

QPixmap calendar(OpenWindow &desk)
{
    openCalendar(*desk.window, QRect(600, 0, 100, 100), QDate(2030, 3, 5), [](QDate) {});
    return grabbed(desk.child<QCalendarWidget>());
}

QPixmap foundByPinyin(OpenWindow &desk)
{
    desk.create(guizhou, true);
    press(Qt::Key_N, Qt::ControlModifier);
    desk.child<QLineEdit>(QStringLiteral("sought"))->setText(QStringLiteral("cyqscj"));
    return grabbed(desk.window.get());
}

} // namespace

QList<Scene> noticeScenes()
{
    return {{QStringLiteral("notice-open"), opened}, {QStringLiteral("notice-correction"), openedCorrection},
        {QStringLiteral("notice-offered"), offered}, {QStringLiteral("notice-several"), several},
        {QStringLiteral("notice-other"), otherForm}, {QStringLiteral("notice-typed"), typedColumns},
        {QStringLiteral("calendar"), calendar}, {QStringLiteral("units-pinyin"), foundByPinyin}};
}

} // namespace zhibao
