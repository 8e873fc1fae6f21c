// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/compare/textcomparison.h"
#include "core/data.h"
#include "generate/random.h"

namespace textcomparison_test {

using namespace zhibao;

namespace {

using Kind = TextSpan::Kind;

// The spans as a proof-reader writes them: [-removed-]{+added+}.
QString marked(const QString &before, const QString &after)
{
    QString text;
    for (const TextSpan &span : compareTexts(before, after)) {
        const bool removed = span.kind == Kind::Removed;
        if (span.kind == Kind::Same)
            text += span.text;
        else
            text += (removed ? QStringLiteral("[-%1-]") : QStringLiteral("{+%1+}")).arg(span.text);
    }
    return text;
}

QString joined(const QList<TextSpan> &spans, Kind without)
{
    QString text;
    for (const TextSpan &span : spans) {
        if (span.kind != without)
            text += span.text;
    }
    return text;
}

// "" where the spans keep what compareTexts promises, else what they break.
QString brokenPromise(const QList<TextSpan> &spans, const QString &before, const QString &after)
{
    if (joined(spans, Kind::Added) != before)
        return QStringLiteral("before");
    if (joined(spans, Kind::Removed) != after)
        return QStringLiteral("after");
    for (qsizetype i = 0; i < spans.size(); ++i) {
        if (spans[i].text.isEmpty())
            return QStringLiteral("empty");
        if (i > 0 && spans[i].kind == spans[i - 1].kind)
            return QStringLiteral("torn");
        if (i > 0 && spans[i].kind == Kind::Removed && spans[i - 1].kind == Kind::Added)
            return QStringLiteral("order");
    }
    return {};
}

qsizetype sameCharacters(const QList<TextSpan> &spans)
{
    qsizetype count = 0;
    for (const TextSpan &span : spans)
        count += span.kind == Kind::Same ? span.text.size() : 0;
    return count;
}

// Pieces that go wrong when they are torn or mistaken, lone halves of surrogates among them.
QStringList pieces()
{
    return {QStringLiteral("质"), QStringLiteral("量"), QStringLiteral("的"), QStringLiteral("。"),
        QStringLiteral("\n"), QStringLiteral("𠮷"), QStringLiteral("👍🏽"), QStringLiteral("👨‍👩‍👧"),
        QStringLiteral("e\u0301"), QStringLiteral("\u0301"), QStringLiteral("PDF"), QStringLiteral("2023"),
        QStringLiteral("."), QStringLiteral(","), QStringLiteral(" "), QStringLiteral("🇨🇳"), QStringLiteral("\r\n"),
        QString(QChar(0xD842)), QString(QChar(0xDFB7)), QString(QChar(0)), QStringLiteral("\u200d")};
}

QString randomText(generate::Random &random, int most)
{
    QString text;
    const QStringList all = pieces();
    for (int left = random.below(most + 1); left > 0; --left)
        text += random.pick(all);
    return text;
}

// Some code units replaced, dropped or put in, wherever that tears something.
QString mangled(generate::Random &random, QString text)
{
    for (int left = random.below(4); left > 0; --left) {
        const int at = random.below(static_cast<int>(text.size()) + 1);
        text = text.left(at) + randomText(random, 2) + text.mid(at + random.below(3));
    }
    return text;
}

} // namespace

TEST_CASE("Chinese is compared by character, words and numbers as a whole")
{
    CHECK(marked(QStringLiteral("组织学习贯彻活动"), QStringLiteral("组织学习宣传贯彻活动"))
        == QStringLiteral("组织学习{+宣传+}贯彻活动"));
    CHECK(marked(QStringLiteral("2023年3月"), QStringLiteral("2024年4月"))
        == QStringLiteral("[-2023-]{+2024+}年[-3-]{+4+}月"));
    CHECK(marked(QStringLiteral("增长12.5%"), QStringLiteral("增长12.7%")) == QStringLiteral("增长[-12.5-]{+12.7+}%"));
    CHECK(marked(QStringLiteral("共1,200家"), QStringLiteral("共1,300家")) == QStringLiteral("共[-1,200-]{+1,300+}家"));
    CHECK(marked(QStringLiteral("附Word文件"), QStringLiteral("附World文件"))
        == QStringLiteral("附[-Word-]{+World+}文件"));
    CHECK(marked(QStringLiteral("２０２３年"), QStringLiteral("２０２４年"))
        == QStringLiteral("[-２０２３-]{+２０２４+}年"));
    CHECK(marked(QStringLiteral("见①②"), QStringLiteral("见①③")) == QStringLiteral("见①[-②-]{+③+}"));
}

TEST_CASE("what a reader takes for one character stays whole")
{
    CHECK(marked(QStringLiteral("𠮷"), QStringLiteral("𠮶")) == QStringLiteral("[-𠮷-]{+𠮶+}"));
    CHECK(marked(QStringLiteral("好👍🏽"), QStringLiteral("好👍🏿"))
        == QStringLiteral("好[-👍🏽-]{+👍🏿+}"));
    CHECK(marked(QStringLiteral("家👨‍👩‍👧"), QStringLiteral("家👨‍👩‍👦"))
        == QStringLiteral("家[-👨‍👩‍👧-]{+👨‍👩‍👦+}"));
    CHECK(marked(QStringLiteral("。e"), QStringLiteral("。e\u0301")) == QStringLiteral("。[-e-]{+e\u0301+}"));
    CHECK(marked(QStringLiteral("甲\u0301乙"), QStringLiteral("甲乙")) == QStringLiteral("[-甲\u0301-]{+甲+}乙"));
}

TEST_CASE("one character alone between rewritten passages is rewritten with them")
{
    CHECK(marked(QStringLiteral("认真学习的有关情况如下"), QStringLiteral("深入贯彻的主要精神如下"))
        == QStringLiteral("[-认真学习的有关情况-]{+深入贯彻的主要精神+}如下"));
    // Two are none by chance, and single characters around one leave it legible.
    CHECK(marked(QStringLiteral("认真质量有关"), QStringLiteral("深入质量精神"))
        == QStringLiteral("[-认真-]{+深入+}质量[-有关-]{+精神+}"));
    CHECK(marked(QStringLiteral("甲的乙"), QStringLiteral("丙的丁")) == QStringLiteral("[-甲-]{+丙+}的[-乙-]{+丁+}"));
}

TEST_CASE("texts that are the same or empty")
{
    CHECK(compareTexts({}, {}).isEmpty());
    CHECK(compareTexts(QString(), QStringLiteral("")).isEmpty());
    const QString text = QStringLiteral("质量");
    CHECK(compareTexts(text, text) == QList<TextSpan>{{Kind::Same, text}});
    CHECK(compareTexts({}, text) == QList<TextSpan>{{Kind::Added, text}});
    CHECK(compareTexts(text, {}) == QList<TextSpan>{{Kind::Removed, text}});
}

TEST_CASE("10,000 random pairs of texts are kept code unit for code unit")
{
    generate::Random random(7);
    qsizetype same = 0;
    for (int pair = 0; pair < 10000; ++pair) {
        const QString before = randomText(random, 24);
        const QString after = random.chance(300) ? randomText(random, 24) : mangled(random, before);
        const QList<TextSpan> spans = compareTexts(before, after);
        const QString broken = brokenPromise(spans, before, after);
        if (!broken.isEmpty()) {
            INFO(pair << " " << broken.toStdString());
            FAIL(before.toStdString() << " -> " << after.toStdString());
        }
        same += sameCharacters(spans);
    }
    CHECK(same > 100000); // removing all and adding all would keep the promises too
}

TEST_CASE("a wrong comparison of texts is noticed")
{
    const QString before = QStringLiteral("学习质量");
    const QString after = QStringLiteral("学好质量");
    const QList<TextSpan> right = compareTexts(before, after);
    REQUIRE(brokenPromise(right, before, after).isEmpty());
    REQUIRE(right.size() == 4);
    for (qsizetype i = 0; i < right.size(); ++i) {
        QList<TextSpan> wrong = right;
        wrong.removeAt(i);
        CHECK_FALSE(brokenPromise(wrong, before, after).isEmpty());
    }
    QList<TextSpan> wrong = right;
    wrong.swapItemsAt(1, 2);
    CHECK(brokenPromise(wrong, before, after) == QStringLiteral("order"));
    wrong = right;
    wrong[0].text = QStringLiteral("学学");
    CHECK(brokenPromise(wrong, before, after) == QStringLiteral("before"));
}

TEST_CASE("long texts are compared by sentences first")
{
    generate::Random random(3);
    QStringList sentences;
    for (int i = 0; i < 3000; ++i)
        sentences.append(QStringLiteral("第%1项：%2推进质量提升。").arg(i).arg(random.below(1000000)));
    const QString before = sentences.join(QString());
    sentences[10].replace(QStringLiteral("推进"), QStringLiteral("促进"));
    sentences.removeAt(1500);
    sentences[2990].replace(QStringLiteral("质量"), QStringLiteral("品质"));
    const QString after = sentences.join(QString());
    const QList<TextSpan> spans = compareTexts(before, after);
    CHECK(brokenPromise(spans, before, after).isEmpty());
    CHECK(spans.size() < 12);
    CHECK(sameCharacters(spans) > before.size() - 40);
}

TEST_CASE("what is left of a long text when too much of it has changed stays in whole sentences")
{
    QString before;
    QString after;
    for (int i = 0; i < 3000; ++i) {
        before += QStringLiteral("第%1项推进质量提升工作。").arg(i);
        after += QStringLiteral("第%1项%2进质量提升工作。").arg(i).arg(QChar(i % 2 == 0 ? u'促' : u'推'));
    }
    const QList<TextSpan> spans = compareTexts(before, after);
    CHECK(brokenPromise(spans, before, after).isEmpty());
    CHECK(spans[1] == TextSpan{Kind::Removed, QStringLiteral("推")});
    CHECK(spans.contains(TextSpan{Kind::Removed, QStringLiteral("第2996项推进质量提升工作。")}));
}

TEST_CASE("rewritten texts too different for one run of the algorithm are kept too")
{
    generate::Random random(9);
    const auto noise = [&](int size) {
        QString text;
        for (int i = 0; i < size; ++i)
            text += QChar(static_cast<char16_t>(0x4E00 + random.below(1000)));
        return text;
    };
    for (const auto &[from, to] : {std::pair(4000, 4000), std::pair(3000, 6000), std::pair(6000, 3000)}) {
        const QString before = noise(from);
        const QString after = noise(to);
        INFO(from << " -> " << to);
        const QList<TextSpan> spans = compareTexts(before, after);
        CHECK(brokenPromise(spans, before, after).isEmpty());
        CHECK(spans.size() > 2); // given up otherwise
    }
}

TEST_CASE("a million characters that differ end as removed and added")
{
    QString before(1000000, QChar(0));
    QString after(1000000, QChar(0));
    for (qsizetype i = 0; i < before.size(); ++i) {
        before[i] = QChar(static_cast<char16_t>(0x4E00 + i % 20000));
        after[i] = QChar(static_cast<char16_t>(0xAC00 + i % 11000));
    }
    CHECK(compareTexts(before, after) == QList<TextSpan>{{Kind::Removed, before}, {Kind::Added, after}});
    // Nothing in common but the sentence ends: many short sentences, too many to look into all.
    for (qsizetype i = 9; i < before.size(); i += 10) {
        before[i] = u'。';
        after[i] = u'。';
    }
    const QList<TextSpan> spans = compareTexts(before, after);
    CHECK(brokenPromise(spans, before, after).isEmpty());
}

} // namespace textcomparison_test
