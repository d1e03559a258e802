// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/core/random.h"
#include "backends/http/transport.h"
#include "backends/prometheus/alerts.h"
#include "backends/prometheus/selection.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace Http {
class Poll;
} // namespace Http

namespace Prometheus {

//! Asks one Prometheus again and again for the alerts of its rules, and for the rules: so that nothing is hidden by an
//! Alertmanager that is dead or that nobody told. Lives in the thread that all metrics share; construct it anywhere,
//! move it there, then invoke start(). Of each at most one request is under way; an unchanged body is not parsed again.
class AlertMonitor final : public QObject
{
    Q_OBJECT

public:
    using TransportFactory = std::function<std::unique_ptr<Http::Transport>()>;

    static constexpr std::chrono::milliseconds shownInterval{2000};
    static constexpr std::chrono::milliseconds hiddenInterval{15000};
    static constexpr std::chrono::milliseconds rulesInterval{60000};
    static constexpr std::chrono::milliseconds configInterval{600000};
    static constexpr std::chrono::milliseconds patience{15000}; //!< for one answer
    //! After so many requests without an answer the connections themselves are doubted and made anew.
    static constexpr int doubtAfter = 2;

    //! \a clock must outlive this. Only alerts count that have all labels of \a selection, of their own or of the
    //! server's external ones; what a server does not tell is not held against them. Without one, because it is not to
    //! be read, nothing is asked and the failure told.
    AlertMonitor(TransportFactory transport, const std::optional<Selection> &selection, const Clock &clock,
        std::unique_ptr<RandomSource> random, QObject *parent = nullptr);
    ~AlertMonitor() override;

    //! The following are to be called in this object's thread (queued, from others).
    void start();
    void setNeeded(bool needed);
    //! When alerts with these PromQL \a matchers (",name=\"value\"", each after a comma) fired in the stretch of time,
    //! milliseconds since the epoch; answered by historyRead() with the same \a id.
    void readHistory(const QString &id, const QString &matchers, qint64 from, qint64 to, std::chrono::seconds step);

    [[nodiscard]] std::chrono::milliseconds pace() const { return m_needed ? shownInterval : hiddenInterval; }

Q_SIGNALS:
    void alertsRead(const Prometheus::ActiveAlertSample &sample, std::chrono::milliseconds pace);
    void alertsConfirmed(std::chrono::milliseconds confirmed, std::chrono::milliseconds pace);
    //! Only when they are others than before.
    void rulesRead(const Prometheus::AlertRuleSample &sample);
    void historyRead(const Prometheus::AlertHistory &history);
    void failed(const Error &error);

private:
    TransportFactory m_makeTransport;
    std::optional<Selection> m_selection;
    const Clock &m_clock;
    std::unique_ptr<RandomSource> m_random;
    std::unique_ptr<Http::Transport> m_transport;
    std::unique_ptr<Http::Poll> m_alerts;
    std::unique_ptr<Http::Poll> m_rules;
    std::unique_ptr<Http::Poll> m_config;
    std::optional<LabelList> m_externalLabels;
    std::map<QString, std::unique_ptr<Http::Call>> m_histories;
    bool m_needed = true;
    bool m_alertsGood = false; // the last answer could be read
    int m_silent = 0; // requests without any answer

    void takeAlerts(const QByteArray &body, std::chrono::milliseconds asked);
    void takeConfig(const QByteArray &body);
    void fail(const Error &error);
    [[nodiscard]] bool selects(const ActiveAlert &alert) const;
};

} // namespace Prometheus
