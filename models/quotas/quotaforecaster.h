// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quotas/quotaforecast.h"
#include "models/tenants/tenant.h"

#include <QHash>
#include <QString>

#include <atomic>
#include <functional>
#include <optional>

namespace Prometheus {
struct QuotaHistory;
} // namespace Prometheus

//! What one tenant may use of one resource, and what is counted as used now; base units.
struct QuotaLimit
{
    std::optional<double> hard;
    std::optional<double> used;

    bool operator==(const QuotaLimit &) const = default;
};
using QuotaLimits = QHash<QString, QuotaLimit>; //!< by resource

//! From what Prometheus remembers of namespaces to forecasts of tenants. Pure; for a worker thread, because each takes
//! milliseconds and there are many.
namespace QuotaForecaster {

//! Forecasts look so far ahead, in seconds.
inline constexpr qint64 ahead = 30 * 24 * 3600;

//! What the quotas of one tenant add up to, by resource. Quotas with scopes are left out; of several in one namespace
//! the one that runs out first counts; figures of a whole tenant are taken once.
[[nodiscard]] QuotaLimits limitsOf(const QList<QuotaLine> &lines);

//! Whose namespaces are whose, and what is limited: nothing else is forecast.
struct Job
{
    QHash<QString, QString> tenants; //!< Tenant::key by namespace, of one cluster
    QHash<QString, QuotaLimits> limits; //!< by Tenant::key
    qint64 now = 0; //!< seconds since 1970; when `used` of the limits was read
};

struct Made
{
    QString tenantKey;
    QString resource;
    QList<UsedSample> history; //!< of all namespaces together; the last sample is what is used now, if that is known
    std::optional<double> hard;
    QuotaForecast forecast;
};

//! Hands on what it made a few at a time. Ends early once \a stop is set.
void make(const Prometheus::QuotaHistory &history, const Job &job, const std::atomic_bool &stop,
    const std::function<void(const QList<Made> &)> &deliver);

} // namespace QuotaForecaster
