// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice/notice.h"
#include "core/text/wordcount.h"

#include <QWidget>

#include <memory>

namespace Ui {
class SummaryHeader;
}

namespace zhibao {

// What stands above the paper: which annex, until when, how long it may be and how long it is.
class SummaryHeader : public QWidget {
    Q_OBJECT
public:
    explicit SummaryHeader(QWidget *parent = nullptr);
    ~SummaryHeader() override;

    void setForm(const Form &form);
    void setToday(QDate today, QDate deadline); // an invalid deadline is none
    // Of the whole form, and of its sections alone, which show their own lengths.
    void setCount(const WordCount &count, int inSections);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showCount();

    std::unique_ptr<Ui::SummaryHeader> m_ui;
    Form m_form;
    int m_limit = 0; // 字数; 0: none
    WordCount m_count;
    int m_inSections = 0;
};

} // namespace zhibao
