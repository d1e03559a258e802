// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/transport.h"
#include "backends/prometheus/selection.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace Prometheus {

//! How long one service lets wait.
struct ResponseTime
{
    QString cluster; //!< as its series say; empty: they do not
    QString namespaceName; //!< likewise
    QString service;
    //! 95 of 100 answers of the last five minutes took no longer; empty: there were none, which is no zero.
    std::optional<double> seconds;
    qint64 newest = 0; //!< milliseconds since the epoch: of the newest sample that it rests on

    bool operator==(const ResponseTime &) const = default;
};

struct ResponseSample
{
    QList<ResponseTime> services; //!< one for each cluster, namespace and service
    std::chrono::milliseconds asked{0}; //!< reading of Clock::elapsed() when it was asked
    std::chrono::milliseconds pace{15000}; //!< at which newer ones are to be expected

    bool operator==(const ResponseSample &) const = default;
};

//! Asks one server again and again how long services let wait: histogram_quantile(0.95, …) over the classic histograms
//! of some names, all services of one name in one query, and only for names that the server has. The slowest are kept
//! where there are more than mostServices. Lives in the thread that all metrics share; construct it anywhere, move it
//! there, then invoke start().
class ResponseMonitor final : public QObject
{
    Q_OBJECT

public:
    using TransportFactory = std::function<std::unique_ptr<Http::Transport>()>;

    static constexpr std::chrono::milliseconds shortestPace{15000};
    static constexpr std::chrono::milliseconds longestPace{300000}; //!< where answers cost the server much
    static constexpr std::chrono::milliseconds namesPace{300000};
    static constexpr int mostServices = 2000; //!< of one name
    static constexpr qsizetype mostMetrics = 8;

    //! What client libraries, OpenTelemetry and Micrometer call such histograms, without _bucket.
    [[nodiscard]] static QStringList usualMetrics();

    //! \a clock must outlive this. \a metrics as usualMetrics(); those that end in _milliseconds or _ms count these.
    //! Without a \a selection, because it is not to be read, nothing is asked; others tell that.
    ResponseMonitor(TransportFactory transport, const std::optional<Selection> &selection, const QStringList &metrics,
        const Clock &clock, QObject *parent = nullptr);
    ~ResponseMonitor() override;

    //! To be called in this object's thread (queued, from others).
    void start();

Q_SIGNALS:
    void sampled(const Prometheus::ResponseSample &sample);
    void failed(const Error &error);

private:
    struct Round;

    TransportFactory m_makeTransport;
    std::optional<QString> m_matchers; // of the cluster, each after a comma
    QStringList m_metrics;
    const Clock &m_clock;
    std::unique_ptr<Http::Transport> m_transport;
    QStringList m_present; // those of the metrics that the server has
    std::optional<std::chrono::milliseconds> m_namesDue;
    std::unique_ptr<Round> m_round;
    std::unique_ptr<Alarm> m_next;
    int m_silent = 0; // rounds without an answer, in a row

    void begin();
    void askNames();
    void askTimes();
    void ask(const QString &query, const std::function<void(const Result<Http::Response> &)> &take);
    void finish();
    [[nodiscard]] QString query(const QString &metric) const;
};

} // namespace Prometheus

Q_DECLARE_METATYPE(Prometheus::ResponseSample)
