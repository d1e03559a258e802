// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/endpointrelay.h"
#include "app/httpsettings.h"
#include "app/logins.h"
#include "backends/http/sharedtransport.h"
#include "backends/kubernetes/clusteraccess.h"

#include <functional>
#include <memory>

class Clock;
namespace Http {
struct Server;
}
namespace Kubernetes {
class FirstRows;
}

//! How to get into one server, by the settings and by where we run.
struct ServerAccess
{
    Kubernetes::LoginMeans means;
    std::shared_ptr<OAuth::TokenStore> tokens; //!< what remembers logins
    QString context; //!< whose they are; of a server that stands for itself, its name
    HttpSettings http;
    Logins::Section login; //!< empty: what the kubeconfig, or the address, says

    using TransportFactory = std::function<std::unique_ptr<Http::Transport>()>;

    //! Runs in the thread where the endpoint will live.
    [[nodiscard]] static std::unique_ptr<Http::Transport> endpointAt(Http::Server server,
        std::unique_ptr<Http::Credentials> credentials, const HttpSettings &settings, EndpointRelay &relay,
        const Clock &clock);
    //! What \a make brings is made once and shared by all that come from this, for as long as one of them lives; each
    //! request of theirs says \a headers. All of it is for one thread.
    [[nodiscard]] static TransportFactory shared(TransportFactory make, const Http::SharedTransport::Headers &headers);
};
