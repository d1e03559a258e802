// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/heartbeat.h"

namespace Kubernetes {

Heartbeat::Heartbeat(Http::Transport &transport, const Clock &clock,
    std::function<void(std::chrono::milliseconds)> answered, std::function<void(const Error &)> failed)
    : m_transport(transport), m_clock(clock), m_answered(std::move(answered)), m_failed(std::move(failed))
{
}

Heartbeat::~Heartbeat() = default;

void Heartbeat::start(const QString &path)
{
    const bool wasRunning = running();
    m_path = path;
    if (!wasRunning)
        m_alarm = m_clock.after(period, [this] { beat(); });
}

void Heartbeat::beat()
{
    Http::Request request;
    request.path = m_path;
    request.query.addQueryItem(QStringLiteral("limit"), QStringLiteral("1"));
    // Of the one object only its metadata; servers that cannot do that answer with the whole of it.
    request.accept
        = QByteArrayLiteral("application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json");
    request.silence = request.deadline = patience;
    request.priority = Http::Priority::Probe;
    request.repeat = Http::Repeat::Never;
    m_call = m_transport.send(
        request, [this, askedAt = m_clock.elapsed()](const Result<Http::Response> &answer) { take(askedAt, answer); });
}

void Heartbeat::take(std::chrono::milliseconds askedAt, const Result<Http::Response> &answer)
{
    const auto finished = std::move(m_call);
    const auto wait
        = std::max(std::chrono::milliseconds(0), std::chrono::milliseconds(period) - (m_clock.elapsed() - askedAt));
    m_alarm = m_clock.after(wait, [this] { beat(); });
    if (answer) {
        m_unanswered = 0;
        m_answered(askedAt);
        return;
    }
    const bool silent = answer.error().kind == Error::Kind::Timeout;
    m_unanswered = silent ? m_unanswered + 1 : 0;
    if (m_unanswered == doubtAfter) {
        m_unanswered = 0;
        m_transport.reconnect();
    }
    m_failed(answer.error());
}

} // namespace Kubernetes
