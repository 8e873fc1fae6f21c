// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/notebar.h"

#include "ui/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QUndoStack>

namespace zhibao {

QColor NoteBar::colorOf(Kind kind, const QPalette &palette)
{
    switch (kind) {
    case Kind::Good:
        return theme::green(palette);
    case Kind::Warning:
        return theme::amber(palette);
    case Kind::Problem:
        return theme::red(palette);
    case Kind::Calm:
        break;
    }
    return theme::accent(palette);
}

QIcon NoteBar::iconOf(Kind kind)
{
    switch (kind) {
    case Kind::Good:
        return theme::icon(QStringLiteral("circle-check"));
    case Kind::Warning:
        return theme::icon(QStringLiteral("alert-triangle"));
    case Kind::Problem:
        return theme::icon(QStringLiteral("alert-circle"));
    case Kind::Calm:
        break;
    }
    return theme::icon(QStringLiteral("info-circle"));
}

NoteBar::NoteBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_line(new QHBoxLayout(this))
    , m_answers(new QHBoxLayout)
    , m_behind(new QToolButton(this))
{
    setAccessibleName(tr("提示"));
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumWidth(8 * QFontMetrics(m_sentence->font()).height()); // on a narrow screen it wraps the more
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);

    m_behind->setObjectName(QStringLiteral("behind"));
    m_behind->setAutoRaise(true);
    m_behind->setFocusPolicy(Qt::StrongFocus);
    m_behind->setToolTip(tr("查看下一条提示"));
    m_behind->setAccessibleName(m_behind->toolTip());
    m_behind->hide();
    connect(m_behind, &QToolButton::clicked, this, &NoteBar::nextWanted);

    auto *close = new QToolButton(this);
    close->setIcon(theme::icon(QStringLiteral("x")));
    close->setAutoRaise(true);
    close->setToolTip(tr("关闭"));
    close->setAccessibleName(tr("关闭提示"));
    connect(close, &QToolButton::clicked, this, &NoteBar::end);
    m_close = close;

    m_line->setContentsMargins(theme::space3, theme::space2, theme::space2, theme::space2);
    m_line->setSpacing(theme::space2);
    m_line->addWidget(m_icon);
    m_line->addWidget(m_sentence, 1);
    m_line->addLayout(m_answers);
    m_line->addWidget(m_behind);
    m_line->addWidget(m_close);
    hide();
}

void NoteBar::tell(Kind kind, const QString &sentence, const QList<Answer> &answers)
{
    disconnect(m_until);
    m_kind = kind;
    m_icon->setPixmap(iconOf(kind).pixmap(theme::iconSize, theme::iconSize));
    m_sentence->setText(sentence);
    setAccessibleDescription(sentence);
    clearAnswers();
    for (const Answer &answer : answers) {
        auto *button = new QPushButton(answer.text, this);
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, [this, run = answer.run] {
            end();
            if (run)
                run();
        });
        m_answers->addWidget(button);
    }
    show();
    update();
    Q_EMIT told();
}

void NoteBar::ask(const QString &sentence, const QList<Answer> &answers, Kind kind)
{
    m_asker = QApplication::focusWidget();
    tell(kind, sentence, answers);
    Q_EMIT frontWanted();
    QWidget *last = m_answers->itemAt(m_answers->count() - 1)->widget();
    last->show(); // what is hidden takes no focus
    last->setFocus(Qt::OtherFocusReason);
}

void NoteBar::endWithNextStep(const QUndoStack &steps)
{
    m_until = connect(&steps, &QUndoStack::indexChanged, this, &NoteBar::end);
}

void NoteBar::end()
{
    if (m_asker && isAncestorOf(QApplication::focusWidget()))
        m_asker->setFocus(Qt::OtherFocusReason);
    m_asker.clear();
    disconnect(m_until);
    hide();
}

QString NoteBar::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
}

void NoteBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void NoteBar::setField(QWidget *field)
{
    m_line->insertWidget(m_line->indexOf(m_answers), field, 1);
}

void NoteBar::setBehind(int others)
{
    m_behind->setText(tr("还有 %1 条").arg(others));
    m_behind->setAccessibleName(tr("还有 %1 条提示，查看下一条").arg(others));
    m_behind->setVisible(others > 0);
}

void NoteBar::takeStep()
{
    m_behind->setFocus(Qt::OtherFocusReason);
}

void NoteBar::clearAnswers()
{
    while (QLayoutItem *item = m_answers->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the sender of the click being handled
        delete item;
    }
}

void NoteBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor color = colorOf(m_kind, palette());
    painter.fillRect(QRect(0, 0, 3, height()), color);
    color.setAlphaF(0.12F);
    painter.fillRect(rect(), color);
}

void NoteBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_close->isHidden())
        end();
    else
        QFrame::keyPressEvent(event);
}

} // namespace zhibao
