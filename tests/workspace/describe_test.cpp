// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "workspace/describe.h"

#include <QRegularExpression>
#include <QSet>

#include <catch2/catch.hpp>

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
    for (int code = 0; code <= static_cast<int>(ErrorCode::Usage); ++code) {
        const Error error{
            static_cast<ErrorCode>(code), {QStringLiteral("甲"), QStringLiteral("乙"), QStringLiteral("丙")}};
        const QString sentence = describe(error);
        checkSentence(sentence);
        sentences.insert(sentence);
        const bool namesNothing = error.code == ErrorCode::Stopped || error.code == ErrorCode::TerminalMissing;
        CHECK(sentence.contains(u'甲') != namesNothing);
    }
    CHECK(sentences.size() == static_cast<int>(ErrorCode::Usage) + 1);
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

TEST_CASE("What is not there is not named")
{
    checkSentence(describe({ErrorCode::ReportNotFound, {QString(), QString()}}));
    checkSentence(describe({ErrorCode::UnitUnknown, {QStringLiteral(" ")}}));
    checkSentence(describe({ErrorCode::NoticeUnknown, {QString(), QStringLiteral("甲")}}));
}

TEST_CASE("An argument that looks like a mark is told as it is")
{
    CHECK(describe({ErrorCode::FileExists, {QStringLiteral("%1%c%2")}}).contains(QStringLiteral("“%1%c%2”")));
}

TEST_CASE("Every finding has its sentence")
{
    QSet<QString> sentences;
    for (int code = 0; code <= static_cast<int>(FindingCode::TableEmpty); ++code) {
        Finding finding;
        finding.code = static_cast<FindingCode>(code);
        finding.arguments = {QStringLiteral("甲"), QStringLiteral("乙"), QStringLiteral("丙")};
        checkSentence(describe(finding));
        sentences.insert(describe(finding));
    }
    CHECK(sentences.size() == static_cast<int>(FindingCode::TableEmpty) + 1);
    Finding nameless;
    nameless.code = FindingCode::EntryWithoutIssuer;
    nameless.arguments = {QStringLiteral("甲"), QString()};
    checkSentence(describe(nameless));
    CHECK(describe(FindingLevel::Error) == QStringLiteral("错误"));
    CHECK(describe(FindingLevel::Warning) == QStringLiteral("警告"));
    CHECK(describe(FindingLevel::Hint) == QStringLiteral("提示"));
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
        == QStringLiteral("附件1 第2行 第1个文件 发文主体"));
    CHECK(describePlace(notice, {table, QStringLiteral("study"), 0}) == QStringLiteral("附件1 第1行 组织开展学习情况"));
    CHECK(describePlace(notice, {table, field::contact}) == QStringLiteral("附件1 联系人及联系方式"));
    CHECK(describePlace(notice, {outline, {}, -1, -1, 0}) == QStringLiteral("附件2 一、学习《纲要》有关情况"));
    CHECK(describePlace(notice, {outline, field::title}) == QStringLiteral("附件2 标题"));
    CHECK(describePlace(notice, {outline, {}}) == QStringLiteral("附件2"));
    CHECK(describe(ReportState::Draft) == QStringLiteral("填报中"));
}
