// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/recordtablemodel.h"
#include "models/slo/slo.h"

//! The SLOs of all servers, a row for each.
class SloTableModel final : public RecordTableModel<Slo>
{
    Q_OBJECT

public:
    //! QList<float>: what the trend's cell draws.
    static constexpr int TrendRole = TableModel::KindRole + 1;

    explicit SloTableModel(QObject *parent = nullptr);

    [[nodiscard]] Freshness rowFreshness(int row) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    //! The windows that have a column of their own, ascending.
    [[nodiscard]] static QList<std::chrono::seconds> burnWindows();

protected:
    [[nodiscard]] QString keyOf(const Slo &slo) const override;
    [[nodiscard]] QString cellTooltip(int row, int column) const override;

private:
    [[nodiscard]] QString burnTooltip(const Slo &slo, QLatin1String column) const;
};
