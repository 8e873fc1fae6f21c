// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/compare/reportcomparison.h"
#include "core/compare/textcomparison.h"
#include "core/notice/noticereader.h"
#include "generate/random.h"
#include "generate/reports.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <functional>

// Measures what it costs to show what changed: in a full summary, in a large table, and in texts made to be slow.
namespace {

using namespace zhibao;

// Milliseconds, the middle of five runs.
double measured(const std::function<void()> &work)
{
    QList<double> times;
    for (int run = 0; run < 5; ++run) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return times[2];
}

// Single characters replaced, put in and dropped in turn, evenly over the text.
QString changed(QString text, int changes)
{
    for (int i = changes - 1; i >= 0; --i) {
        const qsizetype at = text.size() * i / changes;
        if (i % 3 == 0)
            text[at] = u'改';
        else if (i % 3 == 1)
            text.insert(at, u'添');
        else
            text.remove(at, 1);
    }
    return text;
}

// Characters drawn from `kinds` kinds.
QString noise(generate::Random &random, int size, int kinds)
{
    QString text(size, QChar(0));
    for (QChar &c : text)
        c = QChar(static_cast<char16_t>(0x4E00 + random.below(kinds)));
    return text;
}

void measureTexts(const Report &report, const QString &form)
{
    const QString summary = report.forms[form].sections.join(u'\n').left(3000);
    const QString mended = changed(summary, 300);
    std::printf("summary of %lld characters, 300 changes  %8.2f ms (wanted: at most 50)\n",
        static_cast<long long>(summary.size()), measured([&] { compareTexts(summary, mended); }));
    generate::Random random(1);
    const auto hostile = [&](int size, int kinds) {
        const QString before = noise(random, size, kinds);
        const QString after = noise(random, size, kinds);
        std::printf("%8d random characters of %5d kinds %8.2f ms\n", size, kinds,
            measured([&] { compareTexts(before, after); }));
    };
    for (const int kinds : {2, 50, 20000}) {
        hostile(3000, kinds);
        hostile(10000, kinds);
        hostile(1000000, kinds);
    }
}

void measureReports(const Notice &notice)
{
    const Report before = generateReport(notice, 2, GeneratorSize{300, 80, 3000});
    Report after = before;
    for (FormAnswer &answer : after.forms) {
        for (qsizetype i = 0; i + 1 < answer.rows.size(); i += 3) {
            for (QString &text : answer.rows[i].cells)
                text = changed(text, 8);
            answer.rows.swapItemsAt(i, i + 1);
        }
    }
    std::printf("table of 300 rows, 100 of them mended and moved %8.2f ms\n",
        measured([&] { compareReports(before, after, notice); }));
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_comparison NOTICE.json\n");
        return 2;
    }
    QFile file(QString::fromLocal8Bit(argv[1]));
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "cannot read %s\n", argv[1]);
        return 1;
    }
    const auto notice = readNotice(file.readAll(), file.fileName());
    if (!notice) {
        std::fprintf(stderr, "%s is no notice\n", argv[1]);
        return 1;
    }
    measureTexts(generateReport(*notice, 1, GeneratorSize{12, 80, 4000}), notice->forms.last().id);
    measureReports(*notice);
    return 0;
}
