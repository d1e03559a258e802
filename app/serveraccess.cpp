// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serveraccess.h"

#include "backends/core/random.h"
#include "backends/http/endpoint.h"
#include "backends/http/networktransport.h"

std::unique_ptr<Http::Transport> ServerAccess::endpointAt(Http::Server server,
    std::unique_ptr<Http::Credentials> credentials, const HttpSettings &settings, EndpointRelay &relay,
    const Clock &clock)
{
    if (server.compression == Http::Compression::Auto)
        server.compression = settings.compression;
    const QString name = server.name();
    auto endpoint = std::make_unique<Http::Endpoint>(name, settings.endpoint,
        std::make_unique<Http::NetworkTransport>(std::move(server), std::move(credentials), clock), clock,
        std::make_unique<SystemRandom>());
    relay.attach(*endpoint);
    return endpoint;
}

ServerAccess::TransportFactory ServerAccess::shared(
    TransportFactory make, const Http::SharedTransport::Headers &headers)
{
    return [make = std::move(make), headers,
               made = std::make_shared<std::weak_ptr<Http::Transport>>()]() -> std::unique_ptr<Http::Transport> {
        auto transport = made->lock();
        if (!transport) {
            transport = make();
            *made = transport;
        }
        return std::make_unique<Http::SharedTransport>(std::move(transport), headers);
    };
}
