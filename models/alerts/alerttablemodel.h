// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert.h"
#include "models/common/recordtablemodel.h"

//! Every alert, one row each. Column ids: state, alertname, severity, tenant, cluster, since, summary, owner, labels,
//! receivers, slo, rollout, claimed_by, runbook, source, freshness. Falling by "state" it is sorted by what hurts.
class AlertTableModel final : public RecordTableModel<Alert>
{
    Q_OBJECT

public:
    explicit AlertTableModel(QObject *parent = nullptr);

    [[nodiscard]] Freshness rowFreshness(int row) const override { return at(row).freshness; }

protected:
    [[nodiscard]] QString keyOf(const Alert &alert) const override { return alert.key; }
    [[nodiscard]] QString cellTooltip(int row, int column) const override;
};
