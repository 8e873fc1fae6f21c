// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/correctionswindow.h"

#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/report/openreport.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace zhibao {

namespace {

// Lines of text.
constexpr int correctionsWidth = 44;
constexpr int correctionsHeight = 26;

constexpr int shownAround = 8; // characters shown on each side of what is corrected
constexpr int correctionRole = Qt::UserRole; // its number

enum CorrectionColumn { Where, Before, After };

QString kindOf(FindingCode code)
{
    switch (code) {
    case FindingCode::HalfWidthPunctuation:
        return CorrectionsWindow::tr("中文之间的半角标点");
    case FindingCode::MarkRun:
        return CorrectionsWindow::tr("连用的标点");
    case FindingCode::NoticeTitleMisquoted:
        return CorrectionsWindow::tr("引用的标题");
    default:
        return CorrectionsWindow::tr("引用的文号");
    }
}

// What stands around the correction, before it and after.
std::pair<QString, QString> wordings(const QString &text, const Correction &correction)
{
    const TextEdit &first = correction.edits.constFirst();
    const TextEdit &last = correction.edits.constLast();
    const qsizetype end = last.offset + last.length;
    const qsizetype paragraph = QStringView(text).left(first.offset).lastIndexOf(u'\n') + 1;
    const qsizetype next = text.indexOf(u'\n', end);
    const qsizetype from = qMax<qsizetype>(paragraph, first.offset - shownAround);
    const qsizetype to = qMin<qsizetype>(next < 0 ? text.size() : next, end + shownAround);
    const QString after = corrected(text, correction.edits);
    return {text.mid(from, to - from), after.mid(from, to - from + after.size() - text.size())};
}

} // namespace

CorrectionsWindow::CorrectionsWindow(OpenReport &open, QWidget *parent)
    : QDialog(parent)
    , m_open(open)
    , m_corrections(correctionsOf(open.findings()))
    , m_message(new QLabel(this))
{
    setWindowTitle(tr("全部改正"));
    auto *explanation = new QLabel(
        tr("这些问题只有一种改法。不想改的去掉勾（空格键）；改正后可用 Ctrl+Z 一次全部撤销。其他问题请逐处修改。"),
        this);
    explanation->setWordWrap(true);
    theme::setTextRole(explanation, theme::TextRole::Caption);
    m_message->setObjectName(QStringLiteral("correctionsMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space3, theme::space3, theme::space3, theme::space3);
    layout->setSpacing(theme::space2);
    layout->addWidget(explanation);
    layout->addWidget(makeTree(), 1);
    layout->addWidget(m_message);
    layout->addWidget(makeButtons());
    const int line = QFontMetrics(theme::bodyFont()).height();
    resize(QSize(correctionsWidth * line, correctionsHeight * line).boundedTo(screen()->availableSize()));
    m_tree->header()->resizeSection(Where, width() * 3 / 10);
    m_tree->header()->resizeSection(Before, width() * 3 / 10);
    showCount();
    m_tree->setFocus();
}

QWidget *CorrectionsWindow::makeTree()
{
    m_tree = new QTreeWidget(this);
    m_tree->setObjectName(QStringLiteral("corrections"));
    m_tree->setAccessibleName(tr("可以改正的问题"));
    m_tree->setHeaderLabels({tr("位置"), tr("现在"), tr("改为")});
    addKinds();
    m_tree->expandAll();
    m_tree->setCurrentItem(m_tree->topLevelItem(0));
    connect(m_tree, &QTreeWidget::itemChanged, this, &CorrectionsWindow::showCount);
    return m_tree;
}

void CorrectionsWindow::addKinds()
{
    QMap<QString, QTreeWidgetItem *> kinds;
    for (int number = 0; number < m_corrections.size(); ++number) {
        QTreeWidgetItem *&kind = kinds[kindOf(m_corrections.at(number).code)];
        if (!kind)
            kind = new QTreeWidgetItem(m_tree);
        kind->addChild(itemOf(number));
    }
    for (auto kind = kinds.cbegin(); kind != kinds.cend(); ++kind) {
        kind.value()->setText(Where, tr("%1（%2 处）").arg(kind.key()).arg(kind.value()->childCount()));
        kind.value()->setFlags(kind.value()->flags() | Qt::ItemIsAutoTristate);
        kind.value()->setFirstColumnSpanned(true);
    }
}

QTreeWidgetItem *CorrectionsWindow::itemOf(int correction) const
{
    const Correction &shown = m_corrections.at(correction);
    const auto [before, after] = wordings(textAt(m_open.report(), shown.place), shown);
    auto *item = new QTreeWidgetItem({describePlace(m_open.notice(), shown.place), before, after});
    for (const int column : {Where, Before, After})
        item->setToolTip(column, item->text(column));
    item->setData(Where, correctionRole, correction);
    item->setData(Where, Qt::AccessibleTextRole, tr("%1，“%2”改为“%3”").arg(item->text(Where), before, after));
    item->setCheckState(Where, Qt::Checked);
    return item;
}

QWidget *CorrectionsWindow::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_apply = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(QStringLiteral("correct"));
    buttons->addButton(tr("取消"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &CorrectionsWindow::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

QList<Correction> CorrectionsWindow::ticked() const
{
    QSet<int> numbers;
    for (QTreeWidgetItemIterator item(m_tree, QTreeWidgetItemIterator::NoChildren); *item; ++item) {
        if ((*item)->checkState(Where) == Qt::Checked)
            numbers.insert((*item)->data(Where, correctionRole).toInt());
    }
    QList<Correction> chosen;
    for (int number = 0; number < m_corrections.size(); ++number) {
        if (numbers.contains(number))
            chosen.append(m_corrections.at(number));
    }
    return chosen;
}

void CorrectionsWindow::showCount()
{
    const qsizetype count = ticked().size();
    m_apply->setText(tr("改正 %1 处(&A)").arg(count));
    m_apply->setEnabled(count > 0);
}

void CorrectionsWindow::apply()
{
    const QList<Correction> chosen = ticked();
    const Result<Report> after = zhibao::corrected(m_open.report(), m_open.notice(), chosen);
    const Result<void> done = after ? m_open.apply(*after, {{}, true}, tr("全部改正")) : Result<void>(after.error());
    if (!done) {
        m_message->setText(describe(done.error()));
        m_message->show();
        return;
    }
    Q_EMIT corrected(tr("已改正 %1 处；可用 Ctrl+Z 一次全部撤销。").arg(chosen.size()));
    accept();
}

} // namespace zhibao
