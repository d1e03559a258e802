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

    //! The key of the row of the group that has this value: a row without a key could not be chosen.
    [[nodiscard]] static QString rowKey(const QString &value) { return value.isEmpty() ? QStringLiteral("\n") : value; }
    [[nodiscard]] Freshness rowFreshness(int row) const override { return at(row).freshness; }

protected:
    [[nodiscard]] QString keyOf(const AlertGroup &group) const override { return rowKey(group.key); }
};
