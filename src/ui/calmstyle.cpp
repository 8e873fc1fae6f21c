// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/calmstyle.h"

#include "ui/theme.h"

#include <QDialog>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleOption>
#include <QTextEdit>

namespace zhibao {

namespace {

constexpr double corner = 3;
constexpr int besideText = 6; // pixels

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

// A disabled control is fainter than 3 to 1, as its text is.
QColor outline(const QStyleOption *option)
{
    if (!has(option, QStyle::State_Enabled))
        return theme::mixed(theme::gridLine(option->palette), option->palette.color(QPalette::Window), 0.5);
    return has(option, QStyle::State_HasFocus) ? theme::accent(option->palette) : theme::gridLine(option->palette);
}

void drawBox(QPainter *painter, const QRect &rect, const QColor &line, const QColor &fill, double width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(line, width));
    painter->setBrush(fill);
    const double inset = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), corner, corner);
    painter->restore();
}

void drawFrame(QPainter *painter, const QStyleOption &option, const QColor &line, const QBrush &fill)
{
    painter->save();
    painter->setPen(line);
    painter->setBrush(fill);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

double focusWidth(const QStyleOption *option)
{
    return has(option, QStyle::State_HasFocus) ? 2 : 1;
}

bool isText(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

void drawButton(const QStyleOption *option, QPainter *painter)
{
    const QColor text = option->palette.color(QPalette::ButtonText);
    const QColor ground = option->palette.color(QPalette::Button);
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool over = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool answersEnter = button && button->features.testFlag(QStyleOptionButton::DefaultButton);
    const QColor line
        = answersEnter && has(option, QStyle::State_Enabled) ? theme::accent(option->palette) : outline(option);
    drawBox(painter, option->rect, line,
        theme::mixed(text, ground,
            down       ? 0.16
                : over ? 0.08
                       : 0.02),
        focusWidth(option));
}

void drawCheckBox(const QStyleOption *option, QPainter *painter)
{
    drawBox(painter, option->rect, outline(option), option->palette.color(QPalette::Base), focusWidth(option));
    if (!has(option, QStyle::State_On))
        return;
    const QRectF box(option->rect);
    const auto at = [&box](double x, double y) { return box.topLeft() + QPointF(x * box.width(), y * box.height()); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(
        QPen(option->palette.color(QPalette::Text), box.width() / 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)}));
    painter->restore();
}

} // namespace

CalmStyle::CalmStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

// Outside dialogs Qt lets the space bar alone press a button; here Enter does everywhere.
void CalmStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    auto *button = qobject_cast<QPushButton *>(widget);
    if (button && !qobject_cast<QDialog *>(button->window()))
        button->setAutoDefault(true);
}

int CalmStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    if (hint == SH_Widget_Animation_Duration || hint == SH_EtchDisabledText)
        return 0;
    if (hint == SH_ComboBox_Popup)
        return 0; // a list below the box that scrolls, not one over the whole screen
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
        return theme::iconSize;
    case PM_FocusFrameHMargin: // beside the text of lists
    case PM_HeaderMargin:
        return besideText;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

// Fusion leaves three pixels between a button's words and its edge.
QSize CalmStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (type != CT_PushButton || !button || button->text.isEmpty())
        return size;
    return {qMax(size.width(), contents.width() + 2 * theme::space2 + theme::space1), size.height()};
}

QRect CalmStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? rect.adjusted(theme::space1, 0, -theme::space1, 0) : rect;
}

void CalmStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_FrameLineEdit:
        drawBox(painter, option->rect, outline(option), Qt::transparent, focusWidth(option));
        break;
    case PE_PanelButtonCommand:
        drawButton(option, painter);
        break;
    case PE_IndicatorCheckBox:
        drawCheckBox(option, painter);
        break;
    case PE_Frame: // of texts and lists; these show the focus at the item in hand
        drawFrame(painter, *option, isText(widget) ? outline(option) : theme::gridLine(option->palette), Qt::NoBrush);
        break;
    case PE_PanelMenu:
        drawFrame(painter, *option, theme::gridLine(option->palette), option->palette.base());
        break;
    case PE_FrameGroupBox:
        break; // its title and the space around it say as much
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

// Fusion paints the icon of the command in hand in the ordinary text's colour, on the highlight.
void CalmStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    // Where the keys do not go, what is selected is grey and keeps the colour of its text: an icon does not know that.
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (element == CE_ItemViewItem && item && has(item, State_Selected) && !has(item, State_Active)) {
        QStyleOptionViewItem resting = *item;
        const QPixmap plain = item->icon.pixmap(item->decorationSize, painter->device()->devicePixelRatioF(),
            has(item, State_Enabled) ? QIcon::Normal : QIcon::Disabled);
        resting.icon = QIcon();
        for (const QIcon::Mode mode : {QIcon::Selected, QIcon::Disabled})
            resting.icon.addPixmap(plain, mode);
        QProxyStyle::drawControl(element, &resting, painter, widget);
        return;
    }
    const auto *command = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (element != CE_MenuItem || !command || !has(command, State_Selected) || !has(command, State_Enabled)) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    QStyleOptionMenuItem marked = *command;
    if (!marked.icon.isNull() && !marked.checked) {
        const QSize size(theme::iconSize, theme::iconSize);
        marked.icon = QIcon(marked.icon.pixmap(size, painter->device()->devicePixelRatioF(), QIcon::Selected));
    }
    QProxyStyle::drawControl(element, &marked, painter, widget);
}

void CalmStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (control != CC_ScrollBar) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (control == CC_SpinBox) // Fusion takes its frame from the window's colour, which black swallows
            drawBox(painter, option->rect, outline(option), Qt::transparent, focusWidth(option));
        return;
    }
    const QColor text = option->palette.color(QPalette::Text);
    const QColor base = option->palette.color(QPalette::Base);
    painter->fillRect(option->rect, theme::mixed(text, base, 0.06));
    if (!has(option, State_Enabled))
        return;
    const bool across = has(option, State_Horizontal);
    const bool held = option->activeSubControls.testFlag(SC_ScrollBarSlider)
        && (has(option, State_Sunken) || has(option, State_MouseOver));
    const QRect slider = proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget);
    const QColor fill = held ? theme::quietText(option->palette) : theme::gridLine(option->palette);
    drawBox(painter, slider.adjusted(across ? 0 : 4, across ? 4 : 0, across ? 0 : -4, across ? -4 : 0), fill, fill);
    QStyleOption arrow = *option;
    for (const auto &[part, sign] :
        {std::pair(SC_ScrollBarSubLine, across ? PE_IndicatorArrowLeft : PE_IndicatorArrowUp),
            std::pair(SC_ScrollBarAddLine, across ? PE_IndicatorArrowRight : PE_IndicatorArrowDown)}) {
        arrow.rect = proxy()->subControlRect(control, option, part, widget).adjusted(3, 3, -3, -3);
        proxy()->drawPrimitive(sign, &arrow, painter, widget);
    }
}

} // namespace zhibao
