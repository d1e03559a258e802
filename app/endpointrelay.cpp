// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpointrelay.h"

#include "backends/http/endpoint.h"

#include <QThread>

std::shared_ptr<EndpointRelay> EndpointRelay::make()
{
    return {std::make_unique<EndpointRelay>().release(), [](EndpointRelay *relay) {
                const QThread *here = QThread::currentThread();
                // At the end of the program there is no event loop any more that would do it later.
                if (relay->thread() == here && here->loopLevel() == 0)
                    const std::unique_ptr<EndpointRelay> last(relay);
                else
                    relay->deleteLater();
            }};
}

void EndpointRelay::attach(Http::Endpoint &endpoint)
{
    connect(&endpoint, &Http::Endpoint::reported, this, &EndpointRelay::reported);
    connect(&endpoint, &Http::Endpoint::loggedIn, this, &EndpointRelay::loggedIn);
    connect(this, &EndpointRelay::breakerResetWanted, &endpoint, &Http::Endpoint::resetBreaker);
    connect(this, &EndpointRelay::loginWanted, &endpoint, &Http::Endpoint::logInAgain);
    connect(this, &EndpointRelay::reconnectionWanted, &endpoint, &Http::Endpoint::reconnect);
}
