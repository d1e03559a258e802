// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tenants/tenantheadline.h"

#include "models/common/format.h"
#include "models/tenants/tenanttablemodel.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

TenantHeadline::TenantHeadline(const TenantTableModel *tenants, QWidget *parent) : QFrame(parent), m_tenants(tenants)
{
    setObjectName(u"headlineFigures"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(24);
    m_tenantsBlock = addBlock(u"tenantCount"_s, tr("tenants"));
    m_nearBlock = addBlock(u"nearLimitCount"_s, tr("at 90 % of a limit or more"));
    m_failingBlock = addBlock(u"failingCount"_s, tr("with failed pods"));
    m_unsureBlock = addBlock(u"unsureCount"_s, tr("not live"));
    layout->addStretch();
    for (const auto signal : {&TenantTableModel::rowsInserted, &TenantTableModel::rowsRemoved})
        connect(tenants, signal, this, &TenantHeadline::refresh);
    connect(tenants, &TenantTableModel::dataChanged, this, &TenantHeadline::refresh);
    connect(tenants, &TenantTableModel::modelReset, this, &TenantHeadline::refresh);
    refresh();
}

TenantHeadline::Figures TenantHeadline::count(const TenantTableModel &tenants)
{
    Figures figures;
    figures.tenants = tenants.rowCount();
    for (int row = 0; row < figures.tenants; ++row) {
        const Tenant &tenant = tenants.at(row);
        figures.nearLimit += tenant.tightestPercent.value_or(0) >= 90 ? 1 : 0;
        figures.failing += tenant.podsFailed.value_or(0) > 0 ? 1 : 0;
        figures.unsure += tenant.freshness.state != Freshness::State::Live ? 1 : 0;
    }
    return figures;
}

void TenantHeadline::setKnown(bool known)
{
    if (m_known == known)
        return;
    m_known = known;
    refresh();
}

TenantHeadline::Block TenantHeadline::addBlock(const QString &name, const QString &caption)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const Block block{new SignWidget({}, 10, row),
        PlainText::create({}, Typography::figures(Typography::headline()), QPalette::Text, row),
        PlainText::create(caption, Typography::secondary(), QPalette::PlaceholderText, row)};
    block.figure->setObjectName(name);
    layout->addWidget(block.sign);
    layout->addWidget(block.figure);
    layout->addWidget(block.caption);
    this->layout()->addWidget(row);
    return block;
}

void TenantHeadline::refresh()
{
    m_figures = count(*m_tenants);
    fill(m_tenantsBlock, m_figures.tenants, {});
    fill(m_nearBlock, m_figures.nearLimit, {::Shape::Triangle, Token::Warning});
    fill(m_failingBlock, m_figures.failing, {::Shape::Diamond, Token::Critical});
    fill(m_unsureBlock, m_figures.unsure, {::Shape::HatchedRing, Token::Unknown});
    Q_EMIT figuresChanged();
}

void TenantHeadline::fill(const Block &block, int value, const Sign &signWhenAny)
{
    block.sign->setSign(value > 0 ? signWhenAny : Sign());
    block.sign->setVisible(value > 0 && signWhenAny.shape != ::Shape::None);
    block.figure->setText(m_known ? Format::count(value) : Format::unknown());
    block.figure->setFont(Typography::figures(m_known ? Typography::headline() : Typography::body()));
    block.figure->setForegroundRole(value > 0 ? QPalette::Text : QPalette::PlaceholderText);
    block.figure->setAccessibleName(block.caption->text());
    block.figure->setAccessibleDescription(block.figure->text());
}
