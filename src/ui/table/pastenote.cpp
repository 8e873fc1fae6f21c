// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/pastenote.h"

#include "core/report/report.h"

#include <QCoreApplication>

#include <algorithm>

namespace zhibao {

namespace {

// The words about a paste.
class PasteNote {
    Q_DECLARE_TR_FUNCTIONS(zhibao::PasteNote)
public:
    PasteNote(const PasteOutcome &outcome, const TableForm &form)
        : m_outcome(outcome)
        , m_form(form)
    {
    }

    QString sentence() const
    {
        QStringList clauses{kept(), leftOut(), concealed(), replaced()};
        clauses.removeAll(QString());
        return clauses.join(tr("；"));
    }

private:
    static QStringList textsOf(const TextGrid &grid)
    {
        QStringList texts;
        for (const QStringList &line : grid) {
            for (const QString &text : line) {
                if (!isBlank(text))
                    texts.append(text.simplified());
            }
        }
        return texts;
    }

    static QString preview(const QStringList &texts)
    {
        constexpr int shown = 40; // characters
        const QString all = texts.join(tr("、"));
        return all.size() > shown ? all.left(shown) + QStringLiteral("…") : all;
    }

    QString kept() const
    {
        const QStringList texts = textsOf(m_outcome.kept);
        return texts.isEmpty() ? QString() : tr("%1 个单元格未能放入：%2").arg(texts.size()).arg(preview(texts));
    }

    QString leftOut() const
    {
        const QStringList texts = textsOf(m_outcome.leftOut);
        if (texts.isEmpty())
            return {};
        const QString what = m_outcome.otherTables > 0 ? tr("另外 %1 个表格等内容未粘贴：%2").arg(m_outcome.otherTables)
                                                       : tr("不属于表格各行的内容未粘贴：%1");
        return what.arg(preview(texts));
    }

    QString concealed() const { return m_outcome.hasConcealed ? tr("隐藏或已删除的内容未粘贴") : QString(); }

    // Entries are named: their line may have stood elsewhere than where one pasted.
    QString replaced() const
    {
        QStringList entries;
        int cells = 0;
        Place last;
        for (const Place &place : m_outcome.replaced) {
            const bool isSame = place.row == last.row && place.entry == last.entry;
            last = place;
            if (place.entry < 0)
                ++cells;
            else if (!isSame)
                entries.append(nameOf(place));
        }
        QStringList what;
        if (!entries.isEmpty())
            what.append(tr("%1 个%2（%3）").arg(entries.size()).arg(m_form.entryNoun, preview(entries)));
        if (cells > 0)
            what.append(tr("%1 个单元格的文字").arg(cells));
        return what.isEmpty() ? QString() : tr("原有的 %1已被替换，按 Ctrl+Z 可撤销").arg(what.join(tr("和")));
    }

    // The first text of an entry, or its row where that is missing.
    QString nameOf(const Place &place) const
    {
        for (const Column &column : m_form.columns) {
            const QString text = textAt(m_outcome.before, {place.form, column.id, place.row, place.entry, -1});
            if (column.repeating && !isBlank(text))
                return text.simplified();
        }
        return tr("第 %1 行").arg(place.row + 1);
    }

    const PasteOutcome &m_outcome;
    const TableForm &m_form;
};

} // namespace

QString describePaste(const PasteOutcome &outcome, const TableForm &form)
{
    return PasteNote(outcome, form).sentence();
}

} // namespace zhibao
