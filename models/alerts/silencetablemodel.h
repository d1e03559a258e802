// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/silence.h"
#include "models/common/recordtablemodel.h"

//! Silences and claims of all Alertmanagers. Column ids: state, matchers, alerts, created_by, comment, starts, ends,
//! claim, server, id, freshness.
class SilenceTableModel final : public RecordTableModel<Silence>
{
    Q_OBJECT

public:
    explicit SilenceTableModel(QObject *parent = nullptr);

    [[nodiscard]] Freshness rowFreshness(int row) const override { return at(row).freshness; }

protected:
    [[nodiscard]] QString keyOf(const Silence &silence) const override { return silence.key; }
    [[nodiscard]] QString cellTooltip(int row, int column) const override;
};
