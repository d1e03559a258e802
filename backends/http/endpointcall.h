// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/retrypolicy.h"
#include "backends/http/transport.h"

#include <memory>
#include <optional>

namespace Http {

class Endpoint;

//! One request of an Endpoint, of either kind, through all its attempts. Its owner is whoever sent it; the endpoint
//! knows it while it waits or is under way.
class EndpointCall final : public Call
{
public:
    enum class State : quint8 {
        Waiting, //!< in a queue of the endpoint
        Pausing, //!< before the next attempt
        UnderWay,
        Failing, //!< the outcome is certain, but not from within send()
        Ended,
    };

    EndpointCall(Endpoint &endpoint, const Request &request, Transport::Done done);
    EndpointCall(Endpoint &endpoint, const Request &request, Transport::StreamEvents events);
    ~EndpointCall() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Priority priority() const { return m_request.priority; }
    [[nodiscard]] bool isStream() const { return m_streaming; }
    //! A stream that is no answer with an end.
    [[nodiscard]] bool isEndless() const { return m_streaming && m_request.endless; }
    [[nodiscard]] bool isOpened() const { return m_opened; }
    [[nodiscard]] std::chrono::milliseconds sentAt() const { return m_sentAt; }

    bool trial = false; //!< the breaker waits for it; kept by the endpoint

    void begin();
    void wait();
    void failSoon(const Error &error);

private:
    Endpoint &m_endpoint;
    Request m_request;
    Transport::Done m_done;
    Transport::StreamEvents m_events;
    bool m_streaming;
    bool m_opened = false;
    State m_state = State::Pausing;
    RetryPolicy m_retry;
    std::chrono::milliseconds m_deadlineAt;
    std::chrono::milliseconds m_sentAt{0}; // the latest attempt
    std::optional<Error> m_error; // of the latest attempt
    std::unique_ptr<Call> m_attempt;
    std::unique_ptr<Alarm> m_timer; // of a pause or of a failure
    std::unique_ptr<Alarm> m_deadline; // not while under way: the transport holds it then

    void beginStream();
    void take(Result<Response> answer);
    void streamEnded(const std::optional<Error> &error);
    [[nodiscard]] bool tryAgain(const Error &error);
    void outOfTime();
    void conclude(Result<Response> answer);
};

} // namespace Http
