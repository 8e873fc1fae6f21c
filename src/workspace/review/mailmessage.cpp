// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/review/mailmessage.h"

#include "base/digest.h"

#include <QLocale>
#include <QMimeDatabase>
#include <QUrl>

namespace zhibao {

namespace {

constexpr qsizetype lineLength = 76; // characters, RFC 2045 6.8
constexpr qsizetype wordBytes = 42; // of UTF-8 in one encoded word: at most 75 characters with its frame, RFC 2047 2

const QByteArray lineEnd = QByteArrayLiteral("\r\n");

QByteArray base64Lines(const QByteArray &bytes)
{
    const QByteArray encoded = bytes.toBase64();
    QByteArray lines;
    for (qsizetype at = 0; at < encoded.size(); at += lineLength)
        lines += encoded.mid(at, lineLength) + lineEnd;
    return lines;
}

// A header's text in encoded words, each of whole characters.
QByteArray encodedWords(const QString &text)
{
    QByteArrayList words;
    QByteArray word;
    const auto close = [&] {
        if (!word.isEmpty())
            words.append(QByteArrayLiteral("=?UTF-8?B?") + word.toBase64() + QByteArrayLiteral("?="));
        word.clear();
    };
    const QList<uint> characters = text.toUcs4();
    for (const char32_t character : characters) {
        const QByteArray bytes = QString::fromUcs4(&character, 1).toUtf8();
        if (word.size() + bytes.size() > wordBytes)
            close();
        word += bytes;
    }
    close();
    return words.join(lineEnd + ' ');
}

QByteArray dateHeader(const QDateTime &date)
{
    return QLocale::c().toString(date, QStringLiteral("ddd, d MMM yyyy HH:mm:ss ")).toLatin1()
        + (date.offsetFromUtc() < 0 ? '-' : '+')
        + QTime(0, 0).addSecs(std::abs(date.offsetFromUtc())).toString(QStringLiteral("HHmm")).toLatin1();
}

// A line of its own inside the letter that no part has: it is made from all of them.
QByteArray boundaryOf(const MailMessage &message)
{
    Digest digest;
    digest.add(message.subject).add(message.text);
    for (const NamedFile &file : message.attachments)
        digest.add(file.name).add(file.bytes);
    return QByteArrayLiteral("=_") + digest.result().toHex().first(40);
}

QByteArray attachmentPart(const NamedFile &file)
{
    const QByteArray type = QMimeDatabase().mimeTypeForFileNameAndData(file.name, file.bytes).name().toLatin1();
    return QByteArrayLiteral("Content-Type: ") + type + QByteArrayLiteral(";") + lineEnd + QByteArrayLiteral(" name=\"")
        + encodedWords(file.name) + QByteArrayLiteral("\"") + lineEnd
        + QByteArrayLiteral("Content-Transfer-Encoding: base64") + lineEnd
        + QByteArrayLiteral("Content-Disposition: attachment;") + lineEnd + QByteArrayLiteral(" filename*=UTF-8''")
        + QUrl::toPercentEncoding(file.name) + lineEnd + lineEnd + base64Lines(file.bytes);
}

} // namespace

QByteArray mailDraft(const MailMessage &message)
{
    const QByteArray boundary = boundaryOf(message);
    const QByteArray opening = QByteArrayLiteral("--") + boundary + lineEnd;
    QByteArray draft = QByteArrayLiteral("X-Unsent: 1") + lineEnd;
    // A line end in an address would begin a header of its own.
    draft += QByteArrayLiteral("To: ") + message.to.simplified().toUtf8() + lineEnd;
    draft += QByteArrayLiteral("Subject: ") + encodedWords(message.subject) + lineEnd;
    draft += QByteArrayLiteral("Date: ") + dateHeader(message.date) + lineEnd;
    draft += QByteArrayLiteral("MIME-Version: 1.0") + lineEnd;
    draft += QByteArrayLiteral("Content-Type: multipart/mixed; boundary=\"") + boundary + QByteArrayLiteral("\"")
        + lineEnd + lineEnd;
    QString text = message.text;
    text.replace(u'\n', QStringLiteral("\r\n"));
    draft += opening + QByteArrayLiteral("Content-Type: text/plain; charset=UTF-8") + lineEnd
        + QByteArrayLiteral("Content-Transfer-Encoding: base64") + lineEnd + lineEnd + base64Lines(text.toUtf8());
    for (const NamedFile &file : message.attachments)
        draft += opening + attachmentPart(file);
    return draft + QByteArrayLiteral("--") + boundary + QByteArrayLiteral("--") + lineEnd;
}

} // namespace zhibao
