// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/captiondelegate.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDirIterator>
#include <QFile>
#include <QFileDialog>
#include <QFontInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSet>
#include <QSpinBox>
#include <QTest>

#include <catch2/catch.hpp>
#include <memory>

namespace theme_test {

using namespace zhibao;

namespace {

QPalette paletteOf(const QColor &base, const QColor &text, const QColor &highlight)
{
    QPalette palette;
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Window, base);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Highlight, highlight);
    return palette;
}

int inkedPixels(const QImage &image)
{
    int inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            inked += qAlpha(image.pixel(x, y)) > 127 ? 1 : 0;
    }
    return inked;
}

} // namespace

TEST_CASE("what is selected where the keys do not go is grey, and can be read")
{
    const QPalette before = QApplication::palette();
    const QPalette palette = GENERATE(paletteOf(Qt::white, Qt::black, QColor(48, 140, 198)),
        paletteOf(QColor(35, 35, 38), QColor(230, 230, 230), QColor(42, 100, 160)));
    QApplication::setPalette(palette);
    QCoreApplication::processEvents();
    const QPalette shown = QApplication::palette();
    CHECK(shown.color(QPalette::Active, QPalette::Highlight) == palette.color(QPalette::Highlight));
    const QColor resting = shown.color(QPalette::Inactive, QPalette::Highlight);
    CHECK(resting.hsvSaturation() < 20);
    CHECK(theme::contrast(resting, shown.color(QPalette::Base)) >= 1.2);
    CHECK(theme::contrast(resting, shown.color(QPalette::Inactive, QPalette::HighlightedText)) >= 4.5);
    QApplication::setPalette(before);
}

TEST_CASE("the icon and the caption of what is selected where the keys do not go have the colour of its text")
{
    const bool isCaption = GENERATE(false, true);
    QListWidget list;
    if (isCaption) {
        list.setItemDelegate(new CaptionDelegate(&list));
        list.addItem(QString());
        list.item(0)->setData(CaptionDelegate::CaptionRole, QStringLiteral("110000"));
    } else {
        list.addItem(new QListWidgetItem(theme::icon(QStringLiteral("file-text")), QStringLiteral("附件1")));
    }
    list.setCurrentRow(0);
    QLineEdit other;
    for (QWidget *widget : std::initializer_list<QWidget *>{&other, &list})
        widget->show();
    const auto darkest = [&] {
        const QRect row = list.visualItemRect(list.item(0)).adjusted(2, 2, -2, -2); // without the frame of the focus
        const QRect place(row.topLeft(), isCaption ? row.size() : QSize(row.height(), row.height()));
        const QImage seen = list.viewport()->grab(place).toImage();
        int least = 255;
        for (int y = 0; y < seen.height(); ++y) {
            for (int x = 0; x < seen.width(); ++x)
                least = std::min(least, qGray(seen.pixel(x, y)));
        }
        return least;
    };
    const QColor text = list.palette().color(QPalette::Inactive, QPalette::HighlightedText);
    other.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&other));
    CHECK(darkest() < qGray(text.rgb()) + 40);
}

TEST_CASE("a list to choose from lies below its box and scrolls, however long it is")
{
    QComboBox box;
    for (int line = 0; line < 300; ++line)
        box.addItem(QString::number(line));
    box.show();
    box.showPopup();
    CHECK(box.view()->height() <= (box.maxVisibleItems() + 2) * box.view()->sizeHintForRow(0));
    box.hidePopup();
}

TEST_CASE("colours are readable on light, dark and high-contrast palettes")
{
    const QPalette palette = GENERATE(paletteOf(Qt::white, Qt::black, QColor(48, 140, 198)),
        paletteOf(QColor(35, 35, 38), QColor(230, 230, 230), QColor(42, 100, 160)),
        paletteOf(Qt::black, Qt::white, Qt::yellow), paletteOf(Qt::white, Qt::black, Qt::yellow));
    const QColor base = palette.color(QPalette::Base);
    CHECK(theme::contrast(theme::accent(palette), base) >= 4.5);
    CHECK(theme::contrast(theme::amber(palette), base) >= 4.5);
    CHECK(theme::contrast(theme::red(palette), base) >= 4.5);
    CHECK(theme::contrast(theme::green(palette), base) >= 4.5);
    CHECK(theme::contrast(theme::quietText(palette), base) >= 4.5);
    CHECK(theme::contrast(theme::gridLine(palette), base) >= 3.0);
    CHECK(theme::contrast(Qt::white, Qt::black) == Approx(21.0));
}

TEST_CASE("fields, buttons and boxes have outlines, and hints can be read, in every palette")
{
    const QPalette before = QApplication::palette();
    QPalette palette = GENERATE(paletteOf(QColor(239, 239, 239), Qt::black, QColor(48, 140, 198)),
        paletteOf(QColor(35, 35, 38), QColor(230, 230, 230), QColor(42, 100, 160)),
        paletteOf(Qt::black, Qt::white, Qt::yellow));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(role, palette.color(QPalette::Text));
    palette.setColor(QPalette::Button, palette.color(QPalette::Window));
    QApplication::setPalette(palette);
    const QColor ground = palette.color(QPalette::Window);
    QLineEdit line;
    QPushButton button;
    QCheckBox box;
    QScrollBar bar(Qt::Vertical);
    bar.setPageStep(10000); // so that the slider lies where is looked
    QSpinBox number;
    number.setSpecialValueText(QStringLiteral(" ")); // its frame is looked for, not its digits
    QDateTimeEdit time;
    time.setDisplayFormat(QStringLiteral(" "));
    for (QWidget *control :
        {static_cast<QWidget *>(&line), static_cast<QWidget *>(&button), static_cast<QWidget *>(&box),
            static_cast<QWidget *>(&bar), static_cast<QWidget *>(&number), static_cast<QWidget *>(&time)}) {
        control->resize(60, control->sizeHint().height() * (control == &bar ? 2 : 1));
        const QImage image = control->grab().toImage();
        double strongest = 0;
        for (int x = 0; x < 30; ++x)
            strongest = std::max(strongest, theme::contrast(image.pixelColor(x, image.height() / 2), ground));
        CAPTURE(control->metaObject()->className(), ground.name().toStdString());
        CHECK(strongest >= 2.9); // 3, less what the painting rounds away
    }
    QMenu menu;
    menu.addAction(QStringLiteral("加"));
    menu.popup(QPoint());
    const QImage edge = menu.grab().toImage();
    CHECK(theme::contrast(edge.pixelColor(0, edge.height() / 2), ground) >= 2.9);
    CHECK(
        theme::contrast(line.palette().color(QPalette::PlaceholderText), line.palette().color(QPalette::Base)) >= 4.5);
    QApplication::setPalette(before);
}

TEST_CASE("a text or a number with the focus is framed in the accent")
{
    QWidget window;
    QPlainTextEdit text(&window);
    QSpinBox number(&window);
    number.move(0, 200);
    text.resize(100, 60);
    window.show();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    for (QWidget *field : {static_cast<QWidget *>(&text), static_cast<QWidget *>(&number)}) {
        CAPTURE(field->metaObject()->className());
        const auto frame = [field] { return field->grab().toImage().pixel(0, field->height() / 2); };
        field->clearFocus();
        CHECK(frame() != theme::accent(field->palette()).rgb());
        field->setFocus();
        CHECK(frame() == theme::accent(field->palette()).rgb());
    }
}

TEST_CASE("Qt's own words are Chinese: the menu of a text field, the dialog for files")
{
    const QRegularExpression latin(QStringLiteral("[A-Za-z]{3,}"));
    QLineEdit line;
    const std::unique_ptr<QMenu> menu(line.createStandardContextMenu());
    REQUIRE(menu->actions().size() > 4);
    for (const QAction *action : menu->actions()) {
        CAPTURE(action->text().toStdString());
        CHECK_FALSE(action->text().section(u'\t', 0, 0).contains(latin));
    }
    CHECK_FALSE(QFileDialog().labelText(QFileDialog::Reject).contains(latin));
    CHECK_FALSE(QFileDialog().labelText(QFileDialog::FileName).contains(latin));
}

TEST_CASE("the icon of the command in hand is painted in the highlight's text colour")
{
    QMenu menu;
    QAction *action = menu.addAction(theme::icon(QStringLiteral("plus")), QStringLiteral("加"));
    menu.popup(QPoint());
    const auto inkedLike = [&menu, action](const QColor &color) {
        const QRect place = menu.actionGeometry(action).adjusted(4, 4, 0, -4);
        const QImage image = menu.grab(QRect(place.topLeft(), QSize(24, place.height()))).toImage();
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y) {
                if (theme::contrast(image.pixelColor(x, y), color) < 1.05)
                    return true;
            }
        }
        return false;
    };
    const QColor marked = QApplication::palette().color(QPalette::HighlightedText);
    const QColor plain = QApplication::palette().color(QPalette::Text);
    REQUIRE(marked != plain);
    CHECK(inkedLike(plain));
    menu.setActiveAction(action);
    CHECK(inkedLike(marked));
    CHECK_FALSE(inkedLike(plain));
}

TEST_CASE("the program's font writes Chinese in its mainland forms and keeps the type scale")
{
    const QFont body = theme::bodyFont();
    CHECK(body.pointSizeF() >= 10.5);
    CHECK(theme::captionFont().pointSizeF() == Approx(body.pointSizeF() * 12 / 14));
    CHECK(theme::titleFont().pointSizeF() == Approx(body.pointSizeF() * 20 / 14));
    CHECK(body.families().join(u',').contains(QStringLiteral("SC")));

    theme::setTextScale(*qApp, 150);
    CHECK(theme::bodyFont().pointSizeF() == Approx(body.pointSizeF() * 1.5));
    theme::setTextScale(*qApp, 100);
    CHECK(theme::bodyFont().pointSizeF() == Approx(body.pointSizeF()));
}

TEST_CASE("icons take the palette's colour, at every resolution and when disabled")
{
    const QIcon plus = theme::icon(QStringLiteral("plus"));
    const QPixmap once = plus.pixmap(QSize(20, 20), 1.0);
    const QPixmap twice = plus.pixmap(QSize(20, 20), 2.0);
    CHECK(once.size() == QSize(20, 20));
    CHECK(twice.size() == QSize(40, 40));
    CHECK(inkedPixels(once.toImage()) > 20);
    CHECK(inkedPixels(twice.toImage()) > 3 * inkedPixels(once.toImage()));

    const QColor normal = once.toImage().pixelColor(10, 10);
    const QColor disabled = plus.pixmap(QSize(20, 20), 1.0, QIcon::Disabled).toImage().pixelColor(10, 10);
    CHECK(normal.rgb() == QApplication::palette().color(QPalette::Text).rgb());
    CHECK(disabled.rgb() == QApplication::palette().color(QPalette::Disabled, QPalette::Text).rgb());
    CHECK(theme::icon(QStringLiteral("no-such-icon")).isNull());
}

TEST_CASE("every icon that the sources name is shipped, and no other")
{
    // Some names stand in a table or behind a choice: a shipped one counts as named wherever it is quoted.
    QString sources;
    QDirIterator files(
        QStringLiteral(SOURCE_ROOT "/src/ui"), {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        sources += QString::fromUtf8(file.readAll());
    }
    QSet<QString> named;
    static const QRegularExpression call(QStringLiteral("icon\\(\\s*QStringLiteral\\(\"([a-z0-9-]+)\"\\)"));
    auto matches = call.globalMatch(sources);
    while (matches.hasNext())
        named.insert(matches.next().captured(1));
    QSet<QString> shipped;
    QStringList unused;
    for (const QString &file : QDir(QStringLiteral(":/icons")).entryList()) {
        shipped.insert(file.chopped(4));
        if (!sources.contains(u'"' + file.chopped(4) + u'"'))
            unused.append(file);
    }
    CHECK((named - shipped).values().join(u' ').toStdString() == "");
    CHECK(unused.join(u' ').toStdString() == "");

    // And what lies in the folder is what is shipped.
    QStringList lying = QDir(QStringLiteral(SOURCE_ROOT "/resources/icons")).entryList({QStringLiteral("*.svg")});
    for (QString &file : lying)
        file.chop(4);
    CHECK(QSet<QString>(lying.cbegin(), lying.cend()) == shipped);
}

} // namespace theme_test
