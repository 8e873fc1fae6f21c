// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/report/reportfile.h"
#include "ui/comparison/comparisonview.h"
#include "ui/formpage.h"
#include "ui/notebar.h"
#include "ui/people/officewindow.h"
#include "ui/review/commentpane.h"
#include "ui/window/formpages.h"

#include <QComboBox>
#include <QImage>
#include <QListView>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>
#include <QTextEdit>

namespace round_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

constexpr Qt::KeyboardModifiers command = Qt::ControlModifier | Qt::ShiftModifier;

const Place cell{QStringLiteral("annex1"), QStringLiteral("instructions"), 0};

Place section(int index)
{
    return {QStringLiteral("annex2"), {}, -1, -1, index};
}

// What the office's person does at the machine, from signing in on.
class Round {
public:
    OfficeWindow desk;

    Review &review() const { return desk.workspace->review(); }

    void change(const Person &person, const QString &word)
    {
        if (!desk.isGateClosed())
            desk.gate().signOut();
        desk.signIn(person, word);
        REQUIRE(desk.workspace->openReport().isOpen());
    }

    // The action's key, what it asks for, and Enter.
    void act(Qt::Key key, const QString &reason = {})
    {
        press(key, command);
        REQUIRE(desk.child<QWidget>(QStringLiteral("reasonPane"))->isVisible());
        if (!reason.isEmpty())
            type(reason);
        press(Qt::Key_Return);
        REQUIRE_FALSE(desk.child<QWidget>(QStringLiteral("reasonPane"))->isVisible());
    }

    void fill()
    {
        const Result<ReportFile> file
            = readReportFile(QStringLiteral(SOURCE_ROOT "/resources/examples/贵州省市场监督管理局.json"),
                desk.workspace->office().catalogue().notices);
        REQUIRE(file);
        REQUIRE(desk.workspace->importReport(file->report));
        const QList<Finding> findings = desk.workspace->openReport().findings();
        for (const Finding &finding : findings) {
            if (finding.level == FindingLevel::Error)
                REQUIRE(desk.workspace->openReport().setText(finding.place, QStringLiteral("已印发（2023年3月）")));
        }
    }

    void comment(const Place &place, int offset, int length, const QString &words)
    {
        desk.child<FormPages>()->showPlace(place, offset, length);
        press(Qt::Key_M, command);
        REQUIRE(desk.child<QWidget>(QStringLiteral("remarks"))->isVisible());
        type(words);
        press(Qt::Key_Return);
        press(Qt::Key_Escape);
        CHECK_FALSE(desk.child<QWidget>(QStringLiteral("remarks"))->isVisible());
    }

    QString picture() const
    {
        QImage seal(200, 200, QImage::Format_ARGB32);
        seal.fill(Qt::transparent);
        QPainter(&seal).drawEllipse(10, 10, 180, 180);
        QString path = desk.folder.filePath(QStringLiteral("印章.png"));
        REQUIRE(seal.save(path));
        return path;
    }

    QString scan() const
    {
        QString path = desk.folder.filePath(QStringLiteral("扫描件.pdf"));
        QPdfWriter writer(path);
        QPainter(&writer).drawText(100, 100, QStringLiteral("scan"));
        return path;
    }

    void handIn()
    {
        change(clerk, clerkWord);
        fill();
        act(Qt::Key_T);
        CHECK(review().state() == ReportState::Submitted);
    }

    void returnWithThreeComments()
    {
        change(chief, chiefWord);
        comment(cell, -1, 0, QStringLiteral("请写明批示日期"));
        comment(section(0), 4, 6, QStringLiteral("这一句请核对"));
        comment(section(1), -1, 0, QStringLiteral("请补充数据"));
        CHECK(review().openComments() == 3);
        act(Qt::Key_R, QStringLiteral("请按意见修改"));
        CHECK(review().state() == ReportState::Returned);
    }

    // Answers where the comment stands.
    void answer(const QString &words)
    {
        press(Qt::Key_F6);
        auto *pane = desk.child<QWidget>(QStringLiteral("remarks"));
        REQUIRE(pane->isVisible());
        pane->findChild<QWidget *>(QStringLiteral("words"))->setFocus();
        type(words);
        press(Qt::Key_Return);
    }

    void mendAndHandIn()
    {
        change(clerk, clerkWord);
        press(Qt::Key_1, Qt::ControlModifier);
        CHECK(desk.child<QWidget>(QStringLiteral("lockBar"))->isVisible()); // why it came back
        auto *forms = desk.child<FormPages>();
        forms->showPlace(cell, 0, 0);
        type(QStringLiteral("3月15日，"));
        forms->showPlace(section(1), 0, 0);
        type(QStringLiteral("全省共开展培训126场。"));
        CHECK(textAt(desk.workspace->openReport().report(), section(1))
                  .startsWith(QStringLiteral("全省共开展培训126场。")));
        for (int count = 0; count < 3; ++count)
            answer(QStringLiteral("已改"));
        act(Qt::Key_T, QStringLiteral("已按意见修改"));
    }

    void seeTheDifference()
    {
        change(chief, chiefWord);
        press(Qt::Key_1, Qt::ControlModifier);
        press(Qt::Key_F7);
        CHECK(desk.isShown("zhibao::ReviewPage"));
        auto *changes = desk.child<ComparisonView>(QStringLiteral("changes"));
        REQUIRE(changes->count() == 2);
        CHECK(changes->current()->after == cell);
        press(Qt::Key_F7);
        CHECK(changes->current()->after == section(1));
        press(Qt::Key_F7, Qt::ShiftModifier);
        CHECK(changes->current()->after == cell);
        press(Qt::Key_Return); // leads to the place
        CHECK(desk.isShown("zhibao::FormPages"));
        CHECK(desk.child<FormPages>()->page()->currentPlace() == cell);
        press(Qt::Key_F7);
    }

    void settleComments() const
    {
        auto *pane = desk.child<CommentPane>(QStringLiteral("reviewComments"));
        for (int left = 2; left >= 0; --left) {
            pane->findChild<QListView *>(QStringLiteral("comments"))
                ->setCurrentIndex(pane->findChild<QListView *>(QStringLiteral("comments"))->model()->index(0, 0));
            QTest::mouseClick(pane->findChild<QPushButton *>(QStringLiteral("settle")), Qt::LeftButton);
            CHECK(review().openComments() == left);
        }
    }
};

} // namespace

TEST_CASE("two people take a report from the first word to the office that asked for it, by hand")
{
    Round round;
    round.handIn();
    round.returnWithThreeComments();
    round.mendAndHandIn();
    CHECK(round.review().state() == ReportState::Submitted);
    round.seeTheDifference();
    round.settleComments();
    round.act(Qt::Key_G);
    CHECK(round.review().state() == ReportState::Reviewed);
    round.act(Qt::Key_A, QStringLiteral("同意报送"));
    CHECK(round.review().state() == ReportState::Approved);

    REQUIRE(round.desk.workspace->office().session().setSealPicture(round.picture(), 420));
    round.act(Qt::Key_Y);
    CHECK(round.review().state() == ReportState::Sealed);
    CHECK(round.review().marks().seal.has_value());
    round.desk.file = round.scan();
    press(Qt::Key_J, command);
    CHECK(round.review().scans()->size() == 1);

    press(Qt::Key_D, command);
    REQUIRE(round.desk.child<QWidget>(QStringLiteral("sendPane"))->isVisible());
    CHECK(round.desk.child<QComboBox>(QStringLiteral("to"))->currentText()
        == round.desk.workspace->openReport().notice().recipientMail);
    QWidget *pane = round.desk.child<QWidget>(QStringLiteral("sendPane"));
    QTest::mouseClick(pane->findChild<QPushButton *>(QStringLiteral("confirm")), Qt::LeftButton);
    CHECK(round.review().state() == ReportState::Sent);

    const Result<QList<LogEntry>> entries = round.review().entries();
    REQUIRE(entries);
    QList<EntryKind> kinds;
    for (const LogEntry &entry : *entries)
        kinds.append(entry.kind);
    using K = EntryKind;
    CHECK(kinds
        == QList<K>{K::Submit, K::Comment, K::Comment, K::Comment, K::Return, K::Reply, K::Reply, K::Reply, K::Submit,
            K::Resolve, K::Resolve, K::Resolve, K::Review, K::Approve, K::PlaceSeal, K::AttachScan, K::Send});
}

TEST_CASE("a reason that is missing is asked for in place, and what was typed stays")
{
    Round round;
    round.handIn();
    round.change(chief, chiefWord);
    press(Qt::Key_R, command);
    press(Qt::Key_Return);
    CHECK(round.review().state() == ReportState::Submitted);
    CHECK(round.desk.child<NoteBar>(QStringLiteral("reasonNote"))->isVisible());
    type(QStringLiteral("数据不全"));
    press(Qt::Key_Return);
    CHECK(round.review().state() == ReportState::Returned);
}

TEST_CASE("handing in with errors is asked about, passing with them refused, each with a way to see them")
{
    Round round;
    round.change(clerk, clerkWord);
    round.fill();
    const QString was = textAt(round.desk.workspace->openReport().report(), cell);
    REQUIRE(round.desk.workspace->openReport().setText(cell, QString())); // required
    press(Qt::Key_T, command);
    auto *pane = round.desk.child<QWidget>(QStringLiteral("reasonPane"));
    const auto *confirm = pane->findChild<QPushButton *>(QStringLiteral("confirm"));
    auto *note = round.desk.child<NoteBar>(QStringLiteral("reasonNote"));
    CHECK(confirm->text() == QStringLiteral("仍要送审"));
    CHECK(note->sentence().contains(QStringLiteral("1 处错误")));
    press(Qt::Key_Escape);
    CHECK(round.review().state() == ReportState::Draft);
    round.act(Qt::Key_T);
    CHECK(round.review().state() == ReportState::Submitted);

    round.change(chief, chiefWord);
    press(Qt::Key_G, command);
    CHECK(note->sentence().contains(QStringLiteral("1 处错误，不能审核通过"))); // before anything is confirmed
    press(Qt::Key_Return);
    CHECK(round.review().state() == ReportState::Submitted);
    REQUIRE(note->isVisible());
    for (QPushButton *answer : note->findChildren<QPushButton *>()) {
        if (answer->text() == QStringLiteral("查看错误"))
            QTest::mouseClick(answer, Qt::LeftButton);
    }
    CHECK(round.desk.isShown("zhibao::FindingsPage"));

    round.act(Qt::Key_R, QStringLiteral("请补填"));
    round.change(clerk, clerkWord);
    REQUIRE(round.desk.workspace->openReport().setText(cell, was));
    press(Qt::Key_T, command);
    CHECK(confirm->text() == QStringLiteral("送审"));
    CHECK(note->sentence().isEmpty());
    press(Qt::Key_Return);
    round.change(chief, chiefWord);
    round.act(Qt::Key_G);
    CHECK(round.review().state() == ReportState::Reviewed);
}

TEST_CASE("approving with open comments asks")
{
    Round round;
    round.handIn();
    round.change(chief, chiefWord);
    round.comment(cell, -1, 0, QStringLiteral("请写明批示日期"));
    round.act(Qt::Key_G);
    press(Qt::Key_A, command);
    auto *pane = round.desk.child<QWidget>(QStringLiteral("reasonPane"));
    CHECK(pane->findChild<QPushButton *>(QStringLiteral("confirm"))->text() == QStringLiteral("仍要批准"));
    press(Qt::Key_Escape);
    CHECK(round.review().state() == ReportState::Reviewed);
    round.act(Qt::Key_A);
    CHECK(round.review().state() == ReportState::Approved);
    CHECK(round.review().openComments() == 1);
}

} // namespace round_test
