// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/recordtablemodel.h"
#include "models/tenants/tenant.h"

//! Every quota key of one tenant.
class QuotaTableModel final : public RecordTableModel<QuotaLine>
{
    Q_OBJECT

public:
    explicit QuotaTableModel(QObject *parent = nullptr);

    [[nodiscard]] Freshness rowFreshness(int row) const override;
    [[nodiscard]] CellKind cellKind(int row, int column) const override;

protected:
    [[nodiscard]] QString keyOf(const QuotaLine &line) const override;
};
