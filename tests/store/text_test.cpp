// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/backup/inspection.h"
#include "store/example.h"
#include "store/office.h"
#include "store/tampering.h"

#include <catch2/catch.hpp>

namespace text_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString outline = QStringLiteral("outline");

// What SQLite's UTF-16 interface drops or replaces, and what is only alike.
const QStringList awkward{QStringLiteral("\uFEFF前"), QStringLiteral("\uFEFF\uFEFF"), QStringLiteral("前\uFEFF"),
    QStringLiteral("\uFFFE"), QStringLiteral("一\uFFFF二"), QStringLiteral("\uFDD0\uFDEF"),
    QStringLiteral("\U0001FFFE\U0010FFFF"), QStringLiteral("\uFFFD"), QStringLiteral("𠮷\u200D\uFE0F\u0301"),
    QStringLiteral("\u0001\u007F\u0085\u00A0"), QStringLiteral("\uE000\uFFFC")};

// A report that says the text in each kind of place, as key of a cell too.
Report saying(const QString &text)
{
    Report report{QStringLiteral("示例〔2031〕1号"), text, {}};
    FormAnswer &table = report.forms[QStringLiteral("table")];
    table.fields.insert(QStringLiteral("contact"), text);
    table.rows = {{{{QStringLiteral("a"), text}, {text, QStringLiteral("b")}}, {{{QStringLiteral("t"), text}}}}};
    report.forms[outline].sections = {text, text + text};
    return report;
}

// Of the report's section that says 待改, whose stored bytes are changed to these (hexadecimal), its digest left.
void changeStored(const QString &path, const char *bytes)
{
    const QString change = QStringLiteral("UPDATE text SET content = CAST(x'%1' AS TEXT) WHERE content = '待改'");
    REQUIRE(tamper(path, {change.arg(QString::fromLatin1(bytes))}) == QString());
}

} // namespace

TEST_CASE("Texts come out of the store as they went in, byte for byte")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    QList<qint64> ids;
    {
        const auto store = Store::open(path, steppingClock()).value();
        for (const QString &text : awkward) {
            ids.append(store->add(saying(QStringLiteral("先")), {}).value());
            REQUIRE(store->remove(ids.constLast()));
            ids.last() = store->add(saying(text), {}).value();
            REQUIRE(store->remember(text, text));
            REQUIRE(store->addUnit({text, text, text}));
        }
    }
    const auto store = Store::open(path, steppingClock()).value();
    for (qsizetype index = 0; index < awkward.size(); ++index) {
        const QString &text = awkward[index];
        CHECK(store->load(ids[index]).value() == saying(text));
        CHECK(store->find({saying(text).notice, text}).value() == ids[index]);
        CHECK(store->remembered(text).value() == text);
        CHECK(store->ownUnits().value().at(index) == Unit{text, text, text});
    }
    CHECK(inspect(path).value().damages.isEmpty());
}

TEST_CASE("Half a surrogate pair is refused, and nothing of it is saved")
{
    Office office;
    const Report before = office.store->load(office.id).value();
    Report after = before;
    after.forms[outline].sections[0] = QStringLiteral("好的");
    after.forms[outline].sections[2] = QString(QChar(0xD842));
    CHECK_FALSE(office.store->save(office.id, after, {}));
    CHECK_FALSE(office.store->remember(QStringLiteral("k"), QString(QChar(0xDFB7))));
    office.reopen();
    CHECK(office.store->load(office.id).value() == before);
    after.forms[outline].sections[2] = QStringLiteral("𠮷");
    CHECK(office.store->save(office.id, after, {}));
}

TEST_CASE("Stored bytes that are no UTF-8 are damage, even where a repair would give the text that was saved")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    const QString text = QStringLiteral("待改");
    const bool isReplacement = GENERATE(true, false);
    Report report = exampleReport();
    // A reader that repairs makes U+FFFD of the byte 80.
    report.forms[outline].sections = {isReplacement ? QStringLiteral("\uFFFD") : text};
    qint64 id = 0;
    {
        const auto store = Store::open(path, steppingClock()).value();
        id = store->add(report, {}).value();
    }
    if (isReplacement)
        REQUIRE(tamper(path,
                    {QStringLiteral("UPDATE text SET content = CAST(x'80' AS TEXT) WHERE hex(content) = 'EFBFBD'")})
            == QString());
    else
        changeStored(path, GENERATE("E5BE85E694", "E5BE85F8", "EDA080", "C0BF"));
    const auto store = Store::open(path, steppingClock(), Store::Access::Read).value();
    CHECK(store->load(id).error().code == ErrorCode::StoreDamaged);
    const QList<Damage> damages = inspect(path).value().damages;
    REQUIRE(damages.size() == 1);
    CHECK(damages[0].kind == Damage::Kind::Content);
    CHECK(damages[0].place == Place{outline, {}, -1, -1, 0});
}

} // namespace text_test
