// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/corrections.h"

#include "core/checks/textchecks.h"
#include "core/report/reportedit.h"

#include <algorithm>
#include <optional>

namespace zhibao {

namespace {

// ( ) or " " around words: the two marks, and not what stands between them.
QList<TextEdit> editsOfPair(const Finding &finding, const QString &full)
{
    return {
        {finding.offset, 1, full.left(1)},
        {finding.offset + finding.length - 1, 1, full.right(1)},
    };
}

std::optional<QList<TextEdit>> editsOfHalfWidth(const Finding &finding)
{
    const QString mark = finding.arguments.value(0);
    const QString full = finding.arguments.value(1);
    // Where a quotation ends that is not closed nobody knows.
    if (mark == QStringLiteral("\"") || mark == QStringLiteral("'"))
        return std::nullopt;
    if (mark.size() == 2)
        return editsOfPair(finding, full);
    return QList<TextEdit>{{finding.offset, finding.length, full}};
}

// ，， and ,， are one mark; 。， might be either, and 。。。 stands for …… as well.
std::optional<QList<TextEdit>> editsOfRun(const Finding &finding)
{
    QString run = finding.arguments.value(0);
    run.removeIf([](QChar c) { return c.isSpace(); });
    for (QChar &mark : run)
        mark = mark == u'.' ? QChar(u'。') : fullWidthMark(mark);
    const bool isOne = !run.isEmpty() && run.count(run.front()) == run.size();
    if (!isOne || (run.front() == u'。' && run.size() > 2))
        return std::nullopt;
    return QList<TextEdit>{{finding.offset, finding.length, run.left(1)}};
}

std::optional<QList<TextEdit>> editsOf(const Finding &finding)
{
    switch (finding.code) {
    case FindingCode::HalfWidthPunctuation:
        return editsOfHalfWidth(finding);
    case FindingCode::MarkRun:
        return editsOfRun(finding);
    case FindingCode::NoticeTitleMisquoted:
    case FindingCode::NoticeNumberMisquoted:
        return QList<TextEdit>{{finding.offset, finding.length, finding.arguments.value(1)}};
    default:
        return std::nullopt;
    }
}

bool touch(const TextEdit &one, const TextEdit &other)
{
    return one.offset < other.offset + other.length && other.offset < one.offset + one.length;
}

bool touchAny(const QList<TextEdit> &edits, const QList<TextEdit> &taken)
{
    return std::any_of(edits.cbegin(), edits.cend(), [&](const TextEdit &edit) {
        return std::any_of(taken.cbegin(), taken.cend(), [&](const TextEdit &other) { return touch(edit, other); });
    });
}

// In a text what is longer comes before what lies within it.
QList<Finding> widestFirst(QList<Finding> findings)
{
    for (auto first = findings.begin(); first != findings.end();) {
        const auto last = std::find_if(
            first, findings.end(), [&](const Finding &finding) { return finding.place != first->place; });
        std::stable_sort(first, last, [](const Finding &one, const Finding &other) {
            return one.offset != other.offset ? one.offset < other.offset : one.length > other.length;
        });
        first = last;
    }
    return findings;
}

} // namespace

QList<Correction> correctionsOf(const QList<Finding> &findings)
{
    QList<Correction> corrections;
    QList<TextEdit> taken; // of the place
    Place place;
    for (const Finding &finding : widestFirst(findings)) {
        if (finding.place != place)
            taken.clear();
        place = finding.place;
        const std::optional<QList<TextEdit>> edits = editsOf(finding);
        if (edits && !touchAny(*edits, taken)) {
            corrections.append({finding.code, finding.place, *edits});
            taken += *edits;
        } else if (finding.code == FindingCode::MarkRun) {
            taken.append({finding.offset, finding.length, {}}); // its marks wait for who decides which is meant
        }
    }
    return corrections;
}

QString corrected(QString text, const QList<TextEdit> &edits)
{
    for (auto edit = edits.crbegin(); edit != edits.crend(); ++edit)
        text.replace(edit->offset, edit->length, edit->text);
    return text;
}

Result<Report> corrected(Report report, const Notice &notice, const QList<Correction> &corrections)
{
    for (auto first = corrections.cbegin(); first != corrections.cend();) {
        const Place place = first->place;
        QList<TextEdit> edits;
        for (; first != corrections.cend() && first->place == place; ++first)
            edits += first->edits;
        std::sort(edits.begin(), edits.end(),
            [](const TextEdit &one, const TextEdit &other) { return one.offset < other.offset; });
        Result<Report> changed = setText(report, notice, place, corrected(textAt(report, place), edits));
        if (!changed)
            return changed;
        report = *changed;
    }
    return report;
}

} // namespace zhibao
