// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/tablemodel.h"
#include "models/pods/podstore.h"

#include <vector>

//! The pods of all clusters, or of one tenant, as rows: an order over the store and nothing else. Rows come at the end
//! and go from where they are; what stays keeps its place.
class PodTableModel final : public TableModel
{
    Q_OBJECT

public:
    enum class Extent {
        All, //!< every pod of the store
        OneTenant, //!< those that setTenant() chooses; columns that say the same in every row are hidden at first
    };

    //! \a store must outlive this.
    PodTableModel(PodStore *store, Extent extent, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] std::span<const ColumnInfo> columns() const override { return m_infos; }
    [[nodiscard]] QVariant value(int row, int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QString key(int row) const override;
    [[nodiscard]] int rowOf(const QString &key) const override;
    [[nodiscard]] Freshness rowFreshness(int row) const override;

    [[nodiscard]] const PodStore &store() const { return *m_store; }
    //! The number of the row's pod in the store.
    [[nodiscard]] quint32 podAt(int row) const { return m_pods[static_cast<size_t>(row)]; }
    [[nodiscard]] Pod at(int row) const;
    [[nodiscard]] PodTrouble trouble(int row) const { return m_store->trouble(podAt(row), m_now); }

    //! For OneTenant; an empty name for none.
    void setTenant(const QString &clusterId, const QString &tenant);
    //! What time it is, in seconds since the epoch: pods that have been pending for long are marked. Costs one look at
    //! each row.
    void setNow(qint64 now);

protected:
    [[nodiscard]] QString cellTooltip(int row, int column) const override;

private:
    struct PodColumn;
    static constexpr size_t maxRanges = 32;

    PodStore *m_store;
    Extent m_extent;
    QString m_clusterId;
    QString m_tenant;
    qint64 m_now = 0;
    std::vector<ColumnInfo> m_infos;
    std::vector<quint32> m_pods; //!< by row
    std::vector<int> m_rows; //!< by pod; -1: not here
    int m_readyColumn = -1;

    [[nodiscard]] static std::span<const PodColumn> podColumns();
    [[nodiscard]] bool belongs(quint32 pod) const;
    [[nodiscard]] int rowOfPod(quint32 pod) const;
    void insertPods(const QList<quint32> &pods);
    void changePods(const QList<quint32> &pods);
    void removePods(const QList<quint32> &pods);
    void removeRowList(std::vector<int> rows);
    void moveToEnd(const std::vector<int> &doomed);
    void renumber(size_t from);
    void refreshCluster(const QString &clusterId);
};
