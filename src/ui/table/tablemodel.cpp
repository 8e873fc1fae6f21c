// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/tablemodel.h"

#include "ui/parts/mayedit.h"
#include "ui/parts/placecomments.h"
#include "workspace/describe/describe.h"
#include "workspace/report/openreport.h"

#include <algorithm>

namespace zhibao {

namespace {

bool lacksEntry(const Report &report, const Place &place)
{
    if (place.entry != 0 || place.field.isEmpty())
        return false;
    const QList<Row> rows = report.forms.value(place.form).rows;
    return place.row >= 0 && place.row < rows.size() && rows.at(place.row).entries.isEmpty();
}

} // namespace

Result<void> storeText(OpenReport &open, const Place &place, const QString &text)
{
    if (!lacksEntry(open.report(), place))
        return open.setText(place, text);
    if (text.isEmpty())
        return {};
    return open.insertEntry(place.form, place.row, 0, Texts{{place.field, text}});
}

TableModel::TableModel(OpenReport &open, const Form &form, QObject *parent)
    : QAbstractTableModel(parent)
    , m_open(open)
    , m_form(form)
    , m_table(*form.table())
    , m_comments(new PlaceComments(open, this))
{
    connect(m_comments, &PlaceComments::changed, this, [this] { showAnew({}); });
    connect(&open, &OpenReport::changed, this, &TableModel::take);
    connect(&open, &OpenReport::findingsChanged, this, &TableModel::readFindings);
    reline();
    // Once the page is in sight.
    QMetaObject::invokeMethod(this, &TableModel::readFindings, Qt::QueuedConnection);
}

int TableModel::rows() const
{
    return static_cast<int>(m_firstLines.size());
}

int TableModel::firstLine(int row) const
{
    return row >= 0 && row < rows() ? m_firstLines.at(row) : -1;
}

Place TableModel::place(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const TableLine &line = m_lines.at(index.row());
    const Column &column = m_table.columns.at(index.column());
    Place place;
    place.form = m_form.id;
    place.row = line.row;
    place.field = column.id;
    if (column.repeating)
        place.entry = line.entry;
    return place;
}

QModelIndex TableModel::indexOf(const Place &place) const
{
    const int first = firstLine(place.row);
    if (place.form != m_form.id || first < 0)
        return {};
    const int line = std::clamp(first + std::max(place.entry, 0), first, first + m_lines.at(first).count - 1);
    for (int column = 0; column < m_table.columns.size(); ++column) {
        const Column &candidate = m_table.columns.at(column);
        const bool isMeant = place.field.isEmpty() ? !candidate.serial && candidate.repeating == (place.entry >= 0)
                                                   : candidate.id == place.field;
        if (isMeant)
            return merged(index(line, column));
    }
    return {};
}

QModelIndex TableModel::merged(const QModelIndex &index) const
{
    if (!index.isValid() || m_table.columns.at(index.column()).repeating)
        return index;
    return this->index(m_lines.at(index.row()).first, index.column());
}

Row TableModel::content(int row) const
{
    return m_open.report().forms.value(m_form.id).rows.value(row);
}

QString TableModel::text(const QModelIndex &index) const
{
    return textAt(m_open.report(), place(index));
}

QModelIndexList TableModel::rowCells(int row) const
{
    QModelIndexList cells;
    const int first = firstLine(row);
    if (first < 0)
        return cells;
    const QList<Column> &columns = m_table.columns;
    const auto isRepeating = [](const Column &column) { return column.repeating; };
    const auto group = std::find_if(columns.begin(), columns.end(), isRepeating) - columns.begin();
    for (int column = 0; column < columns.size(); ++column) {
        if (column == group) {
            for (int line = first; line < first + m_lines.at(first).count; ++line) {
                for (int inner = column; inner < columns.size(); ++inner) {
                    if (columns.at(inner).repeating)
                        cells.append(index(line, inner));
                }
            }
        } else if (!columns.at(column).repeating && !columns.at(column).serial) {
            cells.append(index(first, column));
        }
    }
    return cells;
}

QModelIndex TableModel::following(const QModelIndex &index, int step) const
{
    if (!index.isValid())
        return {};
    const int row = m_lines.at(index.row()).row;
    const QModelIndexList cells = rowCells(row);
    const auto next = cells.indexOf(merged(index)) + step;
    if (next >= 0 && next < cells.size())
        return cells.at(next);
    const QModelIndexList neighbours = rowCells(step > 0 ? row + 1 : row - 1);
    if (neighbours.isEmpty())
        return {};
    return step > 0 ? neighbours.first() : neighbours.last();
}

const Finding *TableModel::finding(const QModelIndex &index) const
{
    const auto found = m_findings.constFind({index.row(), index.column()});
    if (found == m_findings.constEnd())
        return nullptr;
    const auto worst = std::min_element(
        found->begin(), found->end(), [](const Finding &one, const Finding &other) { return one.level < other.level; });
    return &*worst;
}

QString TableModel::findingsText(const QModelIndex &index) const
{
    QStringList sentences;
    const QList<Finding> findings = m_findings.value({index.row(), index.column()});
    for (const Finding &finding : findings)
        sentences.append(tr("%1：%2").arg(describe(finding.level), describe(finding)));
    return sentences.join(u'\n');
}

bool TableModel::wantsText(const QModelIndex &index) const
{
    if (!m_table.columns.at(index.column()).required)
        return false;
    return hasPlace(m_open.report(), m_open.notice(), place(index)) && text(index).isEmpty();
}

int TableModel::comments(const QModelIndex &index) const
{
    return column(index.column()).serial ? 0 : m_comments->count(place(index));
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        if (column(index.column()).serial)
            return QString::number(m_lines.at(index.row()).row + 1);
        return text(index);
    case Qt::ToolTipRole: {
        const QStringList words{findingsText(index), m_comments->words(place(index))};
        return words.join(u'\n').trimmed();
    }
    case Qt::AccessibleDescriptionRole:
        return describePlace(m_open.notice(), place(index));
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    const Column &column = m_table.columns.at(section);
    return column.repeating ? tr("%1 %2").arg(m_table.repeatingGroupLabel, column.label) : column.label;
}

bool TableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    return static_cast<bool>(storeText(m_open, place(index), value.toString()));
}

Qt::ItemFlags TableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags shown = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool isText = !column(index.column()).serial && mayEdit(m_open);
    return isText ? shown | Qt::ItemIsEditable : shown;
}

void TableModel::reread()
{
    reline();
    readFindings();
}

void TableModel::take(const Change &change)
{
    if (!change.place.form.isEmpty() && change.place.form != m_form.id)
        return;
    if (change.structure) {
        reline();
        return;
    }
    const QModelIndex changed = change.place.field.isEmpty() ? QModelIndex() : indexOf(change.place);
    if (changed.isValid())
        Q_EMIT dataChanged(changed, changed);
}

// The lines' number is made to fit and all cells are shown anew: unlike a reset this keeps the view's widths, its
// scroll position and the cell in hand.
void TableModel::reline()
{
    QList<TableLine> lines;
    QList<int> firstLines;
    const QList<Row> rows = m_open.report().forms.value(m_form.id).rows;
    for (int row = 0; row < rows.size(); ++row) {
        const int first = static_cast<int>(lines.size());
        const int count = std::max(1, static_cast<int>(rows.at(row).entries.size()));
        firstLines.append(first);
        for (int entry = 0; entry < count; ++entry)
            lines.append(TableLine{row, entry, first, count});
    }
    const auto put = [&] {
        m_lines = lines;
        m_firstLines = firstLines;
        m_findings.clear();
    };
    const int before = rowCount();
    const int after = static_cast<int>(lines.size());
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        put();
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        put();
        endRemoveRows();
    } else {
        put();
    }
    if (after > 0)
        Q_EMIT dataChanged(index(0, 0), index(after - 1, columnCount() - 1));
    Q_EMIT relined();
}

void TableModel::readFindings()
{
    m_findings.clear();
    if (m_open.isOpen()) {
        for (const Finding &finding : m_open.findings()) {
            if (finding.place.form != m_form.id || finding.place.field.isEmpty()
                || finding.code == FindingCode::RequiredEmpty)
                continue;
            const QModelIndex cell = indexOf(finding.place);
            if (cell.isValid())
                m_findings[{cell.row(), cell.column()}].append(finding);
        }
    }
    showAnew({Qt::ToolTipRole});
}

void TableModel::showAnew(const QList<int> &roles)
{
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), roles);
}

} // namespace zhibao
