// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/checks.h"
#include "core/data.h"
#include "core/text/dates.h"
#include "exchange/document/filekind.h"
#include "workspace/describe/describe.h"
#include "workspace/describe/describeverification.h"
#include "workspace/task.h"

#include <QRegularExpression>
#include <QSet>

#include <catch2/catch.hpp>

namespace describe_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

// One calm Chinese sentence: whole, no exclamation mark, no Latin letters, nothing left unfilled.
void checkSentence(const QString &sentence)
{
    INFO(sentence.toStdString());
    CHECK(sentence.endsWith(u'。'));
    CHECK(sentence.count(u'。') == 1);
    CHECK_FALSE(sentence.contains(QRegularExpression(QStringLiteral("[!！%A-Za-z]|“”"))));
}

} // namespace

TEST_CASE("Every error has its sentence, which names what it is about")
{
    QSet<QString> sentences;
    for (int code = 0; code <= static_cast<int>(ErrorCode::FormatForeign); ++code) {
        const Error error{
            static_cast<ErrorCode>(code), {QStringLiteral("甲"), QStringLiteral("乙"), QStringLiteral("丙")}};
        const QString sentence = describe(error);
        checkSentence(sentence);
        sentences.insert(sentence);
        const bool namesNothing = error.code == ErrorCode::Stopped || error.code == ErrorCode::TerminalMissing;
        CHECK(sentence.contains(u'甲') != namesNothing);
    }
    CHECK(sentences.size() == static_cast<int>(ErrorCode::FormatForeign) + 1);
    checkSentence(describe({ErrorCode::MemoryFull, {}}));
}

TEST_CASE("Causes are told in words")
{
    CHECK(describe({ErrorCode::FileNotReadable, {QStringLiteral("甲"), QString::number(EISDIR)}})
              .contains(QStringLiteral("文件夹")));
    CHECK(describe({ErrorCode::WriteFailed, {QStringLiteral("甲"), QString::number(EIO)}})
              .contains(QStringLiteral("磁盘读写出错")));
    CHECK(describe({ErrorCode::WriteFailed, {QStringLiteral("甲"), QStringLiteral("9999")}})
              .contains(QStringLiteral("9999")));
    for (const char *const kind : {"syntax", "duplicate-key", "too-deep", "too-many-values"})
        checkSentence(describe({ErrorCode::NotJson, {QStringLiteral("甲"), QStringLiteral("3"), QLatin1String(kind)}}));
    for (const char *const kind : {"missing", "string", "text", "integer", "number", "boolean", "array", "object"})
        checkSentence(
            describe({ErrorCode::WrongType, {QStringLiteral("甲"), QStringLiteral("乙"), QLatin1String(kind)}}));
}

TEST_CASE("Of a file of another kind it is said what it is and where it can go")
{
    for (int kind = 1; kind <= static_cast<int>(FileKind::Store); ++kind) {
        if (kind == static_cast<int>(FileKind::Report))
            continue;
        const QString name = nameOf(static_cast<FileKind>(kind));
        CHECK_FALSE(name.isEmpty());
        const QString sentence
            = describe({ErrorCode::WrongFormat, {QStringLiteral("甲"), name, QStringLiteral("zhibao.report")}});
        INFO(sentence.toStdString());
        CHECK(sentence.startsWith(QStringLiteral("“甲”是")));
        CHECK(sentence.contains(QStringLiteral("，不是报表文件，没有读入；")));
        CHECK_FALSE(sentence.contains(QStringLiteral("别的文件")));
        CHECK(sentence.count(u'。') == 1);
    }
    CHECK(describe({ErrorCode::WrongFormat,
              {QStringLiteral("甲"), QStringLiteral("zhibao.report"), QStringLiteral("zhibao.review")}})
        == QStringLiteral("“甲”是报表文件，不是送审文件，没有读入；请用“报表 › 导入报表文件”读入。"));
}

TEST_CASE("What is not there is not named")
{
    checkSentence(describe({ErrorCode::ReportNotFound, {QString(), QString()}}));
    checkSentence(describe({ErrorCode::UnitUnknown, {QStringLiteral(" ")}}));
    checkSentence(describe({ErrorCode::NoticeUnknown, {QString(), QStringLiteral("甲")}}));
    checkSentence(describe({ErrorCode::DisplayMissing, {QString()}}));
    checkSentence(describe({ErrorCode::PictureUnreadable, {QString()}}));
}

TEST_CASE("What was asked for is told in words")
{
    const QString person = QStringLiteral("张三");
    CHECK(describe({ErrorCode::RoleMissing, {task::administer, person}}).contains(QStringLiteral("管理人员")));
    CHECK(describe({ErrorCode::RoleMissing, {task::trustOffice, {}}}).contains(QStringLiteral("认可其他单位")));
    for (const QString &asked : {task::writeReviewFile, task::exportSheet, nameOf(ReviewAction::Approve)})
        checkSentence(describe({ErrorCode::ActionRefused, {asked, nameOf(ReportState::Draft)}}));
    checkSentence(describe({ErrorCode::ReasonMissing, {nameOf(EntryKind::Lateness)}}));
    CHECK(describeTask(QStringLiteral("approve")).isEmpty());
}

TEST_CASE("An argument that looks like a mark is told as it is")
{
    CHECK(describe({ErrorCode::FileExists, {QStringLiteral("%1%c%2")}}).contains(QStringLiteral("“%1%c%2”")));
}

TEST_CASE("Every finding has its sentence")
{
    QSet<QString> sentences;
    for (int code = 0; code <= static_cast<int>(FindingCode::FormEmpty); ++code) {
        Finding finding;
        finding.code = static_cast<FindingCode>(code);
        finding.arguments = {QStringLiteral("甲"), QStringLiteral("乙"), QStringLiteral("丙")};
        if (finding.code == FindingCode::ImpossibleDate)
            finding.arguments = {QStringLiteral("甲"), QStringLiteral("乙"), dateFaultName(DateFault::NoSuchDay)};
        checkSentence(describe(finding));
        sentences.insert(describe(finding));
    }
    CHECK(sentences.size() == static_cast<int>(FindingCode::FormEmpty) + 1);
    Finding nameless;
    nameless.code = FindingCode::EntryIncomplete;
    nameless.arguments = {QStringLiteral("甲"), QString()};
    checkSentence(describe(nameless));
    CHECK(describe(FindingLevel::Error) == QStringLiteral("错误"));
    CHECK(describe(FindingLevel::Warning) == QStringLiteral("警告"));
    CHECK(describe(FindingLevel::Hint) == QStringLiteral("提示"));
}

TEST_CASE("Every reason why a text is no date has its sentence, which names the part")
{
    QSet<QString> sentences;
    for (const char16_t *text : {u"待定", u"3月31日", u"23年3月31日", u"2023年", u"2023年13月1日", u"2023年3月",
             u"2023年2月30日", u"2023年3月31", u"2023年3月31日印发"}) {
        const QString sentence = describeDateFault(QString::fromUtf16(text));
        checkSentence(sentence);
        CHECK(sentence.contains(QString::fromUtf16(text)));
        sentences.insert(sentence);
    }
    CHECK(sentences.size() == static_cast<int>(DateFault::TextAround));
    CHECK(describeDateFault(QStringLiteral("2023年2月30日")).contains(QStringLiteral("“30”")));
    CHECK(describeDateFault(QStringLiteral("2023年3月31")).contains(QStringLiteral("“日”")));
    CHECK(describeDateFault(QStringLiteral("二〇二三年三月卅一日")).isEmpty());
}

TEST_CASE("A finding never shows the name that a field has in the file")
{
    const Notice notice = shippedNotice();
    Report report = newReport(notice, QStringLiteral("甲局"));
    report.forms[notice.forms.constLast().id].sections[0] = QStringLiteral("宣讲12场");
    report.forms[notice.forms.constLast().id].fields.clear();
    report.forms[notice.forms.constFirst().id].rows[0].cells[QStringLiteral("study")] = QStringLiteral("学习12次");
    QSet<QString> emptyFields;
    for (const Finding &finding : check(report, notice)) {
        const QString sentence = describe(finding);
        INFO(sentence.toStdString());
        for (const QString &id :
            {field::title, field::addressee, field::opening, field::closing, field::date, field::contact})
            CHECK_FALSE(sentence.contains(id));
        if (finding.code == FindingCode::RequiredEmpty && finding.place.row < 0)
            emptyFields.insert(sentence);
    }
    CHECK(emptyFields
        == QSet<QString>{QStringLiteral("“联系人及联系方式”还没有填写。"), QStringLiteral("“标题”还没有填写。"),
            QStringLiteral("“日期”还没有填写。"), QStringLiteral("“联系人”还没有填写。")});
}

TEST_CASE("Every damage of a store has its sentence, which names what it is about")
{
    QSet<QString> sentences;
    for (int kind = 0; kind <= static_cast<int>(Damage::Kind::Attachment); ++kind) {
        Damage damage{static_cast<Damage::Kind>(kind), QStringLiteral("甲局"), {}, {}, {}};
        damage.entry = 7;
        const QString named = describe(damage, {});
        checkSentence(named);
        sentences.insert(named);
    }
    checkSentence(describe(Damage{Damage::Kind::Key}, {}));
    checkSentence(describe(Damage{Damage::Kind::Attachment}, {}));
    CHECK(sentences.size() == static_cast<int>(Damage::Kind::Attachment) + 1);
}

TEST_CASE("A place is told in the words of the form")
{
    const Notice notice = shippedNotice();
    const QString table = QStringLiteral("annex1");
    const QString outline = QStringLiteral("annex2");
    CHECK(describePlace(notice, {table, QStringLiteral("issuer"), 1, 0})
        == QStringLiteral("附件1 第2行 第1个出台文件 发文主体"));
    CHECK(describePlace(notice, {table, QStringLiteral("study"), 0}) == QStringLiteral("附件1 第1行 组织开展学习情况"));
    CHECK(describePlace(notice, {table, field::contact}) == QStringLiteral("附件1 联系人及联系方式"));
    CHECK(describePlace(notice, {outline, {}, -1, -1, 0}) == QStringLiteral("附件2 一、学习《纲要》有关情况"));
    CHECK(describePlace(notice, {outline, field::title}) == QStringLiteral("附件2 标题"));
    CHECK(describePlace(notice, {outline, {}}) == QStringLiteral("附件2"));
    CHECK(describe(ReportState::Draft) == QStringLiteral("填报中"));
}

TEST_CASE("A verification says what it refers to, and by whose file the approval came")
{
    const Notice notice = shippedNotice();
    Verification verification;
    CHECK(factsOf(verification, &notice).isEmpty()); // never approved
    verification.unit = QStringLiteral("甲局");
    verification.notice = notice.number;
    verification.form = notice.forms.constFirst().id;
    verification.approval.at = QDateTime(QDate(2023, 3, 1), QTime(14, 3));
    verification.approval.person = QStringLiteral("张三");
    verification.approval.content.sm3 = QByteArray::fromHex("0a0b");
    const auto told = [&] {
        QStringList lines;
        for (const VerifiedFact &fact : factsOf(verification, &notice))
            lines.append(fact.name + u'=' + fact.words);
        return lines;
    };
    const QString form = notice.forms.constFirst().mark + u'　' + notice.forms.constFirst().title;
    CHECK(told()
        == QStringList{QStringLiteral("填报单位=甲局"), QStringLiteral("通知=") + notice.number,
            QStringLiteral("表式=") + form, QStringLiteral("批准=2023-03-01 14:03　张三"),
            QStringLiteral("SM3摘要=0a0b")});
    verification.office = QStringLiteral("乙局");
    verification.isSheet = true;
    CHECK(told().contains(QStringLiteral("批准=2023-03-01 14:03　张三（来自“乙局”的送审文件）")));
    CHECK(told().contains(QStringLiteral("表式=签批单")));
}

} // namespace describe_test
