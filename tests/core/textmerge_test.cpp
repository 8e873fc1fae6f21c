// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/compare/textmerge.h"
#include "core/data.h"
#include "generate/random.h"

namespace textmerge_test {

using namespace zhibao;
using generate::Random;

namespace {

const QString base = QStringLiteral("我局高度重视，召开党组会专题学习。组织宣讲30场，覆盖5000人，反响良好。"
                                    "印发《关于学习宣传贯彻纲要，推进质量强省的通知》。\n下一步持续推进。");

QString changed(QString text, const QString &from, const QString &to)
{
    REQUIRE(text.count(from) == 1);
    return text.replace(from, to);
}

MergedText merged(const QString &ours, const QString &theirs)
{
    const MergedText result = mergeLongTexts(base, ours, theirs);
    // Which side is called ours changes nothing but what stands where a conflict is.
    const MergedText swapped = mergeLongTexts(base, theirs, ours);
    CHECK(swapped.isJoined == result.isJoined);
    CHECK(swapped.conflicts.size() == result.conflicts.size());
    if (result.conflicts.isEmpty())
        CHECK(swapped.text == result.text);
    for (qsizetype index = 0; index < result.conflicts.size(); ++index) {
        const TextConflict &conflict = result.conflicts[index];
        CHECK(result.text.sliced(conflict.offset, conflict.ours.size()) == conflict.ours);
        CHECK(swapped.conflicts.value(index).ours == conflict.theirs);
        CHECK(swapped.conflicts.value(index).theirs == conflict.ours);
        CHECK(base.contains(conflict.base));
        CHECK(ours.contains(conflict.ours));
        CHECK(theirs.contains(conflict.theirs));
    }
    return result;
}

} // namespace

TEST_CASE("changes of two people in different sentences and clauses come together")
{
    const QString ours
        = changed(base, QStringLiteral("召开党组会专题学习"), QStringLiteral("先后两次召开党组会专题学习"));
    const QString theirs = changed(base, QStringLiteral("下一步持续推进"), QStringLiteral("下一步将持续推进"));
    const MergedText result = merged(ours, theirs);
    CHECK(result.conflicts.isEmpty());
    CHECK_FALSE(result.isJoined);
    CHECK(result.text == changed(ours, QStringLiteral("下一步持续推进"), QStringLiteral("下一步将持续推进")));
    // Of one sentence, in clauses that stand apart.
    const QString first = changed(base, QStringLiteral("组织宣讲"), QStringLiteral("广泛组织宣讲"));
    const QString last = changed(base, QStringLiteral("反响良好"), QStringLiteral("反响热烈"));
    CHECK(merged(first, last).text == changed(first, QStringLiteral("反响良好"), QStringLiteral("反响热烈")));
}

TEST_CASE("where one side alone changed the text, or both alike, it is that, without a word")
{
    const QString ours = changed(base, QStringLiteral("30场"), QStringLiteral("32场"));
    for (const MergedText &result : {mergeLongTexts(base, ours, base), mergeLongTexts(base, base, ours),
             mergeLongTexts(base, ours, ours), mergeLongTexts({}, ours, {}), mergeWholeTexts(base, base, ours)})
        CHECK(result == MergedText{ours, {}, false});
    CHECK(mergeLongTexts(base, {}, base) == MergedText());
}

TEST_CASE("what is changed directly beside one another is put together, and to be read again")
{
    const QString ours = changed(base, QStringLiteral("我局高度重视"), QStringLiteral("我局党组高度重视"));
    const QString theirs
        = changed(base, QStringLiteral("召开党组会专题学习"), QStringLiteral("召开党组会专题学习研讨"));
    const MergedText result = merged(ours, theirs);
    CHECK(result.conflicts.isEmpty());
    CHECK(result.isJoined);
    CHECK(result.text == changed(ours, QStringLiteral("专题学习"), QStringLiteral("专题学习研讨")));
}

TEST_CASE("the same clause changed twice is a conflict of that clause")
{
    const MergedText result = merged(changed(base, QStringLiteral("反响良好"), QStringLiteral("反响热烈")),
        changed(base, QStringLiteral("反响良好"), QStringLiteral("取得良好反响")));
    REQUIRE(result.conflicts.size() == 1);
    CHECK(result.conflicts.first().base == QStringLiteral("反响良好。"));
    CHECK(result.conflicts.first().ours == QStringLiteral("反响热烈。"));
    CHECK(result.conflicts.first().theirs == QStringLiteral("取得良好反响。"));
}

TEST_CASE("figures and negations are never put together with another change of their sentence")
{
    const QString sentence = QStringLiteral("组织宣讲30场，覆盖5000人，反响良好。");
    const QString figure = changed(base, QStringLiteral("30场"), QStringLiteral("32场"));
    for (const auto &[from, to] :
        QList<std::pair<QString, QString>>{{QStringLiteral("5000人"), QStringLiteral("5200人")},
            {QStringLiteral("反响良好"), QStringLiteral("反响热烈")}}) {
        const MergedText result = merged(figure, changed(base, from, to));
        REQUIRE(result.conflicts.size() == 1);
        CHECK(result.conflicts.first().base == sentence);
    }
    const MergedText negated = merged(changed(base, QStringLiteral("反响良好"), QStringLiteral("反响不够好")),
        changed(base, QStringLiteral("组织宣讲"), QStringLiteral("集中组织宣讲")));
    REQUIRE(negated.conflicts.size() == 1);
    CHECK(negated.conflicts.first().base == sentence);
    // In another sentence it may.
    CHECK(merged(figure, changed(base, QStringLiteral("高度重视"), QStringLiteral("十分重视"))).conflicts.isEmpty());
    // A sentence of one's own between two others belongs to neither.
    const QString added = changed(base, QStringLiteral("专题学习。"), QStringLiteral("专题学习。开展培训12期。"));
    CHECK(merged(added, changed(base, QStringLiteral("反响良好"), QStringLiteral("反响热烈"))).conflicts.isEmpty());
}

TEST_CASE("titles and quotations are not cut at the marks within them")
{
    const MergedText result = merged(changed(base, QStringLiteral("关于学习宣传"), QStringLiteral("关于深入学习宣传")),
        changed(base, QStringLiteral("质量强省"), QStringLiteral("质量强市")));
    REQUIRE(result.conflicts.size() == 1);
    CHECK(result.conflicts.first().base == QStringLiteral("印发《关于学习宣传贯彻纲要，推进质量强省的通知》。"));
}

TEST_CASE("two sentences put in at one place are for a person to order; names are never put together")
{
    const MergedText result
        = merged(changed(base, QStringLiteral("专题学习。"), QStringLiteral("专题学习。印发方案。")),
            changed(base, QStringLiteral("专题学习。"), QStringLiteral("专题学习。成立专班。")));
    REQUIRE(result.conflicts.size() == 1);
    CHECK(result.conflicts.first()
        == TextConflict{result.text.indexOf(QStringLiteral("印发方案。")), {}, QStringLiteral("印发方案。"),
            QStringLiteral("成立专班。")});
    const MergedText name
        = mergeWholeTexts(QStringLiteral("甲，乙"), QStringLiteral("甲二，乙"), QStringLiteral("甲，乙二"));
    CHECK(name.conflicts
        == QList<TextConflict>{{0, QStringLiteral("甲，乙"), QStringLiteral("甲二，乙"), QStringLiteral("甲，乙二")}});
}

TEST_CASE("of a thousand sentences with two figures that two people changed none holds one of each")
{
    Random random(20231220);
    for (int round = 0; round < 1000; ++round) {
        const auto written = [&](int sessions, int people) {
            return QStringLiteral("一是加强领导，精心部署。二是组织培训%1期，培训%2人次，提升能力。三是强化督导。")
                .arg(sessions)
                .arg(people);
        };
        const int sessions = random.between(10, 90);
        const int people = random.between(1000, 9000);
        const QString start = written(sessions, people);
        const QString ours = written(sessions + random.between(1, 9), people);
        const QString theirs = written(sessions, people + random.between(1, 90));
        const MergedText result = mergeLongTexts(start, ours, theirs);
        REQUIRE(result.conflicts.size() == 1);
        REQUIRE(result.text == ours);
    }
}

TEST_CASE("a text of very many clauses, all rewritten by both, is merged in time that grows with its length")
{
    QString start;
    QString ours;
    QString theirs;
    for (int clause = 0; clause < 100'000; ++clause) {
        start += QStringLiteral("第%1句，").arg(clause);
        ours += QStringLiteral("第%1句甲，").arg(clause);
        theirs += QStringLiteral("第%1句乙7，").arg(clause);
    }
    const MergedText result = mergeLongTexts(start, ours, theirs);
    REQUIRE(result.conflicts.size() == 1);
    CHECK(result.text == ours);
    const QString opened(200'000, u'《');
    CHECK(mergeLongTexts(opened, opened + u'甲', u'乙' + opened).text.contains(opened));
}

} // namespace textmerge_test
