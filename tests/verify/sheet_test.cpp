// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "verify/approveddesk.h"

#include <functional>

using namespace zhibao;
using namespace zhibao::test;

TEST_CASE("An approval sheet is recognised in every medium, also after the report went on")
{
    ApprovedDesk desk;
    Fonts fonts;
    QStringList files = desk.written(desk.sheet(fonts), fonts, QStringLiteral("sheet"));
    files.append(withoutMetadata(files[0], desk.folder.filePath(QStringLiteral("bare.pdf"))));
    for (const QString &form : {QStringLiteral("docx"), QStringLiteral("pdf")})
        files.append(savedByLibreOffice({files[1]}, form, desk.folder.filePath(form)));
    REQUIRE(desk.workspace->office().session().setSoleOffice(true));
    for (const bool inForce : {true, false}) {
        for (const QString &file : std::as_const(files)) {
            CAPTURE(file.toStdString());
            const Verification verification = desk.verified(file);
            // What LibreOffice made of it says the same, and looks another way.
            const bool isSaved = file.contains(u"/docx/") || file.contains(u"/pdf/");
            CHECK(verification.isSheet);
            CHECK(verification.isSame() != isSaved);
            CHECK((!isSaved || verification.verdict == Verification::Verdict::SameText));
            CHECK(verification.differences.isEmpty());
            CHECK(verification.inForce == inForce);
        }
        if (!inForce)
            continue;
        REQUIRE(desk.review().perform(ReviewAction::Unlock, QStringLiteral("数据有误")));
        REQUIRE(desk.review().resolve(desk.review().comments()->constLast().uid));
    }
}

TEST_CASE("An approval sheet in which anything was changed does not hold")
{
    ApprovedDesk desk;
    Fonts fonts;
    const ApprovalSheet sheet = desk.sheet(fonts);
    const QList<std::function<void(ApprovalSheet &)>> changes{
        [](ApprovalSheet &changed) { changed.unit.replace(u'贵', u'责'); },
        [](ApprovalSheet &changed) { changed.noticeNumber.replace(u'9', u'8'); },
        [](ApprovalSheet &changed) { changed.noticeTitle.chop(1); },
        [](ApprovalSheet &changed) { changed.forms.first().pages += 1; },
        [](ApprovalSheet &changed) { changed.forms.last().characters += 1; },
        [](ApprovalSheet &changed) { changed.filler.name = QStringLiteral("李菜"); },
        [](ApprovalSheet &changed) { changed.reviewer.name = QStringLiteral("王㳈"); },
        [](ApprovalSheet &changed) { changed.approver.post = QStringLiteral("局长"); },
        [](ApprovalSheet &changed) { changed.approver.time = changed.approver.time.addSecs(60); },
        [](ApprovalSheet &changed) { std::swap(changed.openComments, changed.comments); },
        [](ApprovalSheet &changed) { changed.remark = QStringLiteral("无"); },
        [](ApprovalSheet &changed) { changed.sm3[7] = changed.sm3[7] == u'0' ? u'1' : u'0'; },
        [](ApprovalSheet &changed) { changed.sha256[60] = changed.sha256[60] == u'0' ? u'1' : u'0'; },
        [](ApprovalSheet &changed) { changed.logEntry -= 1; },
        [](ApprovalSheet &changed) { changed.logDigest[9] = changed.logDigest[9] == u'0' ? u'1' : u'0'; },
    };
    for (qsizetype number = 0; number < changes.size(); ++number) {
        ApprovalSheet changed = sheet;
        changes[number](changed);
        for (const QString &file : desk.written(changed, fonts, QString::number(number))) {
            CAPTURE(file.toStdString());
            const Verification verification = desk.verified(file);
            CHECK(verification.isSheet);
            const bool byLog = number + 2 >= changes.size(); // the log tells of the last two
            CHECK(verification.verdict == (byLog ? Verification::Verdict::LogLacks : Verification::Verdict::Differs));
            CHECK(verification.differences.isEmpty() == byLog);
        }
    }
}
