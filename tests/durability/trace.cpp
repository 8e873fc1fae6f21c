// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/trace.h"

#include <QFile>

#include <cstring>

namespace zhibao::durability {

QList<Call> readTrace(const QString &path)
{
    QFile file(path);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    QList<Call> calls;
    qsizetype at = 0;
    const auto take = [&](quint32 size) {
        const QByteArray piece = bytes.mid(at, size);
        at += size;
        return piece;
    };
    while (bytes.size() - at >= static_cast<qsizetype>(sizeof(calls::Record))) {
        calls::Record head;
        std::memcpy(&head, bytes.constData() + at, sizeof head);
        at += static_cast<qsizetype>(sizeof head);
        if (bytes.size() - at < qint64{head.pathSize} + head.otherSize + head.dataSize)
            break;
        Call call{head.kind, head.file, head.offset, head.flags, {}, {}, {}};
        call.path = QFile::decodeName(take(head.pathSize));
        call.other = QFile::decodeName(take(head.otherSize));
        call.data = take(head.dataSize);
        calls.append(call);
    }
    return calls;
}

QList<QByteArray> acknowledgedBefore(const QList<Call> &calls, qsizetype number)
{
    QList<QByteArray> told;
    for (qsizetype index = 0; index < number; ++index) {
        if (calls[index].kind == calls::Kind::Acknowledge)
            told.append(calls[index].data);
    }
    return told;
}

} // namespace zhibao::durability
