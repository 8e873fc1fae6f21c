// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/textchecks.h"
#include "core/text/script.h"

namespace zhibao {

namespace {

// What a number in Chinese may count. 一 alone is left out: 一批, 一个 and 进一步 are words, not figures.
bool isCounted(QChar c)
{
    return QStringView(u"个项次场家件人份期名类条批部种篇户台套张册轮起例位支对只辆座间亩吨米元倍余多万亿百千")
        .contains(c);
}

bool isChineseFigure(QStringView text, qsizetype at, qsizetype *end)
{
    qsizetype to = at;
    while (to < text.size() && isChineseNumeral(text[to]))
        ++to;
    *end = to;
    const QStringView numeral = text.mid(at, to - at);
    const bool large = numeral.size() > 1
        && (numeral.contains(u'百') || numeral.contains(u'千') || numeral.endsWith(u'万') || numeral.endsWith(u'亿'));
    const bool counts = to < text.size() && isCounted(text[to]) && numeral != u"一";
    return large || counts;
}

} // namespace

bool hasFigure(const QString &text)
{
    bool paragraphStart = true;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            paragraphStart = paragraphStart || text[at] == u'\n';
            ++at;
            continue;
        }
        const qsizetype enumerator = paragraphStart ? enumeratorLength(text, at) : 0;
        paragraphStart = false;
        if (enumerator > 0) {
            at += enumerator;
        } else if (digitOf(text[at]) >= 0) {
            return true;
        } else if (isChineseNumeral(text[at])) {
            if (isChineseFigure(text, at, &at))
                return true;
        } else {
            ++at;
        }
    }
    return false;
}

} // namespace zhibao
