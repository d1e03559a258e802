// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/column.h"
#include "models/tenants/tenant.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <deque>
#include <span>
#include <vector>

//! The columns of the quota board: some that are always there, and more for each quota key that some tenant has, as
//! they appear. Columns are only ever added at the end.
class QuotaColumns
{
public:
    enum class Part {
        Tenant,
        Cluster,
        Members,
        Bar,
        Used,
        Hard,
        Trend,
        Wall50,
        Wall90,
        WallResource,
        Overcommit,
        Allocatable,
        Nodes,
        OtherKeys,
        Freshness,
    };
    struct Place
    {
        Part part = Part::Tenant;
        int resource = -1; //!< of Bar, Used, Hard, Trend, Overcommit, Allocatable
    };

    //! CPU, memory, pods and storage are always there. Clusters may have any number of keys; beyond this many, the
    //! table only counts them, and the editor has them all.
    static constexpr int mostResources = 24;
    enum Known { Cpu, Memory, Pods, Storage, KnownCount };

    QuotaColumns();

    [[nodiscard]] std::span<const ColumnInfo> infos() const { return m_infos; }
    [[nodiscard]] const Place &place(int column) const { return m_places[static_cast<size_t>(column)]; }
    //! As Kubernetes spells them; a key's place in it is its number.
    [[nodiscard]] const QStringList &resources() const { return m_resources; }
    //! -1 when it has no columns.
    [[nodiscard]] int indexOf(const QString &resource) const { return m_index.value(resource, -1); }
    [[nodiscard]] QuotaLine::Unit unit(int resource) const;
    //! Which columns \a resource would add, as a count; 0 when it has them or there are too many.
    [[nodiscard]] int wouldAdd(const QString &resource) const;
    void add(const QString &resource);

private:
    std::vector<ColumnInfo> m_infos;
    std::vector<Place> m_places;
    std::deque<QByteArray> m_texts; //!< what infos point to
    QStringList m_resources;
    QHash<QString, int> m_index;

    void addKnown();
    [[nodiscard]] const char *keep(const QByteArray &text);
    [[nodiscard]] bool hasId(const QByteArray &id) const;
};
