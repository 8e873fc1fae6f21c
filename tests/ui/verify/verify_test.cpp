// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/nameless.h"
#include "ui/review/reviewwindow.h"
#include "ui/verify/filedelegate.h"
#include "ui/verify/verifywindow.h"
#include "workspace/describe/describe.h"
#include "workspace/export/export.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QDropEvent>
#include <QListWidget>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QTextEdit>
#include <QUrl>

namespace verify_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

constexpr int patience = 60'000; // ms: the machine may have much to do

const QString written = QStringLiteral("另写的一句，共12场");

// The window of an office whose supervisor has approved a report, and files of it.
class Verifying : public ReviewWindow {
public:
    Verifying() { approve(); }

    // The summary of the report as it was approved, or as it would be with another text.
    QString exported(const char *name, FileFormat format, const QString &text = {}) const
    {
        Report report = workspace->openReport().report();
        if (!text.isEmpty())
            report = *setText(report, workspace->openReport().notice(), section(0), text);
        ExportRequest request;
        request.forms = {section(0).form};
        request.formats = {format};
        request.folder = folder.filePath(QLatin1String(name));
        const Result<ExportOutcome> outcome
            = exportReport(report, workspace->openReport().notice(), request, workspace->office().clock());
        REQUIRE(outcome);
        return outcome->files.constFirst();
    }

    QString changed(const char *name, FileFormat format = FileFormat::Docx) const
    {
        return exported(name, format, written);
    }

    VerifyWindow *verifyWindow() const
    {
        auto *found = window->findChild<VerifyWindow *>();
        REQUIRE(found);
        return found;
    }
};

template <typename T>
T *part(const VerifyWindow *window, const char *name)
{
    T *const found = window->findChild<T *>(QString::fromLatin1(name));
    REQUIRE(found);
    return found;
}

QListWidget *list(const VerifyWindow *window)
{
    return part<QListWidget>(window, "verifiedFiles");
}

void click(const VerifyWindow *window, const char *name)
{
    auto *button = part<QPushButton>(window, name);
    REQUIRE(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
}

void drop(QWidget *target, const QStringList &files)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : files)
        urls.append(QUrl::fromLocalFile(file));
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(20, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    CHECK(enter.isAccepted());
    QDropEvent event(QPointF(20, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
}

void waitForAnswers(const VerifyWindow *window)
{
    REQUIRE(QTest::qWaitFor([window] { return list(window)->count() > 0 && !window->isRunning(); }, patience));
}

// Chosen in the row: the answer as a list shows it, as the bar above tells it, and what stands below.
QString rowText(const VerifyWindow *window, int row)
{
    return list(window)->item(row)->data(FileDelegate::AnswerRole).toString();
}

QString answer(const VerifyWindow *window, int row)
{
    list(window)->setCurrentRow(row);
    return part<NoteBar>(window, "verifyAnswer")->sentence();
}

QString details(const VerifyWindow *window, int row)
{
    list(window)->setCurrentRow(row);
    return part<QTextEdit>(window, "verifyDetails")->toPlainText();
}

// In the place of a tool: one that reads for ever.
class SlowTool {
public:
    explicit SlowTool(const char *name)
        : m_path(qgetenv("PATH"))
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\nexec sleep 19\n");
        file.close();
        REQUIRE(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        qputenv("PATH", QFile::encodeName(m_folder.path()) + ':' + m_path);
    }
    ~SlowTool() { qputenv("PATH", m_path); }
    SlowTool(const SlowTool &) = delete;
    SlowTool &operator=(const SlowTool &) = delete;

private:
    QByteArray m_path;
    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE("a file that is what was approved is said to be the same, with who approved it and when, by keys alone")
{
    Verifying desk;
    desk.file = desk.exported("same", FileFormat::Pdf);
    press(Qt::Key_H, command);
    const VerifyWindow *window = desk.verifyWindow();
    waitForKeys(desk.verifyWindow());
    CHECK(part<QLabel>(window, "verifyEmpty")->isVisible());
    CHECK_FALSE(part<QPushButton>(window, "verifyCopy")->isEnabled());
    CHECK(QApplication::focusWidget() == part<QPushButton>(window, "verifyChoose"));
    press(Qt::Key_Space);
    waitForAnswers(window);
    CHECK(QApplication::focusWidget() == list(window));
    CHECK(answer(window, 0) == QStringLiteral("批准的内容，同一文件"));
    CHECK(list(window)->item(0)->text() == QFileInfo(desk.file).fileName());
    CHECK(rowText(window, 0) == QStringLiteral("批准的内容，同一文件"));
    const LogEntry approval = *desk.review().approval();
    const QString told = details(window, 0);
    for (const QString &fact : {desk.file, approval.unit, approval.notice, QStringLiteral("附件2"),
             describe(approval.at), chief.name, QString::fromLatin1(approval.content.sm3.toHex())}) {
        CAPTURE(fact.toStdString(), told.toStdString());
        CHECK(told.contains(fact));
    }
    CHECK_FALSE(told.contains(QStringLiteral("不同")));
}

TEST_CASE("two files that are dropped have an answer each; what differs is told with its place, and copied")
{
    Verifying desk;
    const QString same = desk.exported("same", FileFormat::Docx);
    const QString other = desk.changed("other");
    desk.window->verify({});
    const VerifyWindow *window = desk.verifyWindow();
    drop(desk.verifyWindow(), {same, other, same});
    waitForAnswers(window);
    REQUIRE(list(window)->count() == 2);
    CHECK(answer(window, 0) == QStringLiteral("批准的内容，同一文件"));
    CHECK(answer(window, 1) == QStringLiteral("不同：与批准的内容不符"));
    const QString place = describePlace(desk.workspace->openReport().notice(), ReviewWindow::section(0));
    CHECK(details(window, 1).contains(place));
    CHECK(details(window, 1).contains(written));
    CHECK_FALSE(list(window)->item(0)->icon().isNull());
    click(window, "verifyCopy");
    const QString copied = QGuiApplication::clipboard()->text();
    for (const QString &line : {QStringLiteral("文件：") + same, QStringLiteral("结果：批准的内容，同一文件\n"),
             QStringLiteral("文件：") + other, QStringLiteral("结果：不同：与批准的内容不符\n"),
             QStringLiteral("不同：") + place, written}) {
        CAPTURE(line.toStdString(), copied.toStdString());
        CHECK(copied.contains(line));
    }
    CHECK(part<QLabel>(window, "verifySaid")->text().contains(QStringLiteral("已复制 2 个")));
}

TEST_CASE("an export that the log tells of is known although nothing of it can be read any more")
{
    Verifying desk;
    const QString file = desk.exported("told", FileFormat::Pdf);
    const QByteArray digest = QCryptographicHash::hash(*readWhole(file, 10'000'000), QCryptographicHash::Sha256);
    REQUIRE(desk.workspace->openReport().noteExport(
        *desk.workspace->openReport().currentVersion(), {{file, ReviewWindow::section(0).form, digest}}));
    const SlowTool slow("pdftotext"); // it would be asked
    desk.window->verify({file});
    waitForAnswers(desk.verifyWindow());
    CHECK(answer(desk.verifyWindow(), 0) == QStringLiteral("批准的内容，同一文件"));
}

TEST_CASE("what cannot be verified is told with the reason, and an error names its file")
{
    Verifying desk;
    const QString missing = desk.folder.filePath(QStringLiteral("没有.pdf"));
    const QString scan = desk.folder.filePath(QStringLiteral("扫描.png"));
    const QString broken = desk.folder.filePath(QStringLiteral("坏的.pdf"));
    REQUIRE(writeDurably(scan, QByteArray::fromHex("89504e470d0a1a0a"), Existing::Keep));
    REQUIRE(writeDurably(broken, "%PDF-1.4\nnothing", Existing::Keep));
    desk.window->verify({missing, scan, broken, desk.folder.path()});
    const VerifyWindow *window = desk.verifyWindow();
    waitForAnswers(window);
    CHECK(answer(window, 0).contains(missing));
    CHECK(rowText(window, 0).endsWith(QStringLiteral("不能核对：文件没有读出")));
    CHECK(answer(window, 1) == QStringLiteral("不能核对：文件是图片或扫描件，没有可以比对的文字"));
    CHECK(answer(window, 2).contains(broken));
    CHECK(answer(window, 3).contains(desk.folder.path()));
}

TEST_CASE("verifying is stopped at once, in the midst of a tool, and can begin anew")
{
    Verifying desk;
    const QString known = desk.exported("known", FileFormat::Docx);
    const QString other = desk.changed("other", FileFormat::Pdf);
    {
        const SlowTool slow("pdftotext");
        desk.window->verify({other, known});
        const VerifyWindow *window = desk.verifyWindow();
        REQUIRE(QTest::qWaitFor([&] { return rowText(window, 0).endsWith(QStringLiteral("正在核验…")); }, patience));
        CHECK(part<QPushButton>(window, "verifyStop")->hasFocus());
        CHECK_FALSE(part<QPushButton>(window, "verifyChoose")->isEnabled());
        QTest::qWait(200); // the tool has begun
        QElapsedTimer time;
        time.start();
        press(Qt::Key_Space);
        REQUIRE(QTest::qWaitFor([window] { return !window->isRunning(); }, patience));
        CHECK(time.elapsed() < 5'000);
        CHECK(answer(window, 0) == QStringLiteral("已停止，没有核验"));
        CHECK(part<QLabel>(window, "verifySaid")->text().startsWith(QStringLiteral("已停止")));
        CHECK(QApplication::focusWidget() == list(window));
    }
    desk.window->verify({other});
    waitForAnswers(desk.verifyWindow());
    CHECK(answer(desk.verifyWindow(), 0) == QStringLiteral("不同：与批准的内容不符"));
}

TEST_CASE("a window that is closed while it verifies stops, and so does one that goes")
{
    const SlowTool slow("pdftotext");
    QElapsedTimer time;
    {
        Verifying desk;
        const QString other = desk.changed("other", FileFormat::Pdf);
        desk.window->verify({other});
        REQUIRE(QTest::qWaitFor(
            [&] { return rowText(desk.verifyWindow(), 0).endsWith(QStringLiteral("正在核验…")); }, patience));
        desk.verifyWindow()->reject();
        REQUIRE(QTest::qWaitFor([&] { return !desk.verifyWindow()->isRunning(); }, 5'000));
        desk.window->verify({other});
        REQUIRE(QTest::qWaitFor(
            [&] { return rowText(desk.verifyWindow(), 0).endsWith(QStringLiteral("正在核验…")); }, patience));
        time.start();
    }
    CHECK(time.elapsed() < 5'000);
}

TEST_CASE("a document that is dropped on the main window is verified, on a text field too, and is no text")
{
    Verifying desk;
    const QString file = desk.exported("same", FileFormat::Docx);
    desk.go(ReviewWindow::section(0));
    const Report before = desk.workspace->openReport().report();
    drop(desk.window.get(), {file});
    REQUIRE(QTest::qWaitFor([&] { return desk.window->findChild<VerifyWindow *>() != nullptr; }));
    waitForAnswers(desk.verifyWindow());
    CHECK(answer(desk.verifyWindow(), 0) == QStringLiteral("批准的内容，同一文件"));
    CHECK(desk.workspace->openReport().report() == before);
}

TEST_CASE("who has not signed in learns what a file is and where it differs, and reads nothing of what was approved")
{
    Verifying desk;
    const QString other = desk.changed("other");
    desk.window->verify({other});
    QPointer<VerifyWindow> first = desk.verifyWindow();
    waitForAnswers(first);
    const QString approved = textAt(desk.workspace->openReport().report(), ReviewWindow::section(0)).first(12);
    REQUIRE(details(first, 0).contains(approved));
    desk.gate().lock();
    REQUIRE(desk.isGateClosed());
    CHECK_FALSE(first->isVisible());

    desk.file = other;
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("verify")), Qt::LeftButton);
    VerifyWindow *guest = nullptr;
    for (auto *each : desk.window->findChildren<VerifyWindow *>())
        guest = each == first ? guest : each;
    REQUIRE(guest);
    QTest::qWait(50); // what the gate would put away is away by then
    REQUIRE(guest->isVisible());
    CHECK(desk.isGateClosed());
    click(guest, "verifyChoose");
    waitForAnswers(guest);
    CHECK(answer(guest, 0) == QStringLiteral("不同：与批准的内容不符"));
    const QString told = details(guest, 0);
    CHECK(told.contains(describePlace(desk.workspace->openReport().notice(), ReviewWindow::section(0))));
    CHECK(told.contains(QStringLiteral("登录以后")));
    CHECK_FALSE(told.contains(approved));
    click(guest, "verifyCopy");
    CHECK_FALSE(QGuiApplication::clipboard()->text().contains(approved));
    drop(guest, {other}); // also there
    waitForAnswers(guest);

    desk.enterPassword(chiefWord);
    CHECK_FALSE(desk.isGateClosed());
    CHECK(first->isVisible());
    CHECK_FALSE(details(guest, 0).contains(approved));
}

TEST_CASE("every control of verifying has a name and a letter of its own")
{
    Verifying desk;
    desk.window->verify({});
    const VerifyWindow *window = desk.verifyWindow();
    REQUIRE(QTest::qWaitForWindowExposed(desk.verifyWindow()));
    CHECK(nameless(window) == QStringList());
    {
        const SlowTool slow("pdftotext");
        desk.window->verify({desk.changed("other", FileFormat::Pdf)});
        CHECK(nameless(window) == QStringList());
        CHECK_FALSE(part<QProgressBar>(window, "")->accessibleName().isEmpty());
        QStringList letters;
        for (const QPushButton *button : window->findChildren<QPushButton *>()) {
            const QString letter = button->shortcut().toString();
            CHECK((letter.isEmpty() || !letters.contains(letter)));
            letters.append(letter);
        }
        click(window, "verifyStop");
        REQUIRE(QTest::qWaitFor([window] { return !window->isRunning(); }, patience));
    }
    CHECK(nameless(window) == QStringList());
    // A screen reader says the name of a file with its answer.
    CHECK(list(window)->item(0)->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("，已停止")));
}

TEST_CASE("every answer has its sign and its words; only what is in force and shows the same is good")
{
    using Verdict = Verification::Verdict;
    using Kind = NoteBar::Kind;
    const auto fileOf = [](Verdict verdict, bool inForce = true) {
        Verification verification;
        verification.verdict = verdict;
        verification.inForce = inForce;
        return VerifiedFile{QStringLiteral("甲.pdf"), VerifiedFile::State::Done, Result<Verification>(verification)};
    };
    const QList<std::pair<Verdict, Kind>> kinds{{Verdict::SameFile, Kind::Good}, {Verdict::SamePages, Kind::Good},
        {Verdict::SameText, Kind::Warning}, {Verdict::Undecided, Kind::Warning}, {Verdict::Differs, Kind::Problem},
        {Verdict::NeverApproved, Kind::Problem}, {Verdict::LogLacks, Kind::Problem}};
    QStringList words;
    for (const auto &[verdict, kind] : kinds) {
        const VerifiedFile file = fileOf(verdict);
        CHECK(kindOf(file) == kind);
        CHECK_FALSE(iconOf(file).isNull());
        CHECK_FALSE(words.contains(sentenceOf(file)));
        words.append(sentenceOf(file));
        CHECK(kindOf(fileOf(verdict, false)) != Kind::Good);
    }
    CHECK(words.first(3)
        == QStringList{QStringLiteral("批准的内容，同一文件"), QStringLiteral("批准的内容，页面一致"),
            QStringLiteral("文字一致，外观不能核对")});
}

} // namespace verify_test
