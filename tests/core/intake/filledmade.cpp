// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/intake/filledmade.h"

#include <algorithm>

namespace zhibao::test {

namespace {

using generate::Random;

QString numberAs(int number, Noise noise)
{
    if (noise != Noise::WrittenNumbers)
        return QString::number(number);
    static const QString circled = QStringLiteral("①②③④⑤⑥⑦⑧⑨");
    return number <= 9 ? QString(circled[number - 1]) : QStringLiteral("%1．").arg(number);
}

class Maker {
public:
    Maker(const Report &report, const Form &form, Noise noise, Random &random)
        : m_answer(report.forms.value(form.id))
        , m_unit(report.unit)
        , m_form(form)
        , m_noise(noise)
        , m_random(random)
    {
        for (const Column &column : form.table()->columns)
            m_columns.append(column);
        if (noise == Noise::ColumnsSwapped) {
            for (qsizetype at = m_columns.size() - 1; at > 0; --at)
                m_columns.swapItemsAt(at, random.below(static_cast<int>(at) + 1));
        }
        if (noise == Noise::ColumnMissing)
            m_columns.removeAt(random.between(1, static_cast<int>(m_columns.size()) - 1));
        m_isFlat = noise == Noise::ColumnsSwapped || noise == Noise::HeaderFlat || noise == Noise::NotMerged;
    }

    MadeFile make()
    {
        begin();
        if (m_noise == Noise::TitleInside) {
            add(0, m_form.title, 1, width());
            ++m_row;
            add(0, m_form.table()->unitLabel + m_unit + QStringLiteral("　　填报日期：2023年3月20日"), 1, width());
            ++m_row;
        }
        addHeader();
        if (m_noise == Noise::ColumnNumbers) {
            for (int at = 0; at < width(); ++at)
                add(at, at == 0 ? QStringLiteral("甲") : QString::number(at));
            ++m_row;
        }
        addRows();
        if (m_noise == Noise::TotalAndRemark) {
            add(0, QStringLiteral("合　计"));
            add(2, QStringLiteral("12"));
            ++m_row;
            add(0, QStringLiteral("备注：本表一式两份。"), 1, width());
            ++m_row;
        }
        end();
        MadeFile made{m_file, {}};
        for (const Column &column : std::as_const(m_columns)) {
            if (!column.serial)
                made.columns.append(column.id);
        }
        return made;
    }

private:
    int width() const { return static_cast<int>(m_columns.size()) + (m_noise == Noise::ColumnExtra ? 1 : 0); }

    void begin()
    {
        m_table = FilledTable();
        m_table.order = static_cast<int>(m_file.tables.size());
        m_row = 0;
    }

    void end()
    {
        m_table.rows = m_row;
        m_table.columns = width();
        m_table.cells.removeIf(
            [](const FilledCell &cell) { return cell.text.isEmpty() && cell.rowSpan == 1 && cell.columnSpan == 1; });
        std::sort(m_table.cells.begin(), m_table.cells.end(), [](const FilledCell &one, const FilledCell &other) {
            return std::pair(one.row, one.column) < std::pair(other.row, other.column);
        });
        m_file.tables.append(m_table);
    }

    void add(int column, const QString &text, int rowSpan = 1, int columnSpan = 1)
    {
        m_table.cells.append({m_row, column, rowSpan, columnSpan, text, false, false});
    }

    QString label(const QString &text) const
    {
        if (m_noise != Noise::LetterSpaced)
            return text;
        QString spaced;
        for (const QChar letter : text)
            spaced += QString(letter) + (spaced.size() % 7 == 6 ? u'\n' : u' ');
        return spaced;
    }

    // The repeating columns stand under their label; where they are not neighbours the header is flat.
    void addHeader()
    {
        int from = -1;
        int to = -1;
        for (int at = 0; at < m_columns.size(); ++at) {
            if (m_columns[at].repeating) {
                from = from < 0 ? at : from;
                to = at;
            }
        }
        const bool isFlat = m_isFlat || from < 0;
        for (int at = 0; at < m_columns.size(); ++at) {
            if (isFlat || !m_columns[at].repeating)
                add(at, label(m_columns[at].label), isFlat ? 1 : 2);
        }
        if (m_noise == Noise::ColumnExtra)
            add(width() - 1, QStringLiteral("联系电话"), isFlat ? 1 : 2);
        if (!isFlat) {
            add(from, label(m_form.table()->repeatingGroupLabel), 1, to - from + 1);
            ++m_row;
            for (int at = from; at <= to; ++at)
                add(at, label(m_columns[at].label));
        }
        ++m_row;
    }

    void addRows()
    {
        for (int number = 0; number < m_answer.rows.size(); ++number) {
            const auto rows = static_cast<int>(m_answer.rows.size());
            const bool isCut = number == rows / 3 || (number == 2 * rows / 3 && number != rows / 3);
            if (number > 0 && isCut && (m_noise == Noise::CutInThree || m_noise == Noise::CutBare)) {
                end();
                begin();
                if (m_noise == Noise::CutInThree)
                    addHeader();
            }
            if (number > 0 && number % 4 == 0 && m_noise == Noise::HeaderRepeated)
                addHeader();
            if (number % 5 == 0 && m_noise == Noise::Categories) {
                add(0, QStringLiteral("（一）第%1批").arg(number), 1, width());
                ++m_row;
            }
            addRow(m_answer.rows[number], number);
        }
    }

    void addRow(const Row &row, int number)
    {
        const int lines = std::max(1, static_cast<int>(row.entries.size()));
        for (int line = 0; line < lines; ++line, ++m_row) {
            for (int at = 0; at < m_columns.size(); ++at) {
                const Column &column = m_columns[at];
                const int span = m_noise == Noise::NotMerged ? 1 : lines;
                if (column.repeating)
                    add(at, filled(row.entries.value(line).value(column.id)));
                else if (line > 0)
                    continue;
                else if (column.serial)
                    addSerial(at, number, span);
                else
                    add(at, filled(row.cells.value(column.id)), span);
            }
            if (m_noise == Noise::ColumnExtra && line == 0)
                add(width() - 1, QStringLiteral("0851-1%1").arg(number), lines);
        }
    }

    void addSerial(int at, int number, int span)
    {
        if (m_noise != Noise::SerialMerged) {
            add(at, numberAs(number + 1, m_noise), span);
            return;
        }
        if (number % 2 == 0) {
            const auto next = static_cast<int>(m_answer.rows.value(number + 1).entries.size());
            const bool isLast = number + 1 == m_answer.rows.size();
            add(at, QString::number(number / 2 + 1), span + (isLast ? 0 : std::max(1, next)));
        }
    }

    QString filled(const QString &text) const
    {
        return text.isEmpty() && m_noise == Noise::Fillers ? QString(3, QChar(0x3000)) : text;
    }

    const FormAnswer m_answer;
    const QString m_unit;
    const Form &m_form;
    const Noise m_noise;
    Random &m_random;
    QList<Column> m_columns;
    bool m_isFlat = false;
    FilledFile m_file;
    FilledTable m_table;
    int m_row = 0;
};

} // namespace

const QList<Noise> &allNoise()
{
    static const QList<Noise> all = [] {
        QList<Noise> kinds;
        for (int kind = 0; kind <= static_cast<int>(Noise::HeaderFlat); ++kind)
            kinds.append(static_cast<Noise>(kind));
        return kinds;
    }();
    return all;
}

MadeFile filledTable(const Report &report, const Form &form, Noise noise, Random &random)
{
    return Maker(report, form, noise, random).make();
}

QList<Row> expectedRows(const Report &report, const Form &form, const QList<QString> &columns)
{
    const auto only = [&](Texts texts) {
        texts.removeIf([&](const auto &text) { return !columns.contains(text.key()); });
        return texts;
    };
    QList<Row> rows;
    for (const Row &row : report.forms.value(form.id).rows) {
        Row expected{only(row.cells), {}, {}};
        for (const Entry &entry : row.entries) {
            const Texts texts = only(entry);
            if (!texts.isEmpty())
                expected.entries.append(Entry(texts));
        }
        if (!expected.cells.isEmpty() || !expected.entries.isEmpty())
            rows.append(expected);
    }
    return rows;
}

} // namespace zhibao::test
