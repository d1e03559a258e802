// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/transport.h"

#include <functional>
#include <optional>

namespace Kubernetes {

//! Asks the API server a small question every two seconds, over the connection that the watches use: a silent watch
//! says nothing about whether anybody is still there. The question is a list of one object, which the server answers
//! from its storage and not from memory, so that an answer also means that storage works. Lives in its transport's
//! thread.
class Heartbeat
{
public:
    //! \a answered: with the time, by Clock::elapsed(), at which the question was asked; \a failed: with the reason.
    Heartbeat(Http::Transport &transport, const Clock &clock, std::function<void(std::chrono::milliseconds)> answered,
        std::function<void(const Error &)> failed);
    ~Heartbeat();

    //! \a path is a collection that the identity may list, or something else that answers.
    void start(const QString &path);
    [[nodiscard]] bool running() const { return !m_path.isEmpty(); }

private:
    static constexpr std::chrono::seconds period{2};
    static constexpr std::chrono::seconds patience{5};
    //! After so many questions without an answer the connection itself is doubted and made anew.
    static constexpr int doubtAfter = 2;

    Http::Transport &m_transport;
    const Clock &m_clock;
    std::function<void(std::chrono::milliseconds)> m_answered;
    std::function<void(const Error &)> m_failed;
    QString m_path;
    int m_unanswered = 0;
    std::unique_ptr<Http::Call> m_call;
    std::unique_ptr<Alarm> m_alarm;

    void beat();
    void take(std::chrono::milliseconds askedAt, const Result<Http::Response> &answer);
};

} // namespace Kubernetes
