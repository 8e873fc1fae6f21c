// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/notice/noticereader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <numeric>

namespace noticereader_test {

using namespace zhibao;

namespace {

QStringList ids(const TableForm &form)
{
    QStringList result;
    for (const Column &column : form.columns)
        result.append(column.id);
    return result;
}

double totalWidth(const TableForm &form)
{
    return std::accumulate(form.columns.cbegin(), form.columns.cend(), 0.0,
        [](double sum, const Column &column) { return sum + column.width; });
}

Error failure(const QByteArray &json)
{
    const Result<Notice> notice = readNotice(json, QStringLiteral("n.json"));
    REQUIRE_FALSE(notice);
    return notice.error();
}

// A definition in the test data where every line is: what is replaced, by what, JSON path expected, cause expected.
struct Fault {
    const char *sought;
    const char *replacement;
    const char *path;
    const char *cause;
};

} // namespace

TEST_CASE("the shipped notice is read to the letter")
{
    const Notice notice = test::shippedNotice();
    CHECK(notice.number == QStringLiteral("国市监质发〔2023〕9号"));
    CHECK(notice.subject == QStringLiteral("质量强国建设纲要"));
    CHECK(notice.issued == QDate(2023, 2, 8));
    CHECK(notice.recipientTelephone == QStringLiteral("010-82262046"));
    REQUIRE(notice.forms.size() == 2);
    REQUIRE(notice.forms[0].table());
    const TableForm &table = *notice.forms[0].table();
    CHECK(notice.forms[0].deadline == QDate(2023, 3, 31));
    CHECK(table.headerDepth == 2);
    CHECK(table.repeatingGroup == QStringLiteral("documents"));
    CHECK(table.repeatingGroupLabel == QStringLiteral("出台贯彻落实《纲要》文件情况"));
    CHECK(ids(table)
        == QString(QStringLiteral(",instructions,study,title,issuer,progress,activities,experience")).split(u','));
    CHECK(table.columns[0].serial);
    CHECK(table.columns[4].repeating);
    CHECK_FALSE(table.columns[6].repeating);
    CHECK(totalWidth(table) == Approx(1.0));
    REQUIRE(notice.forms[1].outline());
    const OutlineForm &outline = *notice.forms[1].outline();
    CHECK(notice.forms[0].orientation == Orientation::Landscape); // though the definition does not say it
    CHECK(notice.forms[1].orientation == Orientation::Portrait);
    CHECK(outline.limit == 3000);
    CHECK(outline.sections.size() == 5);
    CHECK(outline.sections[1].guidance == QStringLiteral("主要包括：文件名称、发文主体、印发时间等情况。"));
    CHECK(notice.form(QStringLiteral("annex2")) == &notice.forms[1]);
    CHECK(notice.form(QStringLiteral("annex3")) == nullptr);
}

TEST_CASE("a notice of another shape is read without a line of code")
{
    const Notice notice = test::inventedNotice();
    const TableForm &table = *notice.form(QStringLiteral("survey"))->table();
    CHECK(table.headerDepth == 3);
    CHECK(table.repeatingGroup == QStringLiteral("instruments"));
    CHECK(ids(table) == QString(QStringLiteral(",district,instrument,verified,waived,basis,remarks")).split(u','));
    CHECK(table.header[2].children[0].children[1].label == QStringLiteral("检定数量"));
    CHECK(totalWidth(table) == Approx(1.0));
    CHECK(table.columns[2].width == Approx(3.0 / 12.5));
    const OutlineForm &outline = *notice.form(QStringLiteral("essay"))->outline();
    CHECK(outline.sections.size() == 7);
    CHECK(outline.limit == 5000);
}

TEST_CASE("a malformed notice is refused with the path of its fault")
{
    const Fault faults[] = {
        {"\"number\": \"云溪计函〔2031〕4号\",", "", "number", "missing"},
        {"\"issuer\": \"云溪市计量协会\"", "\"issuer\": \" \"", "issuer", "empty"},
        {"\"issuer\": \"云溪市计量协会\"", "\"issuer\": 7", "issuer", "string"},
        {"\"issued\": \"2031-05-06\"", "\"issued\": \"2031-02-30\"", "issued", "date"},
        {"\"issued\": \"2031-05-06\"", "\"issued\": \"2031年5月6日\"", "issued", "date"},
        {"\"subject\"", "\"subjekt\"", "subjekt", "unknown-key"},
        {"\"name\": \"会员服务部\",", "", "recipient.name", "missing"},
        {"\"person\": \"\"", "\"person\": null", "recipient.person", "string"},
        {"\"person\"", "\"fax\"", "recipient.fax", "unknown-key"},
        {"\"id\": \"survey\"", "\"id\": \"unit\"", "forms[0].id", "duplicate-id"},
        {"\"id\": \"essay\"", "\"id\": \"survey\"", "forms[1].id", "duplicate-id"},
        {"\"id\": \"survey\"", "\"id\": \"附表一\"", "forms[0].id", "bad-id"},
        {"\"id\": \"survey\"", "\"id\": \"a.b\"", "forms[0].id", "bad-id"},
        {"\"kind\": \"table\"", "\"kind\": \"chart\"", "forms[0].kind", "unknown-kind"},
        {"\"mark\": \"附表一\"", "\"mark\": \"\"", "forms[0].mark", "empty"},
        {"\"mark\": \"附表一\"", "\"mark\": \"附表一\", \"orientation\": \"upright\"", "forms[0].orientation",
            "unknown-kind"},
        {"\"mark\": \"附表一\"", "\"mark\": \"附表一\", \"orientation\": 1", "forms[0].orientation", "string"},
        {"\"deadline\": \"2031-06-30\"", "\"deadline\": \"2031-06-31\"", "forms[0].deadline", "date"},
        {"\"contactLabel\": \"经办人及电话：\",", "", "forms[0].contactLabel", "missing"},
        {"\"entryNoun\": \"器具\",", "", "forms[0].entryNoun", "missing"},
        {"\"entryNoun\": \"器具\"", "\"entryNoun\": \"器具\", \"limit\": 3", "forms[0].limit", "unknown-key"},
        {"\"label\": \"所在县区\"", "\"label\": \"\"", "forms[0].header[1].label", "empty"},
        {"\"id\": \"district\"", "\"id\": \"contact\"", "forms[0].header[1].id", "duplicate-id"},
        {"\"id\": \"district\"", "\"id\": \"rows\"", "forms[0].header[1].id", "duplicate-id"},
        {"\"id\": \"waived\"", "\"id\": \"instrument\"", "forms[0].header[2].children[1].children[0].id",
            "duplicate-id"},
        {"\"id\": \"remarks\"", "\"id\": \"instruments\"", "forms[0].header[3].id", "duplicate-id"},
        {"\"label\": \"减免依据\"", "\"label\": \"\"", "forms[0].header[2].children[1].children[1].label", "empty"},
        {"\"label\": \"减免依据\"", "\"caption\": \"减免依据\"", "forms[0].header[2].children[1].children[1].label",
            "missing"},
        {"\"label\": \"编号\", \"width\": 1", "\"label\": \"编号\", \"width\": 0", "forms[0].header[0].width",
            "not-positive"},
        {"\"label\": \"编号\", \"width\": 1", "\"label\": \"编号\", \"width\": -1", "forms[0].header[0].width",
            "not-positive"},
        {"\"label\": \"编号\", \"width\": 1", "\"label\": \"编号\"", "forms[0].header[0].width", "missing"},
        {"\"width\": 2, \"required\": true", "\"width\": 2, \"required\": 1", "forms[0].header[1].required", "boolean"},
        {"\"serial\": true", "\"serial\": true, \"id\": \"no\"", "forms[0].header[0].id", "unknown-key"},
        {"\"id\": \"remarks\"", "\"id\": \"remarks\", \"keywords\": [\" \"]", "forms[0].header[3].keywords[0]",
            "empty"},
        {"\"id\": \"remarks\"", "\"serial\": true", "forms[0].header[3].serial", "second-serial"},
        {"\"label\": \"收费减免\"", "\"label\": \"收费减免\", \"repeats\": \"more\"",
            "forms[0].header[2].children[1].repeats", "second-repeating-group"},
        {"\"label\": \"惠民检定情况\"", "\"label\": \"惠民检定情况\", \"repeats\": \"more\"",
            "forms[0].header[2].children[0].repeats", "nested-repeating-group"},
        {"\"label\": \"收费减免\"", "\"label\": \"收费减免\", \"width\": 3", "forms[0].header[2].children[1].width",
            "unknown-key"},
        {"\"issued\"", "\"occasion\": \"weekly\", \"issued\"", "occasion", "unknown-kind"},
        {"\"issued\"", "\"occasion\": \"\", \"issued\"", "occasion", "unknown-kind"},
        {"\"issued\"", "\"occasion\": 12, \"issued\"", "occasion", "string"},
        {"\"limit\": 5000", "\"limit\": 0", "forms[1].limit", "not-positive"},
        {"\"limit\": 5000", "\"limit\": 1.5", "forms[1].limit", "integer"},
        {"\"limit\": 5000", "\"limit\": \"5000\"", "forms[1].limit", "integer"},
        {"\"limit\": 5000", "\"limit\": 1e300", "forms[1].limit", "integer"},
        {"\"heading\": \"四、能力建设\"", "\"heading\": \"\"", "forms[1].sections[3].heading", "empty"},
        {"\"heading\": \"四、能力建设\", \"guidance\": \"\"", "\"heading\": \"四、能力建设\", \"guidance\": []",
            "forms[1].sections[3].guidance", "string"},
        {"[\"宣传\", \"培训\"]", "[\"宣传\", 5]", "forms[1].sections[4].keywords[1]", "string"},
        {"[\"宣传\", \"培训\"]", "[\"宣传\", \"\"]", "forms[1].sections[4].keywords[1]", "empty"},
        {"[\"宣传\", \"培训\"]", "\"宣传\"", "forms[1].sections[4].keywords", "array"},
        {"\"closingLine\"", "\"closingLines\"", "forms[1].closingLines", "unknown-key"},
        {"云溪市计量协会：", "\\ud800", "forms[1].defaultAddressee", "text"},
    };
    const QByteArray sound = test::fileBytes(QStringLiteral(TEST_DATA "/notices/2031-4.json"));
    REQUIRE(readNotice(sound, {}));
    for (const Fault &fault : faults) {
        INFO(fault.sought << " -> " << fault.replacement);
        QByteArray json = sound;
        const qsizetype at = json.indexOf(fault.sought);
        REQUIRE(at >= 0);
        json.replace(at, qstrlen(fault.sought), fault.replacement);
        CHECK(failure(json)
            == Error{ErrorCode::NoticeMalformed,
                {QStringLiteral("n.json"), QString::fromUtf8(fault.path), QString::fromUtf8(fault.cause)}});
    }
}

TEST_CASE("forms and headers that hold nothing are refused")
{
    QJsonObject root
        = QJsonDocument::fromJson(test::fileBytes(QStringLiteral(TEST_DATA "/notices/2031-4.json"))).object();
    const auto withForm = [&](qsizetype index, const QString &key, const QJsonValue &value) {
        QJsonArray forms = root[QStringLiteral("forms")].toArray();
        QJsonObject form = forms[index].toObject();
        form[key] = value;
        forms[index] = form;
        QJsonObject changed = root;
        changed[QStringLiteral("forms")] = forms;
        return QJsonDocument(changed).toJson();
    };
    const auto malformed = [](const QString &path, const QString &cause) {
        return Error{ErrorCode::NoticeMalformed, {QStringLiteral("n.json"), path, cause}};
    };
    const QJsonObject serial{{QStringLiteral("serial"), true}, {QStringLiteral("label"), QStringLiteral("序")},
        {QStringLiteral("width"), 1}};
    const QJsonObject barren{
        {QStringLiteral("label"), QStringLiteral("空")}, {QStringLiteral("children"), QJsonArray()}};
    const QString header = QStringLiteral("header");
    const QString noColumns = QStringLiteral("no-columns");
    CHECK(failure(withForm(0, header, QJsonArray())) == malformed(QStringLiteral("forms[0].header"), noColumns));
    CHECK(failure(withForm(0, header, QJsonArray{serial})) == malformed(QStringLiteral("forms[0].header"), noColumns));
    CHECK(failure(withForm(0, header, QJsonArray{barren}))
        == malformed(QStringLiteral("forms[0].header[0].children"), noColumns));
    CHECK(failure(withForm(0, header, QJsonArray{5}))
        == malformed(QStringLiteral("forms[0].header[0]"), QStringLiteral("object")));
    CHECK(failure(withForm(1, QStringLiteral("sections"), QJsonArray()))
        == malformed(QStringLiteral("forms[1].sections"), QStringLiteral("empty")));
    QJsonObject deep{{QStringLiteral("id"), QStringLiteral("x")}, {QStringLiteral("label"), QStringLiteral("x")},
        {QStringLiteral("width"), 1}};
    for (int level = 0; level < 8; ++level)
        deep = QJsonObject{
            {QStringLiteral("label"), QStringLiteral("g")}, {QStringLiteral("children"), QJsonArray{deep}}};
    const Error tooDeep = failure(withForm(0, header, QJsonArray{deep}));
    CHECK(tooDeep.arguments.value(2) == QStringLiteral("too-deep"));
    root[QStringLiteral("forms")] = QJsonArray();
    CHECK(failure(QJsonDocument(root).toJson()) == malformed(QStringLiteral("forms"), QStringLiteral("empty")));
}

TEST_CASE("what is no notice is told apart from a malformed one")
{
    CHECK(failure("{}").code == ErrorCode::WrongFormat);
    CHECK(failure("{\"format\": \"zhibao.report\"}")
        == Error{ErrorCode::WrongFormat,
            {QStringLiteral("n.json"), QStringLiteral("zhibao.report"), QStringLiteral("zhibao.notice")}});
    CHECK(failure("{\"format\": \"zhibao.notice\", \"version\": 2}")
        == Error{ErrorCode::NewerVersion, {QStringLiteral("n.json"), QStringLiteral("2"), QStringLiteral("1")}});
    CHECK(failure("{\"format\": \"zhibao.notice\"}")
        == Error{ErrorCode::NoticeMalformed,
            {QStringLiteral("n.json"), QStringLiteral("version"), QStringLiteral("missing")}});
    CHECK(failure("{\"format\": \"zhibao.notice\", \"version\": 0}").code == ErrorCode::NoticeMalformed);
    CHECK(failure("{").code == ErrorCode::NotJson);
    CHECK(failure("[]").code == ErrorCode::WrongType);
    CHECK(failure("\xFF").code == ErrorCode::NotUtf8);
}

} // namespace noticereader_test
