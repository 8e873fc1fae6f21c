// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Review in each state and role: the page, its panes, the comments beside the text, the file of another office.
#include "ui/people/officewindow.h"
#include "ui/review/incomingwindow.h"
#include "ui/review/logwindow.h"
#include "ui/screenshots/scenes.h"
#include "ui/window/formpages.h"

#include <QComboBox>
#include <QImage>
#include <QPainter>

namespace zhibao {

namespace {

using namespace test;

constexpr Qt::KeyboardModifiers command = Qt::ControlModifier | Qt::ShiftModifier;
const Place cell{QStringLiteral("annex1"), QStringLiteral("instructions"), 0};

Place section(int index)
{
    return {QStringLiteral("annex2"), {}, -1, -1, index};
}

void become(const OpenWindow &desk, const Person &person)
{
    const QString word = person.name == chief.name ? chiefWord : clerkWord;
    REQUIRE(desk.workspace->office().session().signIn(person.name, secret(word)));
}

// A filled report in an office of two; the clerk is signed in.
void found(OpenWindow &desk)
{
    const QSize size = desk.window->size();
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    const QList<Finding> findings = desk.workspace->openReport().findings();
    for (const Finding &finding : findings)
        REQUIRE(desk.workspace->openReport().setText(finding.place, QStringLiteral("已印发（2023年3月）")));
    desk.close();
    foundOffice(desk.folder.filePath(QStringLiteral("store/zhibao.db")), [&desk] { return desk.now; });
    desk.open();
    desk.window->resize(size);
    become(desk, clerk);
    desk.now = desk.now.addSecs(20);
}

void withErrors(OpenWindow &desk)
{
    found(desk);
    REQUIRE(desk.workspace->openReport().setText(cell, QString()));
    REQUIRE(desk.workspace->openReport().setText(section(1), QString()));
}

void handInWithErrors(OpenWindow &desk)
{
    withErrors(desk);
    REQUIRE(desk.workspace->review().perform(ReviewAction::Submit));
    become(desk, chief);
}

void handIn(OpenWindow &desk)
{
    found(desk);
    REQUIRE(desk.workspace->review().perform(ReviewAction::Submit, QStringLiteral("请审阅，第三部分的数据昨天才到。")));
    desk.now = desk.now.addSecs(20);
    become(desk, chief);
}

void comment(OpenWindow &desk)
{
    handIn(desk);
    Review &review = desk.workspace->review();
    REQUIRE(review.comment(cell, -1, 0, QStringLiteral("请写明批示的日期，并附批示原文的文号。")));
    REQUIRE(review.comment(section(0), 8, 14, QStringLiteral("这一句与情况表不一致，请核对。")));
    REQUIRE(review.comment(section(1), -1, 0, QStringLiteral("请补充培训场次和人数。")));
    REQUIRE(review.comment({}, -1, 0, QStringLiteral("整体不错，报送前再通读一遍。")));
    const Result<QList<Comment>> all = review.comments();
    REQUIRE(review.resolve(all->at(3).uid, QStringLiteral("已通读。")));
}

void sendBack(OpenWindow &desk)
{
    comment(desk);
    REQUIRE(
        desk.workspace->review().perform(ReviewAction::Return, QStringLiteral("数据不全，请按三条意见修改后再送。")));
    desk.now = desk.now.addSecs(20);
    become(desk, clerk);
    const Result<QList<Comment>> all = desk.workspace->review().comments();
    REQUIRE(
        desk.workspace->review().reply(all->at(1).uid, QStringLiteral("情况表按省局口径，总结按全省口径，已加说明。")));
}

void handInAgain(OpenWindow &desk)
{
    sendBack(desk);
    Workspace &workspace = *desk.workspace;
    REQUIRE(workspace.openReport().setText(
        cell, QStringLiteral("3月15日，") + textAt(workspace.openReport().report(), cell)));
    QString text = textAt(workspace.openReport().report(), section(1));
    REQUIRE(workspace.openReport().setText(section(1), text.replace(10, 8, QStringLiteral("培训126场、9400人次"))));
    REQUIRE(workspace.openReport().insertRow(
        cell.form, 1, workspace.openReport().report().forms.value(cell.form).rows.first()));
    REQUIRE(workspace.review().perform(ReviewAction::Submit, QStringLiteral("已按意见修改。")));
    desk.now = desk.now.addSecs(20);
    become(desk, chief);
}

void approve(OpenWindow &desk)
{
    handInAgain(desk);
    REQUIRE(desk.workspace->review().perform(ReviewAction::Review));
    REQUIRE(desk.workspace->review().approve(true, QStringLiteral("同意报送。")));
}

void seal(OpenWindow &desk)
{
    approve(desk);
    QImage picture(400, 400, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    {
        QPainter painter(&picture);
        painter.setPen(QPen(Qt::red, 12));
        painter.drawEllipse(20, 20, 360, 360);
    }
    const QString path = desk.folder.filePath(QStringLiteral("seal.png"));
    REQUIRE(picture.save(path));
    REQUIRE(desk.workspace->office().session().setSealPicture(path, 420));
    REQUIRE(desk.workspace->review().placeSeal());
}

// What README shows: nothing above the page but the page, as on a day on which nothing is late.
QPixmap secondLook(OpenWindow &desk)
{
    sendBack(desk);
    const QSize size = desk.window->size();
    Workspace &workspace = *desk.workspace;
    QString row = textAt(workspace.openReport().report(), cell);
    REQUIRE(workspace.openReport().setText(
        cell, row.replace(QStringLiteral("作出批示"), QStringLiteral("作出批示（省府批〔2023〕31号）"))));
    QString text = textAt(workspace.openReport().report(), section(0));
    REQUIRE(
        workspace.openReport().setText(section(0), text.replace(QStringLiteral("先后5次"), QStringLiteral("先后6次"))));
    text = textAt(workspace.openReport().report(), section(2));
    text.replace(QStringLiteral("宣讲768场，受众11.3万人次"), QStringLiteral("宣讲812场，受众12.1万人次"));
    text.replace(QStringLiteral("开放实验室、生产线"), QStringLiteral("开放实验室"));
    REQUIRE(workspace.openReport().setText(section(2), text));
    const Place progress{cell.form, QStringLiteral("progress"), 0, 0};
    REQUIRE(workspace.openReport().setText(progress, QStringLiteral("已印发（2023年3月），配套方案8月出台")));
    const Result<QList<Comment>> comments = workspace.review().comments();
    REQUIRE(workspace.review().reply(comments->at(0).uid, QStringLiteral("已写明日期和文号。")));
    REQUIRE(workspace.review().explainLateness(cell.form, QStringLiteral("等待会签")));
    REQUIRE(workspace.review().explainLateness(section(0).form, QStringLiteral("等待会签")));
    REQUIRE(workspace.review().perform(ReviewAction::Submit, QStringLiteral("已按意见修改，请再审阅。")));
    desk.restart();
    desk.window->resize(size);
    become(desk, chief);
    press(Qt::Key_5, Qt::ControlModifier);
    return grabbed(desk.window.get());
}

QPixmap page(OpenWindow &desk, void (*prepare)(OpenWindow &))
{
    prepare(desk);
    press(Qt::Key_5, Qt::ControlModifier);
    return grabbed(desk.window.get());
}

QPixmap pane(OpenWindow &desk, void (*prepare)(OpenWindow &), Qt::Key key)
{
    prepare(desk);
    press(key, command);
    return grabbed(desk.window.get());
}

QPixmap editor(OpenWindow &desk, void (*prepare)(OpenWindow &), const Place &place)
{
    prepare(desk);
    desk.child<FormPages>()->showPlace(place, -1, 0);
    return grabbed(desk.window.get());
}

QPixmap remarks(OpenWindow &desk, void (*prepare)(OpenWindow &), const Place &place)
{
    prepare(desk);
    desk.child<FormPages>()->showPlace(place, 4, 12);
    press(Qt::Key_M, command);
    return grabbed(desk.window.get());
}

QPixmap wholeLog(OpenWindow &desk, bool ofAll)
{
    approve(desk);
    press(Qt::Key_F7, Qt::ControlModifier);
    auto *log = desk.child<LogWindow>();
    log->findChild<QComboBox *>(QStringLiteral("logScope"))->setCurrentIndex(ofAll ? 1 : 0);
    return grabbed(log);
}

QPixmap incoming(OpenWindow &desk, bool trusted, bool setsAside)
{
    comment(desk);
    IncomingReview file;
    file.path = QStringLiteral("/media/U盘/贵州省市场监督管理局 2023-12-19 送审.zbsh");
    file.file.unit = desk.workspace->openReport().report().unit;
    file.file.office = file.file.unit;
    file.fingerprint = QStringLiteral("4F2A 91C0 77DE 1B35 A806 E2F9 5C4D 0B68");
    file.trusted = trusted;
    file.sender = trusted ? file.file.unit : QString();
    file.report = *desk.workspace->openReport().id();
    file.setsAside = setsAside;
    file.news = *desk.workspace->review().entries();
    IncomingWindow window(*desk.workspace, file);
    window.show();
    return grabbed(&window);
}

} // namespace

QList<Scene> reviewScenes()
{
    return {{QStringLiteral("review-draft"), [](OpenWindow &desk) { return page(desk, found); }},
        {QStringLiteral("review-submitted"), [](OpenWindow &desk) { return page(desk, handIn); }},
        {QStringLiteral("review-comments"), [](OpenWindow &desk) { return page(desk, comment); }},
        {QStringLiteral("review-returned"), [](OpenWindow &desk) { return page(desk, sendBack); }},
        {QStringLiteral("review-second-look"), secondLook},
        {QStringLiteral("review-again"), [](OpenWindow &desk) { return page(desk, handInAgain); }},
        {QStringLiteral("review-approved"), [](OpenWindow &desk) { return page(desk, approve); }},
        {QStringLiteral("review-sealed"), [](OpenWindow &desk) { return page(desk, seal); }},
        {QStringLiteral("review-submit-pane"), [](OpenWindow &desk) { return pane(desk, found, Qt::Key_T); }},
        {QStringLiteral("review-submit-errors"), [](OpenWindow &desk) { return pane(desk, withErrors, Qt::Key_T); }},
        {QStringLiteral("review-pass-errors"),
            [](OpenWindow &desk) { return pane(desk, handInWithErrors, Qt::Key_G); }},
        {QStringLiteral("review-return-pane"), [](OpenWindow &desk) { return pane(desk, comment, Qt::Key_R); }},
        {QStringLiteral("review-send-pane"), [](OpenWindow &desk) { return pane(desk, seal, Qt::Key_D); }},
        {QStringLiteral("review-table"),
            [](OpenWindow &desk) {
                return editor(desk, sendBack, {QStringLiteral("annex1"), QStringLiteral("study"), 0});
            }},
        {QStringLiteral("review-summary"), [](OpenWindow &desk) { return editor(desk, comment, section(0)); }},
        {QStringLiteral("review-remarks"), [](OpenWindow &desk) { return remarks(desk, comment, section(0)); }},
        {QStringLiteral("review-remarks-table"), [](OpenWindow &desk) { return remarks(desk, sendBack, cell); }},
        {QStringLiteral("review-frozen"), [](OpenWindow &desk) { return editor(desk, approve, cell); }},
        {QStringLiteral("review-export"),
            [](OpenWindow &desk) {
                seal(desk);
                press(Qt::Key_6, Qt::ControlModifier);
                return grabbed(desk.window.get());
            }},
        {QStringLiteral("review-log"), [](OpenWindow &desk) { return wholeLog(desk, false); }},
        {QStringLiteral("review-log-all"), [](OpenWindow &desk) { return wholeLog(desk, true); }},
        {QStringLiteral("review-incoming"), [](OpenWindow &desk) { return incoming(desk, false, true); }},
        {QStringLiteral("review-incoming-known"), [](OpenWindow &desk) { return incoming(desk, true, false); }}};
}

} // namespace zhibao
