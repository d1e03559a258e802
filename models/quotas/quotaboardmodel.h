// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/recordtablemodel.h"
#include "models/quotas/clustercapacity.h"
#include "models/quotas/quotacolumns.h"
#include "models/quotas/quotaforecast.h"
#include "models/quotas/quotarow.h"
#include "models/quotas/quotasums.h"

#include <QDeadlineTimer>
#include <QSet>
#include <QTimer>

class TenantStore;

//! The quota board: every tenant in every cluster with used, limit and trend of each quota key, or what they add up to
//! over a tenant's clusters or a cluster's tenants. Does nothing until it is wanted; then what has changed is looked at
//! in slices of a few milliseconds, so that a fleet of ten thousand tenants never holds up the window.
class QuotaBoardModel final : public RecordTableModel<QuotaRow>
{
    Q_OBJECT

public:
    enum class Grouping { TenantInCluster, Tenant, Cluster };

    //! \a store must outlive this.
    explicit QuotaBoardModel(TenantStore *store, QObject *parent = nullptr);

    //! Whether somebody looks. What changes meanwhile is kept for later.
    void setActive(bool active);
    [[nodiscard]] Grouping grouping() const { return m_grouping; }
    void setGrouping(Grouping grouping);
    //! Whether rows have yet to be looked at.
    [[nodiscard]] bool unsettled() const { return !m_queue.isEmpty() || !m_toShow.isEmpty(); }
    //! Does at once what would be done in slices.
    void settle();

    void setForecast(const QString &tenantKey, const QString &resource, const QuotaForecast &forecast);
    void setCapacity(const ClusterCapacity &capacity);
    void removeCapacity(const QString &clusterId);
    [[nodiscard]] std::optional<ClusterCapacity> capacity(const QString &clusterId) const;
    //! What all limits of a key in a cluster add up to, as far as rows have been looked at; empty when there is none.
    [[nodiscard]] std::optional<double> clusterHard(const QString &clusterId, const QString &resource) const;

    //! The quota key of a column with bars; empty for any other.
    [[nodiscard]] QString resourceOf(int column) const;
    //! TenantStore's key of the tenant of a row; empty in a row that adds up.
    [[nodiscard]] QString tenantKeyOf(int row) const;
    //! What a person would type for the limit of a bar; empty when it has none.
    [[nodiscard]] QString amountText(int row, int column) const;
    //! Where what is reserved of a bar is going: base units a day.
    [[nodiscard]] std::optional<double> trend(int row, int column) const;

    [[nodiscard]] std::span<const ColumnInfo> columns() const override { return m_layout.infos(); }
    [[nodiscard]] QVariant value(int row, int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] Freshness rowFreshness(int row) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    //! Limits of a tenant in a cluster can be edited; the editor asks whether they may.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    enum BoardRole {
        TrendRole = FreshnessRole + 100, //!< double, base units a day; invalid when not known
        AmountRole, //!< QString: amountText()
    };

    //! How a trend reads beside its limit.
    enum class Direction { Unknown, Falling, Level, Rising };
    //! Less than one in five hundred of the limit a day is level.
    [[nodiscard]] static Direction direction(std::optional<double> perDay, const Usage &usage);

Q_SIGNALS:
    void groupingChanged();
    //! Capacity of a cluster is another, or its limits add up to something else.
    void clusterChanged(const QString &clusterId);

protected:
    [[nodiscard]] QString keyOf(const QuotaRow &row) const override { return row.key; }
    [[nodiscard]] QString cellTooltip(int row, int column) const override;

private:
    struct Outlook
    {
        std::optional<qint64> wall50;
        std::optional<qint64> wall90;
        double perDay = 0;
        bool known = false;
    };
    struct Group
    {
        QuotaSums sums;
        QSet<QString> members; //!< keys of tenants in clusters
    };

    TenantStore *m_store;
    QuotaColumns m_layout;
    Grouping m_grouping = Grouping::TenantInCluster;
    bool m_active = false;
    QTimer m_slice;
    QList<QString> m_queue; //!< keys to look at
    QSet<QString> m_queued;
    qsizetype m_next = 0;
    QHash<QString, QuotaRow> m_known; //!< each tenant in each cluster
    QHash<QString, Group> m_tenants; //!< by name
    QHash<QString, Group> m_clusters; //!< by id
    QHash<QString, QHash<QString, Outlook>> m_outlooks; //!< by tenant's key and resource
    QHash<QString, ClusterCapacity> m_capacities;
    QStringList m_clusterIds; //!< by number
    QHash<QString, int> m_clusterNumbers;
    QStringList m_toShow; //!< keys of rows, of the present grouping
    QSet<QString> m_changedGroups; //!< likewise
    QSet<QString> m_changedClusters;

    void queue(const QStringList &tenantKeys);
    void work(const QDeadlineTimer &deadline);
    [[nodiscard]] std::optional<QuotaRow> read(const QString &tenantKey);
    void addCells(QuotaRow &row, const QString &tenantKey);
    void addOutlook(QuotaRow &row, const QString &tenantKey) const;
    [[nodiscard]] bool look(const QString &tenantKey);
    void count(const QString &tenantKey, const QuotaRow &row, bool in);
    void show(const QStringList &keys);
    [[nodiscard]] std::optional<QuotaRow> rowOfKey(const QString &key) const;
    void addMembers(QuotaRow &row, const Group &group) const;
    [[nodiscard]] std::optional<QuotaRow> groupRow(const QString &name) const;
    void growColumns(const QString &resource);
    [[nodiscard]] int clusterNumber(const QString &clusterId);
    void clusterFreshnessChanged(const QString &clusterId, bool visibly);
    void refreshRowsOf(const QString &clusterId);
    [[nodiscard]] QVariant overcommit(const QuotaRow &row, int resource) const;
    [[nodiscard]] std::optional<double> allocatable(const QString &clusterId, int resource) const;
};
