// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/text/encoding.h"
#include "exchange/report/reportfile.h"

#include <random>

namespace roundtrip_test {

using namespace zhibao;

namespace {

// Reports with texts of every awkward kind, from a seed that a failure names.
class Generator {
public:
    explicit Generator(unsigned seed)
        : m_random(seed)
    {
    }

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }

    QString text()
    {
        static const QStringList awkward{QStringLiteral("质量"), QStringLiteral("𠮷㐂𡐓"), QStringLiteral("\u3000"),
            QStringLiteral("\u00a0"), QStringLiteral("\n"), QStringLiteral("\n\n"), QStringLiteral("\t"),
            QStringLiteral(" "), QStringLiteral("👩‍👧🇨🇳👍🏽"), QStringLiteral("\""),
            QStringLiteral("\\"), QStringLiteral("\\u0041"), QStringLiteral("\u2028"), QStringLiteral("\u200b\ufeff"),
            QStringLiteral("葛\U000E0100"), QStringLiteral("e\u0301"), QStringLiteral("\u007f\u0080\u009b"),
            QStringLiteral("\ue170"), QStringLiteral("\ufdd0\ufffd"), QStringLiteral("</table>&nbsp;"),
            QStringLiteral("“”‘’—…·"), QStringLiteral("1,234.5%")};
        QString result;
        for (int count = below(6); count > 0; --count)
            result += below(4) == 0 ? codePoint() : awkward[below(static_cast<int>(awkward.size()))];
        return result;
    }

    Report report(const Notice &notice)
    {
        Report result{notice.number, text(), {}};
        for (const Form &form : notice.forms) {
            if (below(8) != 0)
                result.forms.insert(form.id, answer(form));
        }
        return result;
    }

private:
    // Any code point that the door lets in as it is.
    QString codePoint()
    {
        const char32_t c = static_cast<char32_t>(1 + below(0x10FFFF));
        const QString text = QString::fromUcs4(&c, 1);
        return wellFormed(text) == text ? text : QString();
    }

    void put(Texts &texts, const QString &key)
    {
        if (const QString value = text(); !value.isEmpty())
            texts.insert(key, value);
    }

    FormAnswer answer(const Form &form)
    {
        FormAnswer result;
        put(result.fields, field::contact);
        if (form.outline()) {
            for (const QString &name : {field::title, field::addressee, field::opening, field::closing, field::date})
                put(result.fields, name);
            for (qsizetype i = 0; i < form.outline()->sections.size(); ++i)
                result.sections.append(text());
            return result;
        }
        for (int rows = below(5); rows > 0; --rows) {
            Row row;
            row.entries.resize(below(4));
            for (const Column &column : form.table()->columns) {
                if (column.serial)
                    continue;
                if (!column.repeating)
                    put(row.cells, column.id);
                for (Texts &entry : row.entries) {
                    if (column.repeating)
                        put(entry, column.id);
                }
            }
            result.rows.append(row);
        }
        return result;
    }

    std::mt19937 m_random;
};

} // namespace

TEST_CASE("what is written is read back equal, for any text")
{
    const QList<Notice> notices{test::shippedNotice(), test::inventedNotice()};
    for (unsigned seed = 0; seed < 400; ++seed) {
        INFO("seed " << seed);
        const Notice &notice = notices[seed % 2];
        const Report report = Generator(seed).report(notice);
        const QByteArray json = writeReport(report, notice);
        const Result<ReportFile> file = parseReport(json, {}, notices);
        REQUIRE(file);
        CHECK(file->report == report);
        CHECK(file->ignored.isEmpty());
        CHECK(writeReport(file->report, notice) == json);
    }
}

TEST_CASE("a file is laid out as people read it, keys in the notice's order")
{
    const Notice notice = test::inventedNotice();
    Report report{notice.number, QStringLiteral("甲\"\n"), {}};
    report.forms[QStringLiteral("survey")].rows = {Row{Texts{{QStringLiteral("basis"), QStringLiteral("b")}},
                                                       {Texts{{QStringLiteral("verified"), QStringLiteral("v")}}}},
        Row{}};
    CHECK(writeReport(report, notice) == R"({
  "format": "zhibao.report",
  "version": 2,
  "notice": "云溪计函〔2031〕4号",
  "unit": "甲\"\n",
  "survey": {
    "contact": "",
    "rows": [
      {
        "district": "",
        "instruments": [
          {
            "instrument": "",
            "verified": "v"
          }
        ],
        "waived": "",
        "basis": "b",
        "remarks": ""
      },
      {
        "district": "",
        "instruments": [],
        "waived": "",
        "basis": "",
        "remarks": ""
      }
    ]
  }
}
)");
}

TEST_CASE("a shipped file written again is the same file")
{
    const QByteArray json = test::fileBytes(QStringLiteral(TEST_DATA "/reports/云溪市河东区计量所.json"));
    const Notice notice = test::inventedNotice();
    const Result<ReportFile> file = parseReport(json, {}, {notice});
    REQUIRE(file);
    const Result<ReportFile> again = parseReport(writeReport(file->report, notice), {}, {notice});
    REQUIRE(again);
    CHECK(again->report == file->report);
}

TEST_CASE("a text that is no Unicode is written as a mark, not as broken bytes")
{
    const Notice notice = test::inventedNotice();
    const QByteArray json = writeReport({notice.number, QString(QChar(0xD842)) + QChar(0), {}}, notice);
    const Result<ReportFile> file = parseReport(json, {}, {notice});
    REQUIRE(file);
    CHECK(file->report.unit == QStringLiteral("\uFFFD\uFFFD"));
}

} // namespace roundtrip_test
