// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice/notice.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace zhibao {

// A running number in any shape: 1 1. 1） （1） ① Ⅰ 一 （一） 一、 第一; 0: none.
int runningNumber(const QString &cell);

// 合计 and its like, however it is spaced.
bool isTotal(const QString &cell);

// The texts of a line that are not blank.
QStringList textsOf(const QStringList &line);

// What a line is that stands around or between the rows of a table and is none.
enum class FormLineKind {
    ColumnNumbers, // 栏次, 甲 乙 1 2 3
    Remark, // 备注：, 注：, the date, the page, the unit's name or the form's title on a line of its own
    Total,
    Label, // 填报单位（盖章）：, 联系人：, 填表人 in a cell of its own
};

// Tells the lines that a form prints around its rows, or that others put there, from the rows.
class FormLines {
public:
    // `unit` is a line of its own where it stands alone.
    FormLines(const Form &form, QString unit);

    // Nothing: it is a row. `line`: its cells.
    std::optional<FormLineKind> kindOf(const QStringList &line) const;
    bool contains(const QStringList &line) const { return kindOf(line).has_value(); }

private:
    bool isOwnLabel(const QString &cell) const;
    bool isLineOfItsOwn(const QString &cell) const;

    QString m_title;
    QString m_unit;
    QStringList m_labels;
};

} // namespace zhibao
