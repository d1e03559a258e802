// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/recordtablemodel.h"
#include "models/incidents/incident.h"

//! The timeline of one incident as a table.
class IncidentTimelineModel final : public RecordTableModel<TimelineEntry>
{
    Q_OBJECT

public:
    explicit IncidentTimelineModel(QObject *parent = nullptr);

    //! A time is shown as such, not as an age: what happens when is what a timeline tells.
    [[nodiscard]] QString text(int row, int column) const override;

    //! What is kept here does not grow old.
    [[nodiscard]] Freshness rowFreshness(int row) const override;

protected:
    [[nodiscard]] QString keyOf(const TimelineEntry &entry) const override { return entry.key; }
    [[nodiscard]] QString cellTooltip(int row, int column) const override;
};
