// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice/notice.h"

#include <QByteArray>
#include <QString>

#include <catch2/catch.hpp>
#include <initializer_list>
#include <utility>

// Failures show texts, not {?}.
template <>
struct Catch::StringMaker<QString> {
    static std::string convert(const QString &text) { return '"' + text.toStdString() + '"'; }
};

namespace zhibao::test {

QByteArray fileBytes(const QString &path);

Notice shippedNotice(); // resources/notices/2023-9.json
// The notice with passages of its definition, each there once, worded otherwise; not implied.
Notice reworded(const Notice &notice, std::initializer_list<std::pair<const char *, const char *>> passages);
Notice monthlyNotice(); // tests/data/notices/2031-7.json: answered once a month
Notice typedNotice(); // tests/data/notices/2031-9.json: columns of every type, an outline of few fields
Notice inventedNotice(); // tests/data/notices/2031-4.json: other columns, three header levels, seven sections

} // namespace zhibao::test
