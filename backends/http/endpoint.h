// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/core/random.h"
#include "backends/http/circuitbreaker.h"
#include "backends/http/endpointreport.h"
#include "backends/http/endpointsettings.h"
#include "backends/http/ratelimit.h"
#include "backends/http/trafficstatistics.h"
#include "backends/http/transport.h"

#include <QObject>

#include <deque>
#include <memory>
#include <optional>

namespace Http {

class EndpointCall;

//! One server as everybody should talk to it: a transport with manners. Sends again what may be repeated, stops asking
//! a server that does not answer, keeps below a rate, lets what a person waits for go first (but after every few of
//! those one of the background, so that nothing waits for ever), and reports how it all goes. The policies are pure
//! state machines; this alone holds timers. Each request ends in exactly one outcome, however many attempts it took;
//! destroying its call cancels it in any state. While the breaker is open requests fail with what opened it, and
//! Error::retryAfter says for how long. Priority::Probe passes all of that, and its success closes the breaker.
//! Streams are opened by the same rules and not opened again. Lives in its transport's thread; outlives its calls.
class Endpoint final : public QObject, public Transport
{
    Q_OBJECT

public:
    //! \a name is host:port, for people. \a clock must outlive this.
    Endpoint(QString name, const EndpointSettings &settings, std::unique_ptr<Transport> transport, const Clock &clock,
        std::unique_ptr<RandomSource> random, QObject *parent = nullptr);
    ~Endpoint() override;

    [[nodiscard]] std::unique_ptr<Call> send(const Request &request, Done done) override;
    [[nodiscard]] std::unique_ptr<Call> stream(const Request &request, StreamEvents events) override;
    //! Likewise lets a request through to see when the breaker is open. What is under way and may be repeated is sent
    //! again.
    void reconnect() override;
    [[nodiscard]] TransportStatus status() const override { return m_transport->status(); }
    [[nodiscard]] std::unique_ptr<Call> logIn(std::function<void(Result<void>)> ready) override
    {
        return m_transport->logIn(std::move(ready));
    }

    //! The following are to be called in this object's thread (queued, from others).
    void resetBreaker();
    //! As logIn(); loggedIn() tells of success, the report's last error of failure.
    void logInAgain();
    //! As of now.
    [[nodiscard]] const EndpointReport &report() const;

Q_SIGNALS:
    //! At most once a second when something differs, but at once when the breaker, the login's prompt or the last
    //! error does; and soon after somebody connects to it.
    void reported(const Http::EndpointReport &report);
    //! logInAgain() has led to new credentials.
    void loggedIn();

protected:
    void connectNotify(const QMetaMethod &signal) override;

private:
    friend class EndpointCall;
    static constexpr std::chrono::milliseconds tick{1000};
    static constexpr std::chrono::milliseconds loginTick{250};
    //! After so many requests of the foreground one of the background goes, if there is one.
    static constexpr int foregroundRun = 4;
    //! Streams that may wait for their first answer at the same time: more would make the transport open connections
    //! before it knows whether one can carry them all.
    static constexpr int openingAtFirst = 5;
    static constexpr int openingAtMost = 32;

    EndpointSettings m_settings;
    std::unique_ptr<Transport> m_transport;
    const Clock &m_clock;
    std::unique_ptr<RandomSource> m_random;
    CircuitBreaker m_breaker;
    RateLimit m_rate;
    TrafficStatistics m_statistics;
    std::deque<EndpointCall *> m_foreground; // waiting, in their order
    std::deque<EndpointCall *> m_background;
    int m_run = 0; // of the foreground without the background
    int m_underWay = 0; // without endless streams
    int m_probes = 0; // of those
    int m_opening = 0; // endless streams not yet answered
    int m_streams = 0; // answered
    bool m_dropping = false; // connections, on purpose
    std::unique_ptr<Alarm> m_pump;
    std::unique_ptr<Alarm> m_tick;
    std::chrono::milliseconds m_tickDue{0};
    std::unique_ptr<Call> m_login;
    mutable EndpointReport m_report;
    EndpointReport m_reported;
    std::optional<std::chrono::milliseconds> m_reportedAt;

    // What calls tell of themselves.
    void enter(EndpointCall &call);
    void leave(EndpointCall &call);
    void streamOpened(EndpointCall &call);
    void attemptEnded(EndpointCall &call, const std::optional<Error> &error);
    void forget(EndpointCall &call);
    void uncount(EndpointCall &call);

    void pump();
    void pumpSoon(std::chrono::milliseconds wait = {});
    [[nodiscard]] EndpointCall *takeNext();
    [[nodiscard]] bool hasRoom(const EndpointCall &call, const TransportStatus &status) const;
    void dispatch(EndpointCall &call);
    void failWaiting();
    [[nodiscard]] Error openError() const;
    void tellBreaker(EndpointCall &call, CircuitBreaker::Health health, const std::optional<Error> &error);
    void noteBreaker();
    void noteError(const Error &error);
    void tell(bool atOnce);
    void tickNow();
    void refreshReport() const;
};

} // namespace Http
