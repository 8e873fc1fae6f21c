// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/review/mailmessage.h"

#include <QUrl>

#include <catch2/catch.hpp>

namespace mailmessage_test {

using namespace zhibao;

namespace {

// The text of a header in encoded words (RFC 2047), unfolded.
QString decoded(const QByteArray &header)
{
    QByteArray bytes;
    const QByteArrayList words = header.split(' ');
    for (const QByteArray &word : words) {
        const QByteArray trimmed = word.trimmed();
        REQUIRE(trimmed.startsWith("=?UTF-8?B?"));
        REQUIRE(trimmed.endsWith("?="));
        CHECK(trimmed.size() <= 75);
        const QByteArray part = QByteArray::fromBase64(trimmed.mid(10).chopped(2));
        CHECK(QString::fromUtf8(part).toUtf8() == part); // whole characters
        bytes += part;
    }
    return QString::fromUtf8(bytes);
}

QByteArray between(const QByteArray &text, const QByteArray &from, const QByteArray &to)
{
    const qsizetype start = text.indexOf(from) + from.size();
    REQUIRE(start >= from.size());
    return text.mid(start, text.indexOf(to, start) - start);
}

} // namespace

TEST_CASE("A draft says in mail's own terms just what was given")
{
    MailMessage message;
    message.to = QStringLiteral("a@b.cn\r\nBcc: c@d.cn");
    message.subject = QStringLiteral(
        "报送：《质量强国建设纲要》学习宣传贯彻情况（㳇𡐓𬭛县市场监督管理局 "
        "😀）“加急”");
    message.text = QStringLiteral("质量发展局：\n\n现报送材料。\n");
    message.date = QDateTime(QDate(2023, 3, 1), QTime(9, 5, 7), Qt::OffsetFromUTC, 8 * 3600);
    message.attachments
        = {{QStringLiteral("附件1 情况表（㳇县）.pdf"), QByteArray(1000, '\xfe')}, {QStringLiteral("空.docx"), {}}};
    const QByteArray draft = mailDraft(message);

    CHECK(draft.startsWith("X-Unsent: 1\r\n"));
    CHECK(draft.count("\r\n") == draft.count('\n'));
    const QByteArray head = draft.first(draft.indexOf("\r\n\r\n"));
    CHECK_FALSE(head.contains("\r\nBcc:"));
    CHECK(head.contains("\r\nDate: Wed, 1 Mar 2023 09:05:07 +0800\r\n"));
    CHECK(decoded(between(head, "Subject: ", "\r\nDate")) == message.subject);
    const QByteArray boundary = between(head, "boundary=\"", "\"");
    const QList<qsizetype> bounds{draft.count("\r\n--" + boundary + "\r\n"), draft.count("--" + boundary + "--\r\n")};
    CHECK(bounds == QList<qsizetype>{3, 1});
    const QByteArrayList lines = draft.split('\n');
    for (const QByteArray &line : lines)
        CHECK(line.size() <= 998);

    const qsizetype textAt = draft.indexOf("Content-Type: text/plain; charset=UTF-8");
    const QByteArray text = between(draft.mid(textAt), "\r\n\r\n", "--" + boundary);
    CHECK(QString::fromUtf8(QByteArray::fromBase64(text)).replace(QStringLiteral("\r\n"), QStringLiteral("\n"))
        == message.text);
    const QByteArray pdf = draft.mid(draft.indexOf("application/pdf"));
    CHECK(QUrl::fromPercentEncoding(between(pdf, "filename*=UTF-8''", "\r\n")) == message.attachments.first().name);
    CHECK(QByteArray::fromBase64(between(pdf, "\r\n\r\n", "--" + boundary)) == message.attachments.first().bytes);
}

} // namespace mailmessage_test
