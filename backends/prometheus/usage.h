// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/error.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

//! What tenants really used, as Prometheus measured it. Plain values; cross threads.
namespace Prometheus {

struct NamespaceUsage
{
    std::optional<double> cpu; //!< cores, a rate over UsageSample::window
    std::optional<double> memory; //!< bytes of working set: what eviction looks at

    bool operator==(const NamespaceUsage &) const = default;
};

//! One poll's answer for all namespaces of a cluster. A namespace that is missing has no data: unknown, not zero.
struct UsageSample
{
    QHash<QString, NamespaceUsage> namespaces;
    std::chrono::seconds window{0}; //!< of the CPU rate
};

struct Point
{
    qint64 time = 0; //!< milliseconds since the epoch
    double value = 0;
    bool operator==(const Point &) const = default;
};

//! CPU and memory of some namespaces together over a stretch of time; steps without data are absent.
struct UsageRange
{
    QList<Point> cpu; //!< cores
    QList<Point> memory; //!< bytes
    qint64 from = 0; //!< milliseconds since the epoch
    qint64 to = 0;
    std::chrono::seconds step{15};
    std::optional<Error> error;
};

//! How much of one resource the quotas of one namespace counted as used, over a stretch of time. Where several quotas
//! count the same resource, the largest figure: a quota with scopes counts some of what one without counts.
struct QuotaSeries
{
    QString namespaceName;
    QString resource; //!< as Kubernetes spells it: requests.cpu
    QList<Point> points; //!< base units, ascending in time; steps without data are absent
};

//! What Prometheus remembers of used quotas: one of several parts of an answer. A resource is in one part with all its
//! namespaces.
struct QuotaHistory
{
    QString id; //!< of the question
    QList<QuotaSeries> series;
    bool last = false; //!< nothing follows
    bool known = false; //!< Prometheus knows of quotas now, however short it remembers them
    std::optional<Error> error; //!< why this part and all that would follow are missing; it is the last then
};

} // namespace Prometheus

Q_DECLARE_METATYPE(Prometheus::UsageSample)
Q_DECLARE_METATYPE(Prometheus::UsageRange)
Q_DECLARE_METATYPE(Prometheus::QuotaHistory)
