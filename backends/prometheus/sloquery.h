// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/prometheus/slosample.h"

#include <QString>

//! The PromQL that finds SLOs; \a matchers each begin with a comma, as Selection::matchers() gives them.
namespace Prometheus::SloQuery {

//! The error ratios of all windows that Sloth's rules record.
[[nodiscard]] QString slothRatios(const QString &matchers);
//! Those of one of its usual windows: where a server refuses what asks for all at once.
[[nodiscard]] QString slothRatio(const QString &window, const QString &matchers);
[[nodiscard]] QStringList usualWindows();
//! The error ratios that Pyrra's rules record.
[[nodiscard]] QString pyrraRatios(const QString &matchers);
//! Objectives, periods and what is left of budgets, of either; the names of these.
[[nodiscard]] QString metas(const QString &matchers);
[[nodiscard]] QStringList metaNames();
//! When the newest samples were taken, of the ratios over \a window; \a tool is sloth or pyrra.
[[nodiscard]] QString ages(QStringView tool, const QString &window, const QString &matchers);
//! The ratios over \a window themselves.
[[nodiscard]] QString ratios(QStringView tool, const QString &window, const QString &matchers);
//! All that is recorded of one SLO over time.
[[nodiscard]] QString course(QStringView tool, const QString &matchers);

//! \a query with the labels that SloCatalog::asked() knows it by.
[[nodiscard]] QString marked(const QString &query, const QString &question, const QString &window);
//! As the names of series have it: "5m", "1h", "3d".
[[nodiscard]] QString windowName(std::chrono::seconds window);

} // namespace Prometheus::SloQuery
