// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Summary)
};

//! Failed is worse than any age.
int badness(const ClusterItem &item)
{
    const int age = static_cast<int>(item.freshness.state);
    return item.state == ClusterItem::State::Failed ? 100 + age : age;
}

QString clusterCount(qsizetype clusters)
{
    return clusters == 1 ? Words::tr("1 cluster") : Words::tr("%n clusters", nullptr, static_cast<int>(clusters));
}

QString counts(qsizetype clusters, int tenants)
{
    const QString tenantCount = tenants == 1 ? Words::tr("1 tenant") : Words::tr("%n tenants", nullptr, tenants);
    return Words::tr("%1, %2").arg(tenantCount, clusterCount(clusters));
}
} // namespace

Summary summarise(const QList<ClusterItem> &clusters, int tenants)
{
    if (clusters.isEmpty())
        return {{Shape::Ring, Token::Unknown}, Words::tr("No cluster is connected.")};
    const auto worst = std::ranges::max_element(clusters, {}, badness);
    const bool known = tenants > 0
        || std::ranges::all_of(clusters, [](const ClusterItem &item) { return item.freshness.confirmedAt.isValid(); });
    const QString count = known ? counts(clusters.size(), tenants) : clusterCount(clusters.size());
    if (badness(*worst) == 0)
        return {{Shape::Dot, Token::Fine}, Words::tr("%1, all live").arg(count)};
    const QString why = worst->state == ClusterItem::State::Failed && !worst->problem.isEmpty()
        ? worst->problem.title
        : Words::tr("%1: %2").arg(worst->name, ClusterText::brief(*worst));
    return {Sign::of(*worst), Words::tr("%1. %2").arg(count, why)};
}
