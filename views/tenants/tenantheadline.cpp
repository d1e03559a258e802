// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tenants/tenantheadline.h"

#include "models/tenants/tenanttablemodel.h"
#include "views/common/headlinefigure.h"
#include "views/common/sign.h"

using namespace Qt::StringLiterals;

TenantHeadline::TenantHeadline(const TenantTableModel *tenants, QWidget *parent)
    : Headline(u"headlineFigures"_s, tenants, std::chrono::milliseconds(0), parent), m_tenants(tenants)
{
    m_tenantsFigure = addFigure(u"tenantCount"_s, tr("tenants"));
    m_nearFigure = addFigure(u"nearLimitCount"_s, tr("at 90 % of a limit or more"));
    m_failingFigure = addFigure(u"failingCount"_s, tr("with failed pods"));
    m_unsureFigure = addFigure(u"unsureCount"_s, tr("not live"));
    begin();
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

void TenantHeadline::recount()
{
    m_figures = count(*m_tenants);
    setFigure(m_tenantsFigure, m_figures.tenants, {});
    setFigure(m_nearFigure, m_figures.nearLimit, {::Shape::Triangle, Token::Warning});
    setFigure(m_failingFigure, m_figures.failing, {::Shape::Diamond, Token::Critical});
    setFigure(m_unsureFigure, m_figures.unsure, {::Shape::HatchedRing, Token::Unknown});
}
