// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/recordtablemodel.h"
#include "models/slo/slodetail.h"

//! The pairs of windows that decide about one SLO, with what they show now.
class SloTierTableModel final : public RecordTableModel<SloTier>
{
    Q_OBJECT

public:
    explicit SloTierTableModel(QObject *parent = nullptr);

    //! How sure the figures are is how sure the SLO is.
    void setTiers(const QList<SloTier> &tiers, const Freshness &freshness);
    [[nodiscard]] Freshness rowFreshness(int row) const override;
    [[nodiscard]] QString text(int row, int column) const override;

protected:
    [[nodiscard]] QString keyOf(const SloTier &tier) const override;

private:
    Freshness m_freshness;
};
