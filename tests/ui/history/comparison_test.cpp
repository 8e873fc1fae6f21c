// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/comparison/differencelist.h"
#include "ui/history/historydesk.h"
#include "ui/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>

#include <catch2/catch.hpp>

namespace comparison_test {

using namespace zhibao;

namespace {

using Kind = ShownSpan::Kind;

ShownDifference shownText(const QString &before, const QString &after, const Notice &notice)
{
    Difference difference;
    difference.before = opening();
    difference.after = opening();
    difference.textBefore = before;
    difference.textAfter = after;
    return shown(difference, {}, notice);
}

QString joined(const QList<ShownSpan> &spans)
{
    QString text;
    for (const ShownSpan &span : spans)
        text += span.text;
    return text;
}

// Whether a patch of the image has the colour: single pixels of it are at the edges of any letter.
bool isInked(const QImage &image, const QColor &color)
{
    int pixels = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            pixels += image.pixelColor(x, y).rgb() == color.rgb() ? 1 : 0;
    }
    return pixels > 50;
}

QColor tinted(const QColor &color, const QPalette &palette)
{
    return theme::mixed(color, palette.color(QPalette::Base), 0.12);
}

} // namespace

TEST_CASE("a version is compared with the one before it, the present one, or any other, the older at the left")
{
    HistoryDesk desk;
    desk.write(opening(), QStringLiteral("学习12次"));
    desk.write(opening(), QStringLiteral("学习15次"));
    desk.write(opening(), QStringLiteral("培训15次"));
    desk.open();
    CHECK(desk.spoken() == QStringList{QStringLiteral("附件2 开头，修改：删去“学习”，增加“培训”")});
    CHECK(desk.label("older")->text() == QStringLiteral("2023-12-19 09:32:00 填写"));
    CHECK(desk.label("newer")->text() == QStringLiteral("2023-12-19 09:33:00 填写（当前）"));
    desk.choose(1);
    CHECK(desk.spoken() == QStringList{QStringLiteral("附件2 开头，修改：删去“12”，增加“15”")});
    desk.choose(2);
    CHECK(desk.spoken() == QStringList{QStringLiteral("附件2 开头，填写：增加“学习12次”")});
    desk.compareWith(1);
    CHECK(desk.spoken() == QStringList{QStringLiteral("附件2 开头，修改：删去“学习12”，增加“培训15”")});
    desk.compareWith(2 + 1); // the second of the list
    CHECK(desk.spoken() == QStringList{QStringLiteral("附件2 开头，修改：删去“12”，增加“15”")});
    desk.choose(0); // newer than the other: the sides stay in order
    CHECK(desk.label("older")->text() == QStringLiteral("2023-12-19 09:32:00 填写"));
    desk.choose(1);
    CHECK(desk.message() == QStringLiteral("两边是同一个版本。"));
    desk.compareWith(0);
    desk.choose(3);
    CHECK(desk.message().startsWith(QStringLiteral("这是最早的版本")));
    CHECK(desk.label("position")->text().isEmpty());
    CHECK_FALSE(desk.action(QStringLiteral("下一处不同"))->isEnabled());
}

TEST_CASE("versions that say the same are told to")
{
    HistoryDesk desk;
    desk.write(opening(), QStringLiteral("一"));
    desk.write(opening(), QStringLiteral("二"));
    desk.write(opening(), QStringLiteral("一"));
    desk.open();
    desk.choose(2);
    desk.compareWith(1);
    CHECK(desk.message() == QStringLiteral("两个版本内容相同。"));
    CHECK(desk.comparison->isHidden());
}

TEST_CASE("rows that came, went or moved are told in words")
{
    HistoryDesk desk;
    Workspace &workspace = desk.report.workspace;
    const QString form = QStringLiteral("annex1");
    const auto row = [](const QString &study, const QString &document) {
        return Row{{{QStringLiteral("study"), study}}, {{{QStringLiteral("title"), document}}}};
    };
    Report report = workspace.openReport().report();
    report.forms[form].rows = {row(QStringLiteral("党组专题学习"), QStringLiteral("甲市质量强市实施方案")),
        row(QStringLiteral("全员轮训"), QStringLiteral("乙市质量提升行动计划")),
        row(QStringLiteral("知识竞赛"), QStringLiteral("丙市质量奖管理办法")),
        row(QStringLiteral("现场观摩"), QStringLiteral("戊市标准化工作要点"))};
    desk.report.fill(report);
    REQUIRE(workspace.openReport().flush());
    REQUIRE(workspace.openReport().moveRow(form, 3, 0));
    REQUIRE(
        workspace.openReport().insertRow(form, 4, row(QStringLiteral("专家讲座"), QStringLiteral("丁市质量激励措施"))));
    REQUIRE(workspace.openReport().removeRow(form, 2));
    desk.open();
    const QString all = desk.spoken().join(u'\n');
    CAPTURE(all.toStdString());
    CHECK(all.contains(QStringLiteral("附件1 第4行，移到附件1 第1行")));
    const auto &list = static_cast<const DifferenceList &>(*desk.comparison->model());
    bool begins = false; // the row that moved is known by its first text
    for (int at = 0; at < list.rowCount(); ++at)
        begins = begins || list.shown(at).after == QList{ShownSpan{Kind::Same, QStringLiteral("现场观摩")}};
    CHECK(begins);
    CHECK(all.contains(QStringLiteral("附件1 第4行，新增：增加“专家讲座”、“丁市质量激励措施”")));
    CHECK(all.contains(QStringLiteral("附件1 第2行，删去：删去“全员轮训”、“乙市质量提升行动计划”")));
}

TEST_CASE("both sides join to the texts, but for what is left out of long ones")
{
    const HistoryDesk desk;
    const Notice &notice = desk.report.workspace.openReport().notice();
    const QString same = QStringLiteral("省局党组先后学习《纲要》，");
    const ShownDifference brief
        = shownText(same + QStringLiteral("共 12 次"), same + QStringLiteral("共15场次"), notice);
    CHECK(joined(brief.before) == same + QStringLiteral("共 12 次"));
    CHECK(joined(brief.after) == same + QStringLiteral("共15场次"));

    const QString text(1000, u'质');
    const ShownDifference lengthy = shownText(text + u'甲' + text + u'乙', text + u'丙' + text + u'乙', notice);
    REQUIRE(lengthy.before.size() == 5);
    CHECK(lengthy.before[0] == ShownSpan{Kind::Label, QStringLiteral("〔略去相同的 940 字〕")});
    CHECK(lengthy.before[1] == ShownSpan{Kind::Same, QString(60, u'质')});
    CHECK(lengthy.before[2] == ShownSpan{Kind::Removed, QStringLiteral("甲")});
    CHECK(lengthy.before[3] == ShownSpan{Kind::Same, QString(60, u'质')});
    CHECK(lengthy.before[4].kind == Kind::Label);

    const ShownDifference lines = shownText(QStringLiteral("一二"), QStringLiteral("一\n二"), notice);
    CHECK(joined(lines.after) == QStringLiteral("一↵\n二"));
}

TEST_CASE("hostile and huge texts are shown as they are, in bounds")
{
    const HistoryDesk desk;
    const Notice &notice = desk.report.workspace.openReport().notice();
    const QString markup = QStringLiteral("<b>&amp;</b><img src=x>");
    CHECK(joined(shownText({}, markup, notice).after) == markup);
    const ShownDifference huge = shownText({}, QString(1'000'000, u'质'), notice);
    CHECK(joined(huge.after).size() < 21'000);
    CHECK(huge.after.last() == ShownSpan{Kind::Label, QStringLiteral("〔以下 980\u202f000 字未列出〕")});
    const QString pairs = u'丁' + QStringLiteral("𠮷").repeated(200) + u'丁'; // cut in the middle of a pair
    for (const ShownSpan &span : shownText(pairs + u'甲' + pairs, pairs + u'乙' + pairs, notice).before)
        CHECK(span.text.isValidUtf16());
}

TEST_CASE("removed and added characters carry their marks, in every palette")
{
    const QPalette before = QApplication::palette();
    QPalette palette = before;
    const bool dark = GENERATE(false, true);
    if (dark) {
        palette.setColor(QPalette::Base, QColor(27, 30, 32));
        palette.setColor(QPalette::Text, QColor(252, 252, 252));
    }
    QApplication::setPalette(palette);
    HistoryDesk desk;
    desk.write(opening(), QStringLiteral("学习12次"));
    desk.write(opening(), QStringLiteral("学习15次"));
    desk.open();
    const QImage image = desk.comparison->viewport()->grab().toImage();
    const QRect item = desk.comparison->visualRect(desk.comparison->model()->index(0, 0));
    const QImage left = image.copy(item.adjusted(0, 0, -item.width() / 2, 0));
    const QImage right = image.copy(item.adjusted(item.width() / 2, 0, 0, 0));
    const QColor removed = tinted(theme::red(palette), palette);
    const QColor added = tinted(theme::green(palette), palette);
    CHECK(isInked(left, removed));
    CHECK_FALSE(isInked(left, added));
    CHECK(isInked(right, added));
    CHECK_FALSE(isInked(right, removed));
    QApplication::setPalette(before);
}

} // namespace comparison_test
