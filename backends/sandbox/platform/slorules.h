// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace Sandbox::SloRules {

//! A rule file for Prometheus over what MetricsPage serves: for each SLO the recorded series that Sloth generates
//! (sloth.dev: slo:sli_error:ratio_rate5m ... 3d, slo:objective:ratio, slo:error_budget:ratio, slo:time_period:days,
//! slo:current_burn_rate:ratio, slo:period_burn_rate:ratio, slo:period_error_budget_remaining:ratio, sloth_slo_info)
//! with its labels, the four burn-rate alerts of the SRE workbook, and the platform's own alerts. One rule does it for
//! all SLOs: which there are, the metrics say themselves.
//!
//! Live, a minute passes in a second (Activity::compression), so windows are 60 times shorter than their names; the
//! label sloth_window keeps the name. The period of 30 days is over real time, as the mean of samples: a live one of
//! every five seconds weighs as much as one of five minutes of the past.
//! \a interval: between two scrapes; the shortest window is four of these.
[[nodiscard]] std::string text(std::chrono::seconds interval);

} // namespace Sandbox::SloRules
