// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice/notice.h"
#include "core/report/report.h"

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;
class QToolButton;

#include <functional>

namespace zhibao {

class DateButton;
class TextField;

// The sheet of paper: every text of an outline form in print order, the official headings between them.
class SummaryPaper : public QWidget {
    Q_OBJECT
public:
    // `today` is what the calendar opens at while there is no date.
    SummaryPaper(const Form &form, const QString &unit, QDate today, QWidget *parent = nullptr);

    struct Part {
        Place place;
        QString label; // the heading, or the name of the field
        TextField *field = nullptr;
        QLabel *count = nullptr; // 字数, of sections
        QToolButton *comments = nullptr; // at the margin, where there are any
    };
    const QList<Part> &parts() const { return m_parts; }
    int indexOf(const Place &place) const; // -1: none
    int indexOf(const TextField *field) const;

    // Shows the text and what stands beside it: the count, the date's official form. Gives the offset where the
    // change ends; -1: there was none.
    int showText(int index, const QString &text);
    void setReadOnly(bool readOnly);
    // At the margin: the number of open comments (0: no mark), and what they say.
    void showComments(int index, int count, const QString &words);
    // Moves on from the part at `index`, keeping the caret's column; stays at the first and the last.
    void leave(int index, int direction);
    // The next (1) or previous (-1) part with a heading; stays where there is none.
    void goToHeading(int index, int direction);

Q_SIGNALS:
    void datePicked(QDate date);
    void commentsPressed(int index); // of the part

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    TextField *addField(const Place &place, const QString &label);
    TextField *addLabelled(const QString &id, const QString &label, Qt::Alignment alignment, int indent);
    // `addSigned` puts the signature in its place among them.
    void addFields(bool behind, const std::function<void()> &addSigned = {});
    void addOutlineField(const OutlineField &one);
    void addSection(const Section &section, int index);
    void addSignature(const QString &unit, QDate today);
    void addLabel(const QString &label);
    void showCount(const Part &part);
    void showDate(const QString &text);
    void fitWidth();
    void placeComments();

    Form m_form;
    QList<Part> m_parts;
    QGridLayout *m_grid;
    DateButton *m_dateButton = nullptr;
    QLabel *m_dateNote = nullptr;
};

} // namespace zhibao
