// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/alertmanager/alert.h"
#include "backends/alertmanager/silence.h"
#include "backends/core/clock.h"
#include "backends/core/random.h"
#include "backends/http/transport.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace Http {
class Poll;
} // namespace Http

namespace Alertmanager {

//! Asks one Alertmanager again and again for its alerts, its silences and its peers. Of each at most one request is
//! under way; a body that is byte for byte the one before is not parsed again, because the server knows no conditional
//! GET. Lives in the thread that all metrics share; construct it anywhere, move it there, then invoke start(). The path
//! of the server's URL comes before "/api/v2", so that Mimir's is reached with the path "/alertmanager".
class Monitor final : public QObject
{
    Q_OBJECT

public:
    using TransportFactory = std::function<std::unique_ptr<Http::Transport>()>;

    static constexpr std::chrono::milliseconds shownInterval{2000}; //!< of alerts while somebody looks at them
    static constexpr std::chrono::milliseconds hiddenInterval{15000};
    static constexpr std::chrono::milliseconds silencesInterval{10000};
    static constexpr std::chrono::milliseconds statusInterval{300000};
    static constexpr qint64 largestAnswer = 64LL * 1024 * 1024;
    static constexpr std::chrono::milliseconds patience{15000}; //!< for one answer
    //! After so many requests without an answer the connections themselves are doubted and made anew.
    static constexpr int doubtAfter = 2;

    //! \a clock must outlive this.
    Monitor(TransportFactory transport, const Clock &clock, std::unique_ptr<RandomSource> random,
        QObject *parent = nullptr);
    ~Monitor() override;

    //! The following are to be called in this object's thread (queued, from others).
    void start();
    //! Whether somebody looks at alerts; asks at once when that begins.
    void setNeeded(bool needed);
    //! Reads silences and alerts now: after a write of our own.
    void readSoon();

    //! How often alerts are asked for at present.
    [[nodiscard]] std::chrono::milliseconds pace() const { return m_needed ? shownInterval : hiddenInterval; }

Q_SIGNALS:
    //! \a pace: how often alerts are asked for at present.
    void alertsRead(const Alertmanager::AlertSample &sample, std::chrono::milliseconds pace);
    //! What alertsRead() told last held still at \a confirmed, a reading of Clock::elapsed().
    void alertsConfirmed(std::chrono::milliseconds confirmed, std::chrono::milliseconds pace);
    //! Only when they are others than before.
    void silencesRead(const Alertmanager::SilenceSample &sample);
    void statusRead(const Alertmanager::ServerStatus &status);
    //! Alerts or silences could not be read; asks again by itself, after longer and longer waits.
    void failed(const Error &error);

private:
    TransportFactory m_makeTransport;
    const Clock &m_clock;
    std::unique_ptr<RandomSource> m_random;
    std::unique_ptr<Http::Transport> m_transport;
    std::unique_ptr<Http::Poll> m_alerts;
    std::unique_ptr<Http::Poll> m_silences;
    std::unique_ptr<Http::Poll> m_status;
    bool m_needed = true;
    bool m_alertsGood = false; // the last answer could be read
    int m_silent = 0; // requests without any answer

    void takeAlerts(const QByteArray &body, std::chrono::milliseconds asked);
    void takeSilences(const QByteArray &body, std::chrono::milliseconds asked);
    void fail(const Error &error);
};

} // namespace Alertmanager
