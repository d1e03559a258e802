// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/recordtablemodel.h"
#include "models/incidents/incident.h"

//! An incident as a row.
struct IncidentRow
{
    Incident incident;
    Condition state; //!< open or ended
    std::optional<qlonglong> entries; //!< of its timeline; empty: not read yet
    QDateTime last; //!< UTC: of the latest entry

    bool operator==(const IncidentRow &) const = default;
};

//! The incidents of this user.
class IncidentTableModel final : public RecordTableModel<IncidentRow>
{
    Q_OBJECT

public:
    explicit IncidentTableModel(QObject *parent = nullptr);

    //! What is kept here does not grow old.
    [[nodiscard]] Freshness rowFreshness(int row) const override;

protected:
    [[nodiscard]] QString keyOf(const IncidentRow &row) const override { return row.incident.id; }
};
