// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/credentials.h"
#include "backends/http/proxy.h"
#include "backends/http/server.h"
#include "backends/http/transport.h"
#include "backends/oauth/client.h"
#include "backends/oauth/oauthdecode.h"

#include <map>

namespace OAuth {

//! Makes the way to one of the provider's servers.
using Network = std::function<std::unique_ptr<Http::Transport>(
    Http::Server server, std::unique_ptr<Http::Credentials> credentials)>;
//! Over real sockets; \a clock must outlive it.
[[nodiscard]] Network realNetwork(const Clock &clock, const Http::Environment &environment);

using Parameters = QList<QPair<QString, QString>>;

//! An identity provider's endpoints as one client uses them. Lives in its owner's thread; callbacks come from the event
//! loop, never from within a call. Must outlive its calls.
class Provider
{
public:
    Provider(Client client, Network network);

    [[nodiscard]] const Client &client() const { return m_client; }

    //! What the discovery document says now.
    [[nodiscard]] std::unique_ptr<Http::Call> discover(std::function<void(const Result<Metadata> &)> done);
    //! Sends a form to one of the endpoints, with the client's id and its secret. Never repeated: a code or a rotated
    //! token that is sent twice costs the whole login.
    [[nodiscard]] std::unique_ptr<Http::Call> post(
        const QUrl &endpoint, Parameters parameters, Http::Transport::Done done);

private:
    Client m_client;
    Network m_network;
    std::optional<Metadata> m_metadata;
    std::map<QString, std::unique_ptr<Http::Transport>> m_transports; // by origin and secret's use

    Http::Transport &transportTo(const QUrl &endpoint, const QString &basicSecret);
    [[nodiscard]] bool secretInHeader(const QUrl &endpoint) const;
};

} // namespace OAuth
