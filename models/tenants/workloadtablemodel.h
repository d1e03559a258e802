// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/recordtablemodel.h"
#include "models/tenants/tenant.h"

//! The workloads of one tenant.
class WorkloadTableModel final : public RecordTableModel<Workload>
{
    Q_OBJECT

public:
    explicit WorkloadTableModel(QObject *parent = nullptr);

    [[nodiscard]] Freshness rowFreshness(int row) const override;

protected:
    [[nodiscard]] QString keyOf(const Workload &workload) const override;
};
