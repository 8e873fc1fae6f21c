// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/sealpage.h"

#include "ui/notebar.h"
#include "ui/people/sealpreview.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/office/office.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <cmath>

namespace zhibao {

namespace {

constexpr double usualWidth = 42; // millimetres
constexpr double narrowest = 10;

} // namespace

SealPage::SealPage(Office &office, const Dialogs &dialogs, NoteBar &note, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_dialogs(dialogs)
    , m_note(note)
    , m_preview(new SealPreview(this))
{
    auto *explanation
        = new QLabel(tr("这是打印用的印章图样，不是电子签名，也不能当作电子签章使用。图样由审核人加盖在已批准的报表上，"
                        "每次加盖都记入办理记录。"),
            this);
    explanation->setObjectName(QStringLiteral("sealWords"));
    explanation->setWordWrap(true);
    m_preview->setObjectName(QStringLiteral("sealPreview"));
    m_preview->setAccessibleName(tr("印章图样预览"));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(theme::space4);
    columns->addWidget(m_preview, 0, Qt::AlignTop);
    columns->addWidget(makeControls(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space3, theme::space3, theme::space3, theme::space3);
    layout->setSpacing(theme::space3);
    layout->addWidget(explanation);
    layout->addLayout(columns);
    layout->addStretch(1);
    readStored();
}

QWidget *SealPage::makeControls()
{
    auto *controls = new QWidget(this);
    auto *choose = new QPushButton(tr("选择图片(&C)…"), controls);
    choose->setObjectName(QStringLiteral("chooseSeal"));
    choose->setAutoDefault(false);
    auto *widthLabel = new QLabel(tr("宽度(&W)"), controls);
    m_width = new QDoubleSpinBox(controls);
    m_width->setObjectName(QStringLiteral("sealWidth"));
    m_width->setAccessibleName(tr("印章图样的宽度，毫米"));
    m_width->setRange(narrowest, Session::widestSeal / 10.0);
    m_width->setDecimals(1);
    m_width->setSingleStep(0.5);
    m_width->setSuffix(tr(" 毫米"));
    m_width->setValue(usualWidth);
    // The style's hint forgets that the text of a line has a margin of its own here.
    m_width->setMinimumWidth(m_width->sizeHint().width() + theme::space3);
    widthLabel->setBuddy(m_width);
    auto *limit = new QLabel(
        tr("部门印章直径不超过 %1 毫米（国发〔1999〕25号）；请按印章的实际尺寸填写。").arg(Session::widestSeal / 10),
        controls);
    limit->setWordWrap(true);
    theme::setTextRole(limit, theme::TextRole::Caption);
    m_save = new QPushButton(tr("存入图样(&S)"), controls);
    m_save->setObjectName(QStringLiteral("saveSeal"));
    m_save->setAutoDefault(false);
    m_state = new QLabel(controls);
    m_state->setObjectName(QStringLiteral("sealState"));
    m_state->setWordWrap(true);
    auto *widthRow = new QHBoxLayout;
    widthRow->setSpacing(theme::space2);
    widthRow->addWidget(widthLabel);
    widthRow->addWidget(m_width);
    widthRow->addStretch(1);
    auto *layout = new QVBoxLayout(controls);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space2);
    layout->addWidget(choose, 0, Qt::AlignLeft);
    layout->addLayout(widthRow);
    layout->addWidget(limit);
    layout->addWidget(m_save, 0, Qt::AlignLeft);
    layout->addWidget(m_state);
    layout->addStretch(1);
    connect(choose, &QPushButton::clicked, this, &SealPage::choose);
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &SealPage::showPicture);
    connect(m_save, &QPushButton::clicked, this, &SealPage::save);
    return controls;
}

void SealPage::readStored()
{
    const Result<std::optional<Session::SealPicture>> stored = m_office.session().sealPicture();
    if (!stored) {
        m_note.tell(NoteBar::Kind::Problem, describe(stored.error()));
    } else if (*stored) {
        m_storedPng = m_png = (*stored)->png;
        m_storedWidth = (*stored)->width;
        m_width->setValue(m_storedWidth / 10.0);
    }
    showPicture();
}

void SealPage::choose()
{
    const QString path = m_dialogs.openFile(this, tr("印章图样"), tr("图片 (*.png *.jpg *.jpeg *.bmp *.gif)"));
    if (path.isEmpty())
        return;
    const Result<QByteArray> png = Session::readSealPicture(path);
    if (!png) {
        m_note.tell(NoteBar::Kind::Problem, describe(png.error()));
        return;
    }
    m_note.hide();
    m_png = *png;
    showPicture();
}

void SealPage::save()
{
    const int width = static_cast<int>(std::lround(m_width->value() * 10));
    if (const Result<void> set = m_office.session().setSealPicture(Session::SealPicture{m_png, width}); !set) {
        m_note.tell(NoteBar::Kind::Problem, describe(set.error()));
        return;
    }
    m_note.hide();
    m_storedPng = m_png;
    m_storedWidth = width;
    showPicture();
}

void SealPage::showPicture()
{
    const int width = static_cast<int>(std::lround(m_width->value() * 10));
    m_preview->show(QImage::fromData(m_png, "PNG"), width);
    const bool stored = m_png == m_storedPng && width == m_storedWidth;
    m_save->setEnabled(!m_png.isEmpty() && !stored && !m_office.readOnlyReason());
    m_state->setText(m_png.isEmpty() ? tr("背景透明的 PNG 图片效果最好。")
            : stored                 ? tr("已存入。")
                                     : tr("尚未存入。"));
}

} // namespace zhibao
