// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/helpwindow.h"

#include "ui/theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFile>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <functional>

namespace zhibao {

namespace {

// Lines of text.
constexpr int helpWidth = 44;
constexpr int helpHeight = 34;
constexpr int contentsWidth = 11;

constexpr int topicRole = Qt::UserRole; // its anchor
constexpr int positionRole = Qt::UserRole + 1; // in the text
constexpr double markShare = 0.35; // of the colour that marks what is found

QDialogButtonBox *closeButton(QDialog *dialog)
{
    auto *buttons = new QDialogButtonBox(dialog);
    auto *close = buttons->addButton(QObject::tr("关闭"), QDialogButtonBox::RejectRole);
    close->setAutoDefault(false);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    return buttons;
}

} // namespace

HelpWindow::HelpWindow(QWidget *parent)
    : QDialog(parent)
    , m_contents(new QListWidget(this))
    , m_sought(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_text(new QTextBrowser(this))
{
    setWindowTitle(tr("帮助"));
    readText();
    listContents();
    auto *panes = new QSplitter(this);
    panes->setChildrenCollapsible(false);
    panes->addWidget(m_contents);
    panes->addWidget(makeReader());
    panes->setStretchFactor(1, 1);
    const int em = QFontMetrics(theme::bodyFont()).height();
    panes->setSizes({contentsWidth * em, (helpWidth - contentsWidth) * em});
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(panes, 1);
    layout->addWidget(closeButton(this));
    addKeys();
    resize(QSize(helpWidth * em, helpHeight * em).boundedTo(screen()->availableSize()));
}

void HelpWindow::readText()
{
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setAccessibleName(tr("帮助"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(theme::space3);
    QFile file(QStringLiteral(":/help/help.html"));
    if (file.open(QIODevice::ReadOnly))
        m_text->setHtml(QString::fromUtf8(file.readAll()));
}

// A line for each heading, with where it stands.
void HelpWindow::listContents()
{
    m_contents->setObjectName(QStringLiteral("helpContents"));
    m_contents->setAccessibleName(tr("目录"));
    m_contents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0)
            continue;
        auto *item = new QListWidgetItem(block.text(), m_contents);
        item->setData(positionRole, block.position());
        item->setData(topicRole, block.begin().fragment().charFormat().anchorNames().value(0));
    }
    connect(m_contents, &QListWidget::currentRowChanged, this, &HelpWindow::showSection);
    connect(m_contents, &QListWidget::itemActivated, m_text, qOverload<>(&QWidget::setFocus));
}

QWidget *HelpWindow::makeReader()
{
    auto *reader = new QWidget(this);
    m_sought->setObjectName(QStringLiteral("helpSought"));
    m_sought->setAccessibleName(tr("在帮助中查找"));
    m_sought->setPlaceholderText(tr("在帮助中查找（Ctrl+F）；F3 下一处"));
    m_sought->setClearButtonEnabled(true);
    m_count->setObjectName(QStringLiteral("helpCount"));
    theme::setTextRole(m_count, theme::TextRole::Caption);
    auto *line = new QHBoxLayout;
    line->addWidget(m_sought, 1);
    line->addWidget(m_count);
    auto *layout = new QVBoxLayout(reader);
    layout->setContentsMargins(theme::space2, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_text, 1);
    connect(m_sought, &QLineEdit::textChanged, this, &HelpWindow::search);
    return reader;
}

void HelpWindow::addKeys()
{
    const auto add = [this](const QList<QKeySequence> &keys, const std::function<void()> &run) {
        auto *action = new QAction(this);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
    };
    add({QKeySequence::Find}, [this] {
        m_sought->setFocus();
        m_sought->selectAll();
    });
    add({Qt::Key_F3}, [this] { step(1); });
    add({Qt::SHIFT | Qt::Key_F3}, [this] { step(-1); });
}

void HelpWindow::showTopic(const QString &topic)
{
    show();
    raise();
    activateWindow();
    for (int row = 0; row < m_contents->count(); ++row) {
        if (m_contents->item(row)->data(topicRole).toString() == topic)
            m_contents->setCurrentRow(row);
    }
    showSection(m_contents->currentRow());
    m_text->setFocus();
}

// With the heading at the top.
void HelpWindow::showSection(int row)
{
    if (row >= 0)
        m_text->scrollToAnchor(m_contents->item(row)->data(topicRole).toString());
}

void HelpWindow::search(const QString &sought)
{
    const int here = m_text->cursorForPosition(QPoint()).position();
    m_hits.clear();
    m_hit = -1;
    QTextCursor found(m_text->document());
    while (!sought.isEmpty() && !(found = m_text->document()->find(sought, found)).isNull()) {
        if (m_hit < 0 && found.selectionStart() >= here)
            m_hit = static_cast<int>(m_hits.size());
        m_hits.append(found);
    }
    m_hit = qMax(m_hit, 0);
    showHits(sought.isEmpty() ? QString() : tr("没有找到"));
}

void HelpWindow::step(int by)
{
    if (m_hits.isEmpty()) {
        m_sought->setFocus();
        return;
    }
    const auto count = static_cast<int>(m_hits.size());
    m_hit = (m_hit + by + count) % count;
    showHits({});
}

// All of them marked, the one in hand selected, and its section named in the contents.
void HelpWindow::showHits(const QString &nothing)
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextCharFormat format;
    format.setBackground(theme::mixed(theme::amber(palette()), palette().color(QPalette::Base), markShare));
    for (const QTextCursor &hit : std::as_const(m_hits))
        marks.append({hit, format});
    m_text->setExtraSelections(marks);
    m_count->setText(m_hits.isEmpty() ? nothing : tr("第 %1 处，共 %2 处").arg(m_hit + 1).arg(m_hits.size()));
    if (m_hits.isEmpty())
        return;
    const QTextCursor &hit = m_hits.at(m_hit);
    m_text->setTextCursor(hit);
    const QSignalBlocker quiet(m_contents); // it follows here
    for (int row = 0; row < m_contents->count(); ++row) {
        if (m_contents->item(row)->data(positionRole).toInt() <= hit.position())
            m_contents->setCurrentRow(row);
    }
}

void HelpWindow::keyPressEvent(QKeyEvent *event)
{
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_sought->hasFocus() && enters)
        step(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    else if (event->key() == Qt::Key_Escape && m_sought->hasFocus() && !m_sought->text().isEmpty())
        m_sought->clear();
    else
        QDialog::keyPressEvent(event);
}

AboutWindow::AboutWindow(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("关于质报"));
    auto *name = new QLabel(tr("质报 %1").arg(QStringLiteral(ZHIBAO_VERSION)), this);
    theme::setTextRole(name, theme::TextRole::Title);
    auto *purpose = new QLabel(tr("填写上级通知所要的情况表和工作总结，并按公文格式打印和导出。"
                                  "单机使用，内容只存在本机。")
            + QStringLiteral("\n\n")
            + tr("以 Apache-2.0 许可证发布。图标取自 Tabler Icons（MIT 许可证）；"
                 "使用 Qt、SQLite、HarfBuzz、FreeType、Fontconfig、qpdf、libzip、libsodium、OpenSSL、libqrencode、"
                 "pugixml、dtl 和 spdlog。"),
        this);
    purpose->setWordWrap(true);
    purpose->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space4, theme::space4, theme::space4, theme::space3);
    layout->setSpacing(theme::space3);
    layout->addWidget(name);
    layout->addWidget(purpose, 1);
    layout->addWidget(closeButton(this));
    resize(26 * QFontMetrics(theme::bodyFont()).height(), sizeHint().height());
}

} // namespace zhibao
