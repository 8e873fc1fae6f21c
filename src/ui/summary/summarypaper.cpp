// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/summary/summarypaper.h"

#include "core/text/dates.h"
#include "core/text/wordcount.h"
#include "ui/numbers.h"
#include "ui/summary/datebutton.h"
#include "ui/summary/textfield.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace zhibao {

namespace {

constexpr int bodyCharacters = 36; // a line of text, at the widest
constexpr int leastPaperCharacters = 18;
constexpr int labelCharacters = 3; // of the widest label beside the text
constexpr int paragraphIndent = 2;

QLabel *plainLabel(const QString &text, theme::TextRole role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    theme::setTextRole(label, role);
    return label;
}

} // namespace

SummaryPaper::SummaryPaper(const Form &form, const QString &unit, QDate today, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(theme::space3, theme::space4, theme::space4 + theme::space3, theme::space4);
    m_grid->setHorizontalSpacing(theme::space2);
    m_grid->setVerticalSpacing(theme::space2);
    m_grid->setColumnStretch(1, 1);
    addFields(false);
    const QList<Section> &sections = form.outline()->sections;
    for (int section = 0; section < sections.size(); ++section)
        addSection(sections.at(section), section);
    addFields(true, [&] { addSignature(unit, today); });
    fitWidth();
}

TextField *SummaryPaper::addField(const Place &place, const QString &label)
{
    auto *field = new TextField(this);
    field->setObjectName(place.section >= 0 ? QStringLiteral("section%1").arg(place.section) : place.field);
    field->setAccessibleName(label);
    m_parts.append({place, label, field, nullptr, nullptr});
    return field;
}

void SummaryPaper::addLabel(const QString &label)
{
    auto *caption = plainLabel(label, theme::TextRole::Caption, this);
    // Level with the first line of the text beside it, which is larger and has a margin of its own.
    caption->setContentsMargins(0, theme::space2, 0, 0);
    m_grid->addWidget(caption, m_grid->rowCount(), 0, Qt::AlignTop | Qt::AlignRight);
}

// The single texts before the sections or behind them; the signature stands before the first that follows it.
void SummaryPaper::addFields(bool behind, const std::function<void()> &addSigned)
{
    bool isSigned = !addSigned;
    const auto sign = [&] {
        if (!std::exchange(isSigned, true))
            addSigned();
    };
    for (const OutlineField &one : m_form.outline()->fields) {
        if (one.behind != behind)
            continue;
        if (one.id == field::date || one.id == field::contact)
            sign();
        if (one.id != field::date)
            addOutlineField(one);
    }
    sign();
}

void SummaryPaper::addOutlineField(const OutlineField &one)
{
    const auto labelOr = [&one](const QString &usual) { return one.label.isEmpty() ? usual : one.label; };
    const QString guidance = one.required ? QString() : tr("可不填");
    if (one.id == field::title)
        theme::setTextRole(addLabelled(one.id, labelOr(tr("标题")), Qt::AlignHCenter, 0), theme::TextRole::Title);
    else if (one.id == field::addressee)
        addLabelled(one.id, labelOr(tr("主送")), Qt::AlignLeft, 0);
    else if (one.id == field::opening)
        addLabelled(one.id, labelOr(tr("开头")), Qt::AlignLeft, paragraphIndent)->setGuidance(guidance);
    else if (one.id == field::closing)
        addLabelled(one.id, labelOr(tr("结尾")), Qt::AlignLeft, paragraphIndent)->setGuidance(guidance);
    else if (one.id == field::contact)
        addLabelled(one.id, labelOr(tr("联系人")), Qt::AlignLeft, paragraphIndent)->setGuidance(tr("姓名和电话"));
}

TextField *SummaryPaper::addLabelled(const QString &id, const QString &label, Qt::Alignment alignment, int indent)
{
    TextField *field = addField({m_form.id, id}, label);
    field->setParagraph(alignment, indent);
    addLabel(label);
    m_grid->addWidget(field, m_grid->rowCount() - 1, 1);
    return field;
}

void SummaryPaper::addSection(const Section &section, int index)
{
    auto *heading = plainLabel(section.heading, theme::TextRole::Section, this);
    heading->setWordWrap(true);
    auto *count = plainLabel({}, theme::TextRole::Caption, this);
    count->setAccessibleName(tr("%1的字数").arg(section.heading));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(theme::space1, theme::space2, 0, 0);
    line->setSpacing(theme::space2);
    line->addWidget(heading, 1);
    line->addWidget(count, 0, Qt::AlignBottom);
    m_grid->addLayout(line, m_grid->rowCount(), 1);
    TextField *field = addField({m_form.id, {}, -1, -1, index}, section.heading);
    field->setParagraph(Qt::AlignLeft, paragraphIndent);
    field->setGuidance(section.guidance.isEmpty() ? tr("在此填写") : section.guidance);
    m_parts.last().count = count;
    showCount(m_parts.constLast());
    m_grid->addWidget(field, m_grid->rowCount(), 1);
}

void SummaryPaper::addSignature(const QString &unit, QDate today)
{
    addLabel(tr("落款"));
    auto *name = plainLabel(unit, theme::TextRole::Body, this);
    name->setObjectName(QStringLiteral("unit"));
    name->setWordWrap(true);
    name->setAlignment(Qt::AlignRight);
    name->setContentsMargins(0, theme::space1, theme::space1, 0);
    m_grid->addWidget(name, m_grid->rowCount() - 1, 1);

    const OutlineField *const date = m_form.outline()->field(field::date);
    if (!date)
        return;
    const QString label = date->label.isEmpty() ? tr("日期") : date->label;
    TextField *field = addField({m_form.id, field::date}, label);
    field->setParagraph(Qt::AlignRight, 0);
    field->setOneLine(true);
    field->setGuidance(tr("如 %1").arg(officialDate(today)));
    m_dateButton = new DateButton(this);
    m_dateButton->setStart([field, today] {
        const QDate there = parseDate(field->text());
        return there.isValid() ? there : today;
    });
    connect(m_dateButton, &DateButton::picked, this, &SummaryPaper::datePicked);
    m_dateNote = plainLabel({}, theme::TextRole::Caption, this);
    m_dateNote->setObjectName(QStringLiteral("dateNote"));
    m_dateNote->setAlignment(Qt::AlignRight);
    m_dateNote->setContentsMargins(0, 0, theme::space1, 0);
    m_dateNote->hide();
    addLabel(label);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space1);
    line->addWidget(field, 1);
    line->addWidget(m_dateButton, 0, Qt::AlignTop);
    m_grid->addLayout(line, m_grid->rowCount() - 1, 1);
    m_grid->addWidget(m_dateNote, m_grid->rowCount(), 1);
}

int SummaryPaper::indexOf(const Place &place) const
{
    for (int i = 0; i < m_parts.size(); ++i) {
        if (m_parts.at(i).place == place)
            return i;
    }
    return -1;
}

int SummaryPaper::indexOf(const TextField *field) const
{
    for (int i = 0; i < m_parts.size(); ++i) {
        if (m_parts.at(i).field == field)
            return i;
    }
    return -1;
}

int SummaryPaper::showText(int index, const QString &text)
{
    const Part &part = m_parts.at(index);
    const int changeEnd = part.field->showText(text);
    showCount(part);
    if (part.place.field == field::date)
        showDate(text);
    return changeEnd;
}

void SummaryPaper::showCount(const Part &part)
{
    if (part.count)
        part.count->setText(tr("%1 字").arg(grouped(countWords(part.field->text()).words)));
}

// Beneath a date stands how it will be printed, where that is not how it is written.
void SummaryPaper::showDate(const QString &text)
{
    const QDate date = parseDate(text);
    QString note;
    if (!m_form.outline()->calendarDate)
        return;
    if (!text.isEmpty() && !date.isValid())
        note = tr("⚠ %1将照原样印出。").arg(describeDateFault(text));
    else if (date.isValid() && officialDate(date) != text)
        note = tr("印作 %1").arg(officialDate(date));
    m_dateNote->setText(note);
    m_dateNote->setVisible(!note.isEmpty());
}

void SummaryPaper::setReadOnly(bool readOnly)
{
    for (const Part &part : m_parts) {
        part.field->setReadOnly(readOnly);
        if (readOnly) // text can still be read and copied by keyboard
            part.field->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    if (m_dateButton)
        m_dateButton->setEnabled(!readOnly);
}

void SummaryPaper::showComments(int index, int count, const QString &words)
{
    Part &part = m_parts[index];
    if (count == 0 && !part.comments)
        return;
    if (!part.comments) {
        part.comments = new QToolButton(this);
        part.comments->setObjectName(QStringLiteral("comments %1").arg(part.field->objectName()));
        part.comments->setIcon(theme::icon(QStringLiteral("message")));
        part.comments->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        part.comments->setAutoRaise(true);
        part.comments->setFocusPolicy(Qt::NoFocus); // the key for it is Ctrl+Shift+M in the text itself
        theme::setTextRole(part.comments, theme::TextRole::Caption);
        connect(part.comments, &QToolButton::clicked, this, [this, index] { Q_EMIT commentsPressed(index); });
    }
    part.comments->setText(QString::number(count));
    part.comments->setToolTip(words);
    part.comments->setAccessibleName(tr("%1：%2 条意见").arg(part.label).arg(count));
    part.comments->setVisible(count > 0);
    placeComments();
}

// In the right margin, level with the first line of what they speak of.
void SummaryPaper::placeComments()
{
    for (const Part &part : std::as_const(m_parts)) {
        if (!part.comments || part.comments->isHidden())
            continue;
        const int room = m_grid->contentsMargins().right();
        const QSize size = part.comments->sizeHint().boundedTo(QSize(room, QWIDGETSIZE_MAX));
        part.comments->resize(size);
        part.comments->move(width() - room + (room - size.width()) / 2, part.field->y());
    }
}

bool SummaryPaper::event(QEvent *event)
{
    const bool taken = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        placeComments();
    return taken;
}

void SummaryPaper::leave(int index, int direction)
{
    const int next = index + direction;
    if (next < 0 || next >= m_parts.size())
        return;
    const int column = m_parts.at(index).field->cursorRect().x();
    TextField *field = m_parts.at(next).field;
    const int line = direction > 0 ? theme::space2 : field->viewport()->height() - theme::space2;
    field->setTextCursor(field->cursorForPosition(QPoint(column, line)));
    field->setFocus(Qt::OtherFocusReason);
}

void SummaryPaper::goToHeading(int index, int direction)
{
    for (int next = index + direction; next >= 0 && next < m_parts.size(); next += direction) {
        if (m_parts.at(next).place.section < 0)
            continue;
        m_parts.at(next).field->select(0, 0);
        m_parts.at(next).field->setFocus(Qt::OtherFocusReason);
        return;
    }
}

// Paper is paper all over: a click beside a text goes to the nearest one, to the place in it that is nearest.
void SummaryPaper::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint at = event->position().toPoint();
    const auto distance = [&](const Part &part) {
        const QRect field(part.field->mapTo(this, QPoint()), part.field->size());
        return std::max({field.top() - at.y(), at.y() - field.bottom(), 0});
    };
    const auto nearest = std::min_element(m_parts.cbegin(), m_parts.cend(),
        [&](const Part &one, const Part &other) { return distance(one) < distance(other); });
    TextField *field = nearest->field;
    const QPoint inField = field->viewport()->mapFrom(this, at);
    const QRect text = field->viewport()->rect();
    field->setTextCursor(field->cursorForPosition(
        {std::clamp(inField.x(), text.left(), text.right()), std::clamp(inField.y(), text.top(), text.bottom())}));
    field->setFocus(Qt::MouseFocusReason);
}

void SummaryPaper::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitWidth();
}

void SummaryPaper::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(theme::gridLine(palette()));
    painter.setBrush(palette().base());
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void SummaryPaper::fitWidth()
{
    const QFontMetrics body(theme::bodyFont());
    const int character = body.horizontalAdvance(QChar(0x3000));
    const QMargins margins = m_grid->contentsMargins();
    const int labels = labelCharacters * QFontMetrics(theme::captionFont()).horizontalAdvance(QChar(0x3000));
    const int around = margins.left() + margins.right() + labels + m_grid->horizontalSpacing() + 2 * theme::space1;
    m_grid->setColumnMinimumWidth(0, labels);
    setMinimumWidth(around + leastPaperCharacters * character);
    setMaximumWidth(around + bodyCharacters * character);
}

} // namespace zhibao
