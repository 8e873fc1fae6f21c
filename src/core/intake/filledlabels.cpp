// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/intake/filledlabels.h"

#include "core/text/numbering.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

namespace zhibao {

namespace {

// So long that they are known wherever they end.
const QStringList &plainLabels()
{
    static const QStringList labels{QStringLiteral("填报单位"), QStringLiteral("填报部门"), QStringLiteral("填表单位"),
        QStringLiteral("报送单位"), QStringLiteral("上报单位"), QStringLiteral("申报单位"), QStringLiteral("单位名称"),
        QStringLiteral("学院名称"), QStringLiteral("单位负责人"), QStringLiteral("填表人"), QStringLiteral("填报人"),
        QStringLiteral("制表人"), QStringLiteral("联系人及电话"), QStringLiteral("联系人及联系电话"),
        QStringLiteral("联系人"), QStringLiteral("经办人"), QStringLiteral("审核人"), QStringLiteral("负责人"),
        QStringLiteral("分管领导"), QStringLiteral("联系电话"), QStringLiteral("电子邮箱"), QStringLiteral("填报日期"),
        QStringLiteral("填报时间"), QStringLiteral("填表日期"), QStringLiteral("填表时间"), QStringLiteral("制表日期"),
        QStringLiteral("报送日期"), QStringLiteral("报送时间"), QStringLiteral("上报日期"), QStringLiteral("上报时间"),
        QStringLiteral("邮政编码")};
    return labels;
}

// Ends of many other words: nothing may stand before them.
const QStringList &shortLabels()
{
    static const QStringList labels{QStringLiteral("单位"), QStringLiteral("部门"), QStringLiteral("科室"),
        QStringLiteral("电话"), QStringLiteral("手机"), QStringLiteral("传真"), QStringLiteral("邮箱"),
        QStringLiteral("日期"), QStringLiteral("时间"), QStringLiteral("年度"), QStringLiteral("年份"),
        QStringLiteral("姓名"), QStringLiteral("职务"), QStringLiteral("地址"), QStringLiteral("邮编"),
        QStringLiteral("品名")};
    return labels;
}

bool isColon(QChar c)
{
    return isIn(c, u"：:︰");
}

// White space, and the lines that blanks on paper are.
bool isFiller(QChar c)
{
    return c.isSpace() || isIn(c, u"_＿");
}

QString withoutFillers(QStringView text)
{
    const auto first = std::find_if_not(text.cbegin(), text.cend(), isFiller);
    const auto last = std::find_if_not(text.crbegin(), text.crend(), isFiller).base();
    return first < last ? text.mid(first - text.cbegin(), last - first).toString() : QString();
}

// The characters of a text without white space, and where they stand in it.
struct Compact {
    QString text;
    QList<qsizetype> places;

    explicit Compact(QStringView spaced)
    {
        for (qsizetype i = 0; i < spaced.size(); ++i) {
            if (!spaced[i].isSpace()) {
                text += spaced[i];
                places.append(i);
            }
        }
    }

    // Without （盖章） and the like at the end.
    void dropBracket()
    {
        const bool isBracketed = text.endsWith(u'）') || text.endsWith(u')');
        const qsizetype open = std::max(text.lastIndexOf(u'（'), text.lastIndexOf(u'('));
        if (isBracketed && open >= 0 && text.size() - open <= 12)
            text.truncate(open);
    }
};

struct EndingLabel {
    QString label;
    qsizetype start = 0; // in the text
};

// The label that a text ends with.
std::optional<EndingLabel> labelAtEnd(QStringView spaced)
{
    Compact compact(spaced);
    compact.dropBracket();
    QString found;
    for (const QString &label : plainLabels()) {
        if (compact.text.endsWith(label) && label.size() > found.size())
            found = label;
    }
    for (const QString &label : shortLabels()) {
        if (!found.isEmpty() || !compact.text.endsWith(label))
            continue;
        const qsizetype at = compact.places[compact.text.size() - label.size()];
        if (at == 0 || isFiller(spaced[at - 1]))
            found = label;
    }
    if (found.isEmpty())
        return std::nullopt;
    return EndingLabel{found, compact.places[compact.text.size() - found.size()]};
}

// The label that a text is as a whole, with a colon or without.
QString labelAlone(const QString &text)
{
    QStringView rest(text);
    while (!rest.isEmpty() && (isColon(rest.back()) || rest.back().isSpace()))
        rest.chop(1);
    const std::optional<EndingLabel> label = labelAtEnd(rest);
    return label && withoutFillers(rest.left(label->start)).isEmpty() ? label->label : QString();
}

// A date, filled or not, that stands behind the last value without a label of its own.
void partDate(QList<FilledLabel> &labels)
{
    static const QRegularExpression date(
        QStringLiteral("(?:^|\\s)(\\d{0,4}\\s*年\\s*\\d{0,2}\\s*月\\s*\\d{0,2}\\s*日)$"));
    FilledLabel &last = labels.last();
    const QRegularExpressionMatch match = date.match(last.value);
    if (!match.hasMatch() || last.label.endsWith(QStringLiteral("日期")) || last.label.endsWith(QStringLiteral("时间")))
        return;
    const QString found = match.captured(1);
    const bool isFilled = std::any_of(found.cbegin(), found.cend(), [](QChar c) { return c.isDigit(); });
    const FilledPlace place = last.place;
    last.value = withoutFillers(QStringView(last.value).left(match.capturedStart()));
    labels.append({QStringLiteral("日期"), isFilled ? found : QString(), place});
}

// Where the last word of a text begins, behind a blank.
qsizetype wordStart(QStringView text)
{
    const auto blank = std::find_if(text.crbegin(), text.crend(), isFiller);
    return text.size() - (blank - text.crbegin());
}

// Every label with a colon in a line, with what follows it.
void addLabelsIn(QStringView line, const FilledPlace &place, QList<FilledLabel> &labels)
{
    // Sentences are no forms; what a label and its value take is short.
    constexpr qsizetype longestLine = 400;
    qsizetype valueStart = -1;
    qsizetype from = 0;
    const auto endValue = [&](qsizetype end) {
        if (valueStart >= 0)
            labels.last().value = withoutFillers(line.mid(valueStart, end - valueStart));
    };
    for (qsizetype i = 0; i < line.size() && line.size() <= longestLine; ++i) {
        if (!isColon(line[i]))
            continue;
        const std::optional<EndingLabel> label = labelAtEnd(line.mid(from, i - from));
        if (!label) {
            // A label that nobody knows ends the value before it all the same.
            const qsizetype word = wordStart(line.left(i));
            if (word > from && valueStart >= 0) {
                endValue(word);
                valueStart = -1;
            }
            continue;
        }
        endValue(from + label->start);
        labels.append({label->label, {}, place});
        from = valueStart = i + 1;
    }
    endValue(line.size());
    if (valueStart >= 0)
        partDate(labels);
}

void addLabelsOf(const QString &text, const FilledPlace &place, QList<FilledLabel> &labels)
{
    for (const QStringView line : QStringView(text).split(u'\n'))
        addLabelsIn(line, place, labels);
}

// The labels of a table's cells, which look at their neighbours.
class CellLabels {
public:
    CellLabels(const FilledTable &table, int index, QList<FilledLabel> &labels)
        : m_table(table)
        , m_index(index)
        , m_labels(labels)
    {
    }

    void add()
    {
        for (const FilledCell &cell : m_table.cells) {
            if (cell.row != m_row)
                beginRow(cell);
            addOf(cell);
            m_end = cell.column + cell.columnSpan;
            ++m_at;
        }
    }

private:
    void beginRow(const FilledCell &cell)
    {
        m_row = cell.row;
        m_end = 0;
        m_isAfterValue = true;
    }

    void addOf(const FilledCell &cell)
    {
        const bool mayBegin = m_isAfterValue || cell.column > m_end;
        m_isAfterValue = std::exchange(m_isValueNext, false);
        if (m_isAfterValue)
            return;
        const qsizetype before = m_labels.size();
        addLabelsOf(cell.text, placeOf(cell), m_labels);
        const bool isOpen = m_labels.size() > before && m_labels.constLast().value.isEmpty();
        const QString alone = m_labels.size() > before || !mayBegin ? QString() : labelAlone(cell.text);
        if (!isOpen && alone.isEmpty())
            return;
        const FilledCell *const next = neighbour(cell);
        if (!isOpen && isHeader(cell))
            return;
        const bool isNextLabel = next && (!labelAlone(next->text).isEmpty() || hasLabel(next->text));
        if (!isOpen && isNextLabel)
            return;
        if (!isOpen)
            m_labels.append({alone, {}, placeOf(cell)});
        if (next && !isNextLabel) {
            m_labels.last().value = withoutFillers(next->text);
            m_labels.last().place = placeOf(*next);
            m_isValueNext = true;
        }
    }

    FilledPlace placeOf(const FilledCell &cell) const { return {m_index, cell.row, cell.column, -1, {}}; }

    static bool hasLabel(const QString &text)
    {
        QList<FilledLabel> labels;
        addLabelsOf(text, {}, labels);
        return !labels.isEmpty();
    }

    // What stands under it is no label: the column's texts.
    bool isHeader(const FilledCell &cell) const
    {
        const std::pair below(cell.row + cell.rowSpan, cell.column);
        const auto found = std::lower_bound(m_table.cells.cbegin() + m_at, m_table.cells.cend(), below,
            [](const FilledCell &other, const std::pair<int, int> &place) {
                return std::pair(other.row, other.column) < place;
            });
        return found != m_table.cells.cend() && std::pair(found->row, found->column) == below
            && labelAlone(found->text).isEmpty() && !hasLabel(found->text);
    }

    // The one directly to the right.
    const FilledCell *neighbour(const FilledCell &cell) const
    {
        const FilledCell *const next = m_at + 1 < m_table.cells.size() ? &m_table.cells[m_at + 1] : nullptr;
        return next && next->row == cell.row && next->column == cell.column + cell.columnSpan ? next : nullptr;
    }

    const FilledTable &m_table;
    int m_index = 0;
    QList<FilledLabel> &m_labels;
    qsizetype m_at = 0;
    int m_row = -1;
    int m_end = 0; // of the cell before
    bool m_isAfterValue = true; // a label may stand here
    bool m_isValueNext = false;
};

} // namespace

QList<FilledLabel> filledLabels(const FilledFile &file)
{
    QList<FilledLabel> labels;
    for (qsizetype i = 0; i < file.paragraphs.size(); ++i)
        addLabelsOf(file.paragraphs[i].text, {-1, -1, -1, static_cast<int>(i), {}}, labels);
    for (qsizetype i = 0; i < file.tables.size(); ++i)
        CellLabels(file.tables[i], static_cast<int>(i), labels).add();
    return labels;
}

} // namespace zhibao
