// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/recordtablemodel.h"
#include "models/tenants/tenant.h"

//! The tenants of all clusters, a row for each tenant and cluster.
class TenantTableModel final : public RecordTableModel<Tenant>
{
    Q_OBJECT

public:
    explicit TenantTableModel(QObject *parent = nullptr);

    [[nodiscard]] Freshness rowFreshness(int row) const override;

protected:
    [[nodiscard]] QString keyOf(const Tenant &tenant) const override;
    [[nodiscard]] QString cellTooltip(int row, int column) const override;
};
