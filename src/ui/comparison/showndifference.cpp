// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/comparison/showndifference.h"

#include "core/compare/textcomparison.h"
#include "core/text/wordcount.h"
#include "ui/numbers.h"
#include "workspace/describe/describe.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace zhibao {

namespace {

using Kind = ShownSpan::Kind;

constexpr qsizetype keptAround = 60; // UTF-16 units of unchanged text kept on each side of a change
constexpr qsizetype leastSkipped = 40; // what is shorter is not worth leaving out
constexpr qsizetype mostShown = 20'000; // of one piece: a text of megabytes must not hold up the window

QString tr(const char *text)
{
    return QCoreApplication::translate("HistoryPage", text);
}

// The boundary between two characters at or before `at`.
qsizetype boundary(const QString &text, qsizetype at)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(at);
    return finder.isAtBoundary() ? at : std::max<qsizetype>(0, finder.toPreviousBoundary());
}

ShownSpan leftOut(QStringView text)
{
    return {Kind::Label, tr("〔略去相同的 %1 字〕").arg(grouped(countWords(text).words))};
}

// Adds unchanged text: the end of it before a change, the beginning after one.
void addSame(QList<ShownSpan> &spans, const QString &text, bool first, bool last)
{
    const qsizetype head = first ? 0 : boundary(text, std::min(keptAround, text.size()));
    const qsizetype tail = last ? text.size() : boundary(text, std::max<qsizetype>(0, text.size() - keptAround));
    if (tail - head < leastSkipped) {
        spans.append({Kind::Same, text});
        return;
    }
    if (head > 0)
        spans.append({Kind::Same, text.first(head)});
    spans.append(leftOut(QStringView(text).sliced(head, tail - head)));
    if (tail < text.size())
        spans.append({Kind::Same, text.sliced(tail)});
}

void addChanged(QList<ShownSpan> &spans, Kind kind, const QString &text)
{
    const qsizetype end = boundary(text, std::min(mostShown, text.size()));
    QString shown = text.first(end);
    shown.replace(u'\n', QStringLiteral("↵\n"));
    spans.append({kind, shown});
    if (end < text.size())
        spans.append(
            {Kind::Label, tr("〔以下 %1 字未列出〕").arg(grouped(countWords(QStringView(text).sliced(end)).words))});
}

void addTexts(ShownDifference &shown, const QString &before, const QString &after)
{
    const QList<TextSpan> spans = compareTexts(before, after);
    for (qsizetype i = 0; i < spans.size(); ++i) {
        const TextSpan &span = spans[i];
        if (span.kind == TextSpan::Kind::Same) {
            addSame(shown.before, span.text, i == 0, i == spans.size() - 1);
            addSame(shown.after, span.text, i == 0, i == spans.size() - 1);
        } else if (span.kind == TextSpan::Kind::Removed) {
            addChanged(shown.before, Kind::Removed, span.text);
        } else {
            addChanged(shown.after, Kind::Added, span.text);
        }
    }
}

void addLine(QList<ShownSpan> &spans, Kind kind, const QString &label, const QString &text)
{
    if (text.isEmpty())
        return;
    const QString lineEnd = spans.isEmpty() ? QString() : QStringLiteral("\n");
    spans.append({Kind::Label, lineEnd + tr("%1：").arg(label)});
    addChanged(spans, kind, text);
}

void addEntry(QList<ShownSpan> &spans, Kind kind, const TableForm &form, const QString &prefix, const Texts &entry)
{
    for (const Column &column : form.columns) {
        if (column.repeating)
            addLine(spans, kind, prefix + column.label, entry.value(column.id));
    }
}

// A whole row or entry, a labelled line a text, in the order of the form.
QList<ShownSpan> contentSpans(Kind kind, const Difference &difference, const TableForm &form)
{
    QList<ShownSpan> spans;
    const bool isEntry = std::max(difference.before.entry, difference.after.entry) >= 0;
    bool entriesDone = false;
    for (const Column &column : form.columns) {
        if (!column.repeating) {
            addLine(spans, kind, column.label, difference.content.cells.value(column.id));
        } else if (!entriesDone) {
            entriesDone = true;
            for (qsizetype i = 0; i < difference.content.entries.size(); ++i)
                addEntry(spans, kind, form,
                    isEntry ? QString() : tr("%1%2 ").arg(form.entryNoun, QString::number(i + 1)),
                    difference.content.entries[i]);
        }
    }
    return spans;
}

void addContent(ShownDifference &shown, Kind kind, const Difference &difference, const Notice &notice)
{
    QList<ShownSpan> &spans = kind == Kind::Added ? shown.after : shown.before;
    const QString text = kind == Kind::Added ? difference.textAfter : difference.textBefore;
    const Form *form = notice.form(kind == Kind::Added ? difference.after.form : difference.before.form);
    if (const TableForm *table = form ? form->table() : nullptr)
        spans = contentSpans(kind, difference, *table);
    if (spans.isEmpty() && !text.isEmpty())
        addChanged(spans, kind, text); // in columns that the notice does not know
    if (spans.isEmpty())
        spans.append({Kind::Label, tr("（没有内容）")});
}

// The first text of a row or entry, to know it by.
QString beginning(const Report &report, const Place &place, const Notice &notice)
{
    const Row row = report.forms.value(place.form).rows.value(place.row);
    const Texts entry = row.entries.value(std::max(place.entry, 0));
    const Form *form = notice.form(place.form);
    const TableForm *table = form ? form->table() : nullptr;
    for (const Column &column : table ? table->columns : QList<Column>()) {
        if (place.entry >= 0 && !column.repeating)
            continue;
        const QString text = (column.repeating ? entry : row.cells).value(column.id);
        if (!isBlank(text))
            return text.first(boundary(text, std::min(keptAround, text.size()))).simplified();
    }
    return {};
}

QString changeInWords(const Difference &difference, const Notice &notice)
{
    const QString what = difference.textBefore.isEmpty() ? tr("填写")
        : difference.textAfter.isEmpty()                 ? tr("清空")
                                                         : tr("修改");
    return difference.before == difference.after ? what
                                                 : tr("%1，原为%2").arg(what, describePlace(notice, difference.before));
}

QString joined(const QList<ShownSpan> &spans, Kind kind)
{
    QStringList texts;
    for (const ShownSpan &span : spans) {
        if (span.kind == kind)
            texts.append(tr("“%1”").arg(span.text));
    }
    return texts.join(tr("、"));
}

} // namespace

ShownDifference shown(const Difference &difference, const Report &after, const Notice &notice)
{
    ShownDifference shown;
    const bool removed = difference.kind == Difference::Kind::Removed;
    const bool moved = difference.kind == Difference::Kind::Moved;
    shown.place = describePlace(notice, removed || moved ? difference.before : difference.after);
    switch (difference.kind) {
    case Difference::Kind::Changed:
        shown.what = changeInWords(difference, notice);
        addTexts(shown, difference.textBefore, difference.textAfter);
        break;
    case Difference::Kind::Added:
        shown.what = tr("新增");
        addContent(shown, Kind::Added, difference, notice);
        break;
    case Difference::Kind::Removed:
        shown.what = tr("删去");
        addContent(shown, Kind::Removed, difference, notice);
        break;
    case Difference::Kind::Moved:
        shown.what = difference.before == difference.after // others came before it, or went
            ? tr("与前后各行的次序有变")
            : tr("移到%1").arg(describePlace(notice, difference.after));
        if (const QString text = beginning(after, difference.after, notice); !text.isEmpty()) {
            shown.before.append({Kind::Same, text});
            shown.after.append({Kind::Same, text});
        }
        break;
    }
    if (shown.before.isEmpty() != shown.after.isEmpty())
        (shown.before.isEmpty() ? shown.before : shown.after).append({Kind::Label, tr("（无）")});
    return shown;
}

QString spoken(const ShownDifference &difference)
{
    const QString removed = joined(difference.before, Kind::Removed);
    const QString added = joined(difference.after, Kind::Added);
    QStringList parts;
    if (!removed.isEmpty())
        parts.append(tr("删去%1").arg(removed));
    if (!added.isEmpty())
        parts.append(tr("增加%1").arg(added));
    const QString head = tr("%1，%2").arg(difference.place, difference.what);
    return parts.isEmpty() ? head : tr("%1：%2").arg(head, parts.join(tr("，")));
}

} // namespace zhibao
