// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/transport.h"
#include "backends/prometheus/selection.h"
#include "backends/prometheus/usage.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace Prometheus {

class QuotaReader;

//! Asks one Prometheus again and again what the namespaces of one cluster really use, and on demand how it went over a
//! stretch of time. Lives in the thread that all metrics share; construct it anywhere, move it there, then invoke
//! start().
//!
//! CPU is sum by (namespace) (rate(container_cpu_usage_seconds_total[window])), with a window of four scrape intervals,
//! as Prometheus' own advice goes, so that one missed scrape does not make a hole. Memory is the working set, which is
//! what eviction looks at. Both leave out the sums that cAdvisor adds for pods (no container) and pause containers
//! ("POD"), and take the larger of two series of the same container, as two replicas of Prometheus or of the agent
//! give.
class UsageMonitor final : public QObject
{
    Q_OBJECT

public:
    using TransportFactory = std::function<std::unique_ptr<Http::Transport>()>;

    //! \a clock must outlive this. Without a \a selection, because it is not to be read, nothing is asked and the
    //! failure told: series of all clusters together would be a wrong answer.
    UsageMonitor(TransportFactory transport, const std::optional<Selection> &selection, const Clock &clock,
        QObject *parent = nullptr);
    ~UsageMonitor() override;

    //! The following are to be called in this object's thread (queued, from others).
    void start();
    //! Answered by rangeRead() with the same \a id. A newer request with that id replaces an unanswered one. \a from
    //! and \a to are milliseconds since the epoch, widened to multiples of \a step so that points stand still between
    //! refreshes.
    void readRange(const QString &id, const QStringList &namespaces, qint64 from, qint64 to, std::chrono::seconds step);
    //! Answered by quotasRead() with the same \a id, in one part or several. A newer question with that id replaces an
    //! unanswered one; after start() only. See QuotaReader.
    void readQuotas(
        const QString &id, const QStringList &namespaces, qint64 from, qint64 to, std::chrono::seconds step);

Q_SIGNALS:
    //! \a confirmed is the reading of Clock::elapsed() at which the newest sample in the answer was taken; \a pace the
    //! interval at which samples come.
    void sampled(
        const Prometheus::UsageSample &sample, std::chrono::milliseconds confirmed, std::chrono::milliseconds pace);
    void failed(const Error &error);
    void quotasRead(const Prometheus::QuotaHistory &history);
    void rangeRead(const QString &id, const Prometheus::UsageRange &range);

private:
    static constexpr std::chrono::seconds pollInterval{5};
    //! Until Prometheus tells its own, and if it does not.
    static constexpr std::chrono::milliseconds assumedScrapeInterval{30000};
    //! After so many rounds without an answer the connections themselves are doubted and made anew.
    static constexpr int doubtAfter = 2;

    struct Poll; // answers of one round
    struct RangeRequest;

    TransportFactory m_makeTransport;
    std::optional<QString> m_matchers; //!< of the cluster, each after a comma
    const Clock &m_clock;
    std::unique_ptr<Http::Transport> m_transport;
    std::unique_ptr<QuotaReader> m_quotas;
    std::chrono::milliseconds m_scrapeInterval = assumedScrapeInterval;
    std::unique_ptr<Http::Call> m_config;
    std::unique_ptr<Poll> m_poll;
    int m_silentPolls = 0;
    std::map<QString, std::unique_ptr<RangeRequest>> m_ranges;
    std::unique_ptr<Alarm> m_next;

    void askScrapeInterval();
    void poll();
    void finishPoll();
    [[nodiscard]] std::chrono::seconds window() const;
    [[nodiscard]] QString selector(const QStringList &namespaces) const;
    [[nodiscard]] Http::Request instant(const QString &query) const;
};

} // namespace Prometheus
