// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Verifying: how it begins, while it works, and every kind of answer.
#include "ui/screenshots/scenes.h"
#include "ui/theme.h"
#include "ui/verify/filedelegate.h"
#include "ui/verify/verifywindow.h"
#include "workspace/export/export.h"

#include <QListWidget>

namespace zhibao {

namespace {

const Place cell{QStringLiteral("annex1"), QStringLiteral("instructions"), 0};

Place section(int index)
{
    return {QStringLiteral("annex2"), {}, -1, -1, index};
}

void approve(OpenWindow &desk)
{
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    const QList<Finding> findings = desk.workspace->openReport().findings();
    for (const Finding &finding : findings)
        REQUIRE(desk.workspace->openReport().setText(finding.place, QStringLiteral("已印发（2023年3月）")));
    REQUIRE(desk.workspace->office().session().setSoleOffice(true));
    REQUIRE(desk.workspace->review().perform(ReviewAction::Submit));
    REQUIRE(desk.workspace->review().passAndApprove(true));
}

QStringList exported(const OpenWindow &desk, const Report &report, const char *name)
{
    ExportRequest request;
    request.folder = desk.folder.filePath(QString::fromLatin1(name));
    const Result<ExportOutcome> outcome
        = exportReport(report, desk.workspace->openReport().notice(), request, desk.workspace->office().clock());
    REQUIRE(outcome);
    return outcome->files;
}

QStringList changed(const OpenWindow &desk)
{
    const Notice &notice = desk.workspace->openReport().notice();
    Report report = desk.workspace->openReport().report();
    QString text = textAt(report, section(0));
    report = *setText(report, notice, section(0), text.replace(QStringLiteral("先后5次"), QStringLiteral("先后8次")));
    text = textAt(report, section(2));
    text.replace(QStringLiteral("宣讲768场"), QStringLiteral("宣讲968场"));
    report = *setText(report, notice, section(2), text);
    text = textAt(report, cell);
    text.replace(QStringLiteral("作出批示"), QStringLiteral("作出重要批示"));
    report = *setText(report, notice, cell, text);
    return exported(desk, report, "changed");
}

// As it opens on a screen of that size; the one that is drawn on here is smaller.
QSize sizeOf(const OpenWindow &desk)
{
    const int line = QFontMetrics(theme::bodyFont()).height();
    return QSize(44 * line, 28 * line).boundedTo(desk.window->size());
}

QPixmap answers(OpenWindow &desk, int row)
{
    approve(desk);
    const QStringList same = exported(desk, desk.workspace->openReport().report(), "same");
    const QString scan = desk.folder.filePath(QStringLiteral("盖章扫描件.jpg"));
    REQUIRE(writeDurably(scan, QByteArray::fromHex("ffd8ffe000104a464946"), Existing::Keep));
    const QStringList missing{desk.folder.filePath(QStringLiteral("签批单（贵州省市场监督管理局）.pdf"))};
    VerifyWindow window(desk.workspace->office(), systemDialogs(), ApprovedTexts::Shown);
    window.resize(sizeOf(desk));
    window.show();
    window.verify(same.first(2) + changed(desk).last(2) + QStringList{scan} + missing);
    REQUIRE(QTest::qWaitFor([&window] { return !window.isRunning(); }, 120'000));
    window.findChild<QListWidget *>()->setCurrentRow(row);
    return grabbed(&window);
}

QPixmap empty(OpenWindow &desk)
{
    desk.create();
    VerifyWindow window(desk.workspace->office(), systemDialogs(), ApprovedTexts::Shown);
    window.resize(sizeOf(desk));
    window.show();
    return grabbed(&window);
}

QPixmap working(OpenWindow &desk)
{
    approve(desk);
    VerifyWindow window(desk.workspace->office(), systemDialogs(), ApprovedTexts::Shown);
    window.resize(sizeOf(desk));
    window.show();
    window.verify(changed(desk));
    REQUIRE(QTest::qWaitFor(
        [&window] {
            return window.findChild<QListWidget *>()->item(1)->data(FileDelegate::AnswerRole).toString().endsWith(u'…');
        },
        60'000));
    return window.grab();
}

} // namespace

QList<Scene> verifyScenes()
{
    return {{QStringLiteral("verify-empty"), empty}, {QStringLiteral("verify-working"), working},
        {QStringLiteral("verify-same"), [](OpenWindow &desk) { return answers(desk, 0); }},
        {QStringLiteral("verify-differs"), [](OpenWindow &desk) { return answers(desk, 2); }},
        {QStringLiteral("verify-scan"), [](OpenWindow &desk) { return answers(desk, 4); }},
        {QStringLiteral("verify-missing"), [](OpenWindow &desk) { return answers(desk, 5); }}};
}

} // namespace zhibao
