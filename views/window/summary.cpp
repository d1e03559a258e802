// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace {
QString translated(const char *text, int number = -1)
{
    return QCoreApplication::translate("Summary", text, nullptr, number);
}

//! Failed is worse than any age.
int badness(const ClusterItem &item)
{
    const int age = static_cast<int>(item.freshness.state);
    return item.state == ClusterItem::State::Failed ? 100 + age : age;
}

QString counts(qsizetype clusters, int tenants)
{
    const QString tenantCount = tenants == 1 ? translated("1 tenant") : translated("%n tenants", tenants);
    const QString clusterCount
        = clusters == 1 ? translated("1 cluster") : translated("%n clusters", static_cast<int>(clusters));
    return translated("%1, %2").arg(tenantCount, clusterCount);
}
} // namespace

Summary summarise(const QList<ClusterItem> &clusters, int tenants)
{
    if (clusters.isEmpty())
        return {{Shape::Ring, Token::Unknown}, translated("No cluster is connected.")};
    const auto worst = std::ranges::max_element(clusters, {}, badness);
    const QString count = counts(clusters.size(), tenants);
    if (badness(*worst) == 0)
        return {{Shape::Dot, Token::Fine}, translated("%1, all live").arg(count)};
    const QString why = worst->state == ClusterItem::State::Failed && !worst->problem.isEmpty()
        ? worst->problem.title
        : translated("%1: %2").arg(worst->name, ClusterText::brief(*worst));
    return {Sign::of(*worst), translated("%1. %2").arg(count, why)};
}
