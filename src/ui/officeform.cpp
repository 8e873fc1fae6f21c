// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/officeform.h"

#include "ui/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>

namespace zhibao {

namespace {

const QChar separator = u'、'; // stands in no unit's name

} // namespace

OfficeForm::OfficeForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_units(new QLineEdit(this))
    , m_handIn(new QCheckBox(tr("送审(&1)"), this))
    , m_review(new QCheckBox(tr("审核、退回(&2)"), this))
    , m_approve(new QCheckBox(tr("批准、盖章、解锁(&3)"), this))
{
    m_name->setObjectName(QStringLiteral("officeName"));
    m_name->setAccessibleName(tr("对方单位在这里的名称"));
    m_units->setObjectName(QStringLiteral("officeUnits"));
    m_units->setAccessibleName(tr("对方可办理哪些单位的报表"));
    m_units->setToolTip(tr("多个单位用“、”隔开，须与报表的填报单位一字不差"));
    m_handIn->setObjectName(QStringLiteral("mayHandIn"));
    m_review->setObjectName(QStringLiteral("mayReview"));
    m_approve->setObjectName(QStringLiteral("mayApprove"));
    auto *roles = new QHBoxLayout;
    roles->setSpacing(theme::space3);
    for (QCheckBox *const box : {m_handIn, m_review, m_approve})
        roles->addWidget(box);
    roles->addStretch(1);
    auto *lines = new QFormLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setHorizontalSpacing(theme::space2);
    lines->setVerticalSpacing(theme::space2);
    lines->addRow(tr("对方单位(&O)"), m_name);
    lines->addRow(tr("可办理的报表(&U)"), m_units);
    lines->addRow(tr("可办理的事项"), roles);
}

void OfficeForm::setOffice(const OfficeKey &office)
{
    m_office = office;
    m_name->setText(office.name);
    m_units->setText(office.units.join(separator));
    m_handIn->setChecked(office.roles.testFlag(OfficeRole::HandIn));
    m_review->setChecked(office.roles.testFlag(OfficeRole::Review));
    m_approve->setChecked(office.roles.testFlag(OfficeRole::Approve));
}

OfficeKey OfficeForm::office() const
{
    OfficeKey office = m_office;
    office.name = m_name->text();
    office.units = m_units->text().split(separator, Qt::SkipEmptyParts);
    office.roles = {};
    office.roles.setFlag(OfficeRole::HandIn, m_handIn->isChecked());
    office.roles.setFlag(OfficeRole::Review, m_review->isChecked());
    office.roles.setFlag(OfficeRole::Approve, m_approve->isChecked());
    return office;
}

} // namespace zhibao
