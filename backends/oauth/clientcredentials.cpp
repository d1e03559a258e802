// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/clientcredentials.h"

namespace OAuth {

Http::Grant bearerGrant(const QString &token, const QDateTime &now, std::optional<std::chrono::seconds> lifetime)
{
    Http::Grant grant;
    grant.headers = {{QByteArrayLiteral("Authorization"), QByteArrayLiteral("Bearer ") + token.toLatin1()}};
    if (lifetime)
        grant.expires = now.addSecs(lifetime->count());
    return grant;
}

ClientCredentials::ClientCredentials(
    Client client, Network network, const Clock &clock, std::unique_ptr<RandomSource> random)
    : m_provider(std::move(client), std::move(network)), m_clock(clock), m_random(std::move(random))
{
}

std::unique_ptr<Http::Call> ClientCredentials::obtain(Ready ready)
{
    const auto now = m_clock.elapsed();
    const bool resting = m_failure && now < m_retryAt;
    if (m_lease.holds(now)) {
        if (m_lease.due(now) && !m_call && !resting)
            start();
        ready(m_grant);
        return {};
    }
    if (!m_call && resting) {
        ready(Error(*m_failure));
        return {};
    }
    auto place = m_waiters.add(std::move(ready));
    if (!m_call)
        start();
    return place;
}

void ClientCredentials::logInAgain()
{
    m_lease = {};
    m_failure.reset();
    m_backoff.reset();
}

void ClientCredentials::start()
{
    const Client &client = m_provider.client();
    if (!client.tokenUrl.isEmpty()) {
        ask(client.tokenUrl);
        return;
    }
    m_call = m_provider.discover([this](const Result<Metadata> &metadata) {
        if (metadata)
            ask(metadata->token);
        else
            take(metadata.error());
    });
}

void ClientCredentials::ask(const QUrl &endpoint)
{
    const Client &client = m_provider.client();
    Parameters parameters{{QStringLiteral("grant_type"), QStringLiteral("client_credentials")}};
    if (!client.scopes.isEmpty())
        parameters.append({QStringLiteral("scope"), client.scopes.join(u' ')});
    if (!client.audience.isEmpty())
        parameters.append({QStringLiteral("audience"), client.audience});
    auto call = m_provider.post(endpoint, parameters, [this](const Result<Http::Response> &response) {
        take(response ? decodeTokens(response->body) : Result<Tokens>(response.error()));
    });
    m_call = std::move(call);
}

void ClientCredentials::take(const Result<Tokens> &tokens)
{
    const auto now = m_clock.elapsed();
    m_call.reset();
    if (!tokens) {
        m_failure = tokens.error();
        m_retryAt = now + m_backoff.next(*m_random, m_failure->retryAfter);
        m_waiters.tell(tokens.error());
        return;
    }
    m_failure.reset();
    m_backoff.reset();
    m_lease = Lease(now, tokens->lifetime);
    m_grant = bearerGrant(tokens->access, m_clock.now(), tokens->lifetime);
    changed();
    m_waiters.tell(m_grant);
}

} // namespace OAuth
