// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/prometheus/alerts.h"

#include <QByteArrayView>

//! From Prometheus' bytes to alerts and rules (HTTP API v1): pure functions, fuzzed. What is more than we keep is
//! counted as left out, or cut.
namespace Prometheus {

inline constexpr qsizetype mostAlerts = 100'000; //!< of one answer
inline constexpr qsizetype mostRules = 20'000;
inline constexpr qsizetype mostEpisodes = 50'000;

//! GET /api/v1/alerts. `confirmed` and `externalLabels` stay empty.
[[nodiscard]] Result<ActiveAlertSample> decodeAlerts(QByteArrayView body);
//! GET /api/v1/rules?type=alert. Older servers do not know that parameter, so recording rules are left aside here.
[[nodiscard]] Result<AlertRuleSample> decodeAlertRules(QByteArrayView body);
//! external_labels of GET /api/v1/status/config, sorted; an error when the answer has no configuration.
[[nodiscard]] Result<LabelList> decodeExternalLabels(QByteArrayView body);
//! query_range over ALERTS: runs of points no further apart than one and a half \a step.
[[nodiscard]] Result<QList<AlertHistory::Episode>> decodeEpisodes(QByteArrayView body, std::chrono::seconds step);

} // namespace Prometheus
