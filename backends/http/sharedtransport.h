// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/transport.h"

#include <memory>

namespace Http {

//! One of several ways into the same transport: those who ask one server about different things share its connections,
//! its rate and its breaker, and what is known about it is one thing. Each may say further headers of its own. Lives in
//! the transport's thread; the last one takes it along.
class SharedTransport final : public Transport
{
public:
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    explicit SharedTransport(std::shared_ptr<Transport> transport, Headers headers = {})
        : m_transport(std::move(transport)), m_headers(std::move(headers))
    {
    }

    [[nodiscard]] std::unique_ptr<Call> send(const Request &request, Done done) override
    {
        return m_transport->send(tagged(request), std::move(done));
    }
    [[nodiscard]] std::unique_ptr<Call> stream(const Request &request, StreamEvents events) override
    {
        return m_transport->stream(tagged(request), std::move(events));
    }
    //! For all that share it.
    void reconnect() override { m_transport->reconnect(); }
    [[nodiscard]] TransportStatus status() const override { return m_transport->status(); }
    [[nodiscard]] std::unique_ptr<Call> logIn(std::function<void(Result<void>)> ready) override
    {
        return m_transport->logIn(std::move(ready));
    }

private:
    std::shared_ptr<Transport> m_transport;
    Headers m_headers;

    [[nodiscard]] Request tagged(Request request) const
    {
        request.headers += m_headers;
        return request;
    }
};

} // namespace Http
