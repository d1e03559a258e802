// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tenants/tenantheadline.h"

#include "models/tenants/tenanttablemodel.h"
#include "views/common/headlinefigure.h"
#include "views/common/sign.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

TenantHeadline::TenantHeadline(const TenantTableModel *tenants, QWidget *parent) : QFrame(parent), m_tenants(tenants)
{
    setObjectName(u"headlineFigures"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(24);
    const auto add = [this, layout](const QString &name, const QString &caption) {
        auto *figure = new HeadlineFigure(name, caption, this);
        layout->addWidget(figure);
        return figure;
    };
    m_tenantsFigure = add(u"tenantCount"_s, tr("tenants"));
    m_nearFigure = add(u"nearLimitCount"_s, tr("at 90 % of a limit or more"));
    m_failingFigure = add(u"failingCount"_s, tr("with failed pods"));
    m_unsureFigure = add(u"unsureCount"_s, tr("not live"));
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

void TenantHeadline::refresh()
{
    m_figures = count(*m_tenants);
    m_tenantsFigure->setValue(m_figures.tenants, m_known, {});
    m_nearFigure->setValue(m_figures.nearLimit, m_known, {::Shape::Triangle, Token::Warning});
    m_failingFigure->setValue(m_figures.failing, m_known, {::Shape::Diamond, Token::Critical});
    m_unsureFigure->setValue(m_figures.unsure, m_known, {::Shape::HatchedRing, Token::Unknown});
    Q_EMIT figuresChanged();
}
