// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/prometheus/slosample.h"

#include <QByteArrayView>
#include <QHash>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

//! From a server's bytes to what they say of SLOs: pure functions, fuzzed.
namespace Prometheus {

//! Who remembers series by the bytes of their labels: thousands of series come again in every answer, and reading their
//! labels costs more than all the rest.
struct SeriesBook
{
    //! The number of the series whose labels are spelt so; \a isNew when it is not known.
    std::function<int(QByteArrayView metric)> find;
    //! Gives it one; \a ignored when its samples are not wanted. \a name may be empty; \a labels are without it.
    std::function<int(QByteArrayView metric, const QString &name, const Labels &labels)> learn;

    static constexpr int isNew = -1;
    static constexpr int ignored = -2;
};

struct Samples
{
    struct One
    {
        int series = 0; //!< as SeriesBook numbers it
        qint64 time = 0; //!< milliseconds since the epoch
        double value = 0; //!< NaN and infinities as they came
    };
    std::vector<One> all; //!< in the order of the answer
    //! What other replicas or stores have is missing; `warning` says why, in the server's words.
    bool partial = false;
    QString warning;
};

//! The samples of an answer that is a vector or a matrix, those of at most \a mostSeries series. Failing answers as
//! decodeSeries() has them.
[[nodiscard]] Result<Samples> decodeSamples(QByteArrayView body, const SeriesBook &book, int mostSeries = 250000);

//! What the rules of a server say of SLOs beyond what they record.
struct SloRules
{
    //! How many events there were, for those of whose ratio the rule divides two rates.
    struct Events
    {
        QString query; //!< PromQL, by the grouping labels of the ratio
        std::chrono::seconds window{0}; //!< that it counts over, by the name of the ratio's rule
    };
    std::optional<std::chrono::milliseconds> interval; //!< the shortest at which rules of SLOs are evaluated
    QHash<QString, Events> events; //!< by sloth_id
    QHash<QString, double> objectives; //!< by Pyrra's slo
    QHash<QString, std::chrono::seconds> periods; //!< likewise
};
//! Of an answer of /api/v1/rules.
[[nodiscard]] Result<SloRules> decodeSloRules(QByteArrayView body);

//! The divisor of \a query, a rate divided by another over the same window, as the number of events in that window;
//! empty when it is not of that form.
[[nodiscard]] QString eventsOfRatio(const QString &query);

//! How long a server remembers, from /api/v1/status/runtimeinfo: "15d", "15d or 10GB"; nothing where it does not say.
[[nodiscard]] std::optional<std::chrono::seconds> decodeRetention(QByteArrayView body);
//! Whether an answer of /api/v1/status/buildinfo is of a server that names no version, as VictoriaMetrics answers.
[[nodiscard]] bool namesNoVersion(QByteArrayView body);

//! The window in the name of a series that holds an error ratio, as Sloth and Pyrra name them: "5m" of
//! slo:sli_error:ratio_rate5m and of http_requests:burnrate5m.
[[nodiscard]] std::optional<std::chrono::seconds> windowOfName(QStringView name);

} // namespace Prometheus
