// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/headline.h"

class TenantTableModel;

//! The panel in four figures: how many tenants, and how many of them need a look and why.
class TenantHeadline final : public Headline
{
    Q_OBJECT

public:
    //! What the figures count.
    struct Figures
    {
        int tenants = 0;
        int nearLimit = 0; //!< tightest resource at 90 % or more
        int failing = 0; //!< with failed pods
        int unsure = 0; //!< not live
        bool operator==(const Figures &) const = default;
    };

    //! \a tenants must outlive this.
    TenantHeadline(const TenantTableModel *tenants, QWidget *parent);

    [[nodiscard]] static Figures count(const TenantTableModel &tenants);

protected:
    void recount() override;

private:
    const TenantTableModel *m_tenants;
    Figures m_figures;
    HeadlineFigure *m_tenantsFigure;
    HeadlineFigure *m_nearFigure;
    HeadlineFigure *m_failingFigure;
    HeadlineFigure *m_unsureFigure;
};
