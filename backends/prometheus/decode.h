// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/prometheus/usage.h"

#include <QByteArrayView>

//! From Prometheus' bytes to values (HTTP API v1): pure functions, fuzzed.
namespace Prometheus {

//! One series of an instant vector or of a matrix, reduced to the one label that our queries keep.
struct Series
{
    QString label; //!< value of the wanted label; empty when the series lacks it
    QList<Point> points; //!< one for a vector; NaN and infinities are left out: they mean no data
};

//! `data.result` of a query that answers a vector or a matrix. \a label is the label to keep. An answer with status
//! "error" is Error::BadRequest (bad_data, execution) or Error::Server with Prometheus' own words as detail.
[[nodiscard]] Result<QList<Series>> decodeSeries(QByteArrayView body, std::string_view label);

//! The largest scrape_interval in an answer of /api/v1/status/config; an error when there is none.
[[nodiscard]] Result<std::chrono::milliseconds> decodeScrapeInterval(QByteArrayView body);

//! What an answer with a failing \a httpStatus means; text/plain bodies are common.
[[nodiscard]] Error decodeFailure(int httpStatus, QByteArrayView body);

//! \a text as a double-quoted PromQL literal; literalsRegex: a literal that matches any of \a texts exactly, for =~.
[[nodiscard]] QString quoted(QStringView text);
[[nodiscard]] QString literalsRegex(const QStringList &texts);

} // namespace Prometheus
