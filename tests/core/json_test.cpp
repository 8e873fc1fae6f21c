// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/json.h"

#include <QJsonDocument>

#include <array>
#include <catch2/catch.hpp>
#include <limits>
#include <random>

namespace json_test {

using namespace zhibao;

namespace {

class RandomJson {
public:
    explicit RandomJson(unsigned int seed)
        : m_random(seed)
    {
    }

    QJsonObject object(int depth = 0)
    {
        QJsonObject result;
        for (auto left = below(5); left > 0; --left)
            result.insert(text(), value(depth + 1));
        return result;
    }

private:
    std::size_t below(std::size_t bound) { return m_random() % bound; }

    // Of every kind of character that is written in a way of its own, half surrogates too.
    QString text()
    {
        static const std::array<QString, 10> pieces{QStringLiteral("a"), QStringLiteral("质"), QStringLiteral("𡐓"),
            QStringLiteral("\"\\/"), QStringLiteral("\b\f\n\r\t"), QString(QChar(1)), QString(QChar(0x7F)),
            QString(QChar(0xD842)), QString(QChar(0xDFB7)), QString(QChar(QChar::ByteOrderMark))};
        QString result;
        for (auto left = below(6); left > 0; --left)
            result += pieces.at(below(pieces.size()));
        return result;
    }

    QJsonValue value(int depth)
    {
        switch (below(depth < 4 ? 8 : 6)) {
        case 0:
            return QJsonValue::Null;
        case 1:
            return below(2) == 0;
        case 2:
            return static_cast<qint64>(m_random());
        case 3:
            return static_cast<double>(static_cast<qint64>(m_random() % 2'000'000) - 1'000'000) / 1000.0;
        case 4:
            return std::array{
                1e300, -0.0, 5e-324, 1e15, 9007199254740993.0, std::numeric_limits<double>::infinity()}[below(6)];
        case 5:
            return text();
        case 6:
            return object(depth);
        default: {
            QJsonArray array;
            for (auto left = below(4); left > 0; --left)
                array.append(value(depth + 1));
            return array;
        }
        }
    }

    std::mt19937_64 m_random;
};

} // namespace

TEST_CASE("What digests are over is written as Qt 6.4 does")
{
    RandomJson random(20230208);
    for (int i = 0; i < 20'000; ++i) {
        const QJsonObject object = random.object();
        if (frozenJson(object) != QJsonDocument(object).toJson(QJsonDocument::Compact)) {
            CHECK(
                frozenJson(object).toStdString() == QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString());
            break;
        }
    }
    const QJsonObject known{{QStringLiteral("乙"), 1}, {QStringLiteral("a"), QStringLiteral("\"\n𡐓")},
        {QStringLiteral("files"), QJsonArray{true, 0.5, QJsonValue::Null}}};
    CHECK(frozenJson(known).toStdString() == "{\"a\":\"\\\"\\n𡐓\",\"files\":[true,0.5,null],\"乙\":1}");
    CHECK(frozenJson(QJsonArray()) == "[]");
}

} // namespace json_test
