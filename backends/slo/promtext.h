// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <chrono>
#include <optional>

//! Small pieces of PromQL, as its grammar has them. Pure; any thread.
namespace SloSpec {

//! [a-zA-Z_][a-zA-Z0-9_]*
[[nodiscard]] bool isLabelName(QStringView text);
//! [a-zA-Z_:][a-zA-Z0-9_:]*
[[nodiscard]] bool isMetricName(QStringView text);
//! A metric's name with or without matchers, and nothing else: http_requests_total{code="500"}.
[[nodiscard]] bool isSelector(QStringView text);
//! The metric of a selector; empty when it has none.
[[nodiscard]] QString metricOf(QStringView selector);
//! Whether {{.window}} is in it, with or without blanks.
[[nodiscard]] bool hasWindow(const QString &query);
//! A string of PromQL in double quotes.
[[nodiscard]] QString promQuoted(QStringView text);
//! "4w", "1h30m": units in falling order. None for others, for nothing, and for more than 10 years.
[[nodiscard]] std::optional<std::chrono::seconds> promDurationOf(QStringView text);
//! OpenSLO's: one number and one of m h d w M Q Y, a month being 30 days, a quarter 90 and a year 365.
[[nodiscard]] std::optional<std::chrono::seconds> openSloDurationOf(QStringView text);

} // namespace SloSpec
