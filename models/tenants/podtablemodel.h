// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/recordtablemodel.h"
#include "models/tenants/tenant.h"

//! The pods of one tenant.
class PodTableModel final : public RecordTableModel<Pod>
{
    Q_OBJECT

public:
    explicit PodTableModel(QObject *parent = nullptr);

    [[nodiscard]] Freshness rowFreshness(int row) const override;

protected:
    [[nodiscard]] QString keyOf(const Pod &pod) const override;
};
