// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/findinglist.h"

#include "ui/theme.h"
#include "workspace/describe/describe.h"

namespace zhibao {

namespace {

QIcon iconOf(FindingLevel level)
{
    switch (level) {
    case FindingLevel::Error:
        return theme::icon(QStringLiteral("alert-circle"));
    case FindingLevel::Warning:
        return theme::icon(QStringLiteral("alert-triangle"));
    case FindingLevel::Hint:
        break;
    }
    return theme::icon(QStringLiteral("info-circle"));
}

} // namespace

void FindingList::setFindings(const QList<Finding> &findings, const Notice &notice)
{
    if (findings == m_findings && notice.number == m_notice.number)
        return; // keeps the selection while one types elsewhere
    beginResetModel();
    m_findings = findings;
    m_notice = notice;
    endResetModel();
}

int FindingList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

QVariant FindingList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Finding &finding = m_findings.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return describe(finding);
    case Qt::DecorationRole:
        return iconOf(finding.level);
    case Qt::AccessibleTextRole:
        return tr("%1，%2：%3").arg(describe(finding.level), describePlace(m_notice, finding.place), describe(finding));
    case LevelRole:
        return static_cast<int>(finding.level);
    case LevelWordRole:
        return describe(finding.level);
    case PlaceRole:
        return describePlace(m_notice, finding.place);
    default:
        return {};
    }
}

} // namespace zhibao
