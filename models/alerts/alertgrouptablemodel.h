// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alertgroup.h"
#include "models/common/recordtablemodel.h"

//! Groups of alerts. Column ids: worst, group, severity, alerts, open, pending, silenced, inhibited, claimed, oldest,
//! newest, summary, freshness. Falling by "worst" they are sorted by what hurts.
class AlertGroupTableModel final : public RecordTableModel<AlertGroup>
{
    Q_OBJECT

public:
    explicit AlertGroupTableModel(QObject *parent = nullptr);

protected:
    //! Another one for each grouping would lose nothing; "\n" keeps the empty one apart from no row.
    [[nodiscard]] QString keyOf(const AlertGroup &group) const override { return group.key; }
};
