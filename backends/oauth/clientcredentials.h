// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/backoff.h"
#include "backends/login/waiters.h"
#include "backends/oauth/lease.h"
#include "backends/oauth/provider.h"

namespace OAuth {

//! Logs in as a program does, with an id and a secret of its own (RFC 6749, 4.4). The next token is asked for while the
//! last one still holds; while the provider cannot be reached it is asked again with growing pauses.
class ClientCredentials final : public Http::Credentials
{
public:
    //! \a clock must outlive this.
    ClientCredentials(Client client, Network network, const Clock &clock, std::unique_ptr<RandomSource> random);

    [[nodiscard]] std::unique_ptr<Http::Call> obtain(Ready ready) override;
    void rejected() override { m_lease.refuse(m_clock.elapsed()); }
    void logInAgain() override;
    [[nodiscard]] bool canLogIn() const override { return true; }
    [[nodiscard]] QDateTime expires() const override { return m_grant.expires; }

private:
    Provider m_provider;
    const Clock &m_clock;
    std::unique_ptr<RandomSource> m_random;
    Http::Backoff m_backoff;
    Lease m_lease;
    Http::Grant m_grant;
    Login::Waiters m_waiters;
    std::unique_ptr<Http::Call> m_call;
    std::optional<Error> m_failure;
    std::chrono::milliseconds m_retryAt{0};

    void start();
    void ask(const QUrl &endpoint);
    void take(const Result<Tokens> &tokens);
};

//! A bearer token as a grant that ends \a lifetime after \a now.
[[nodiscard]] Http::Grant bearerGrant(
    const QString &token, const QDateTime &now, std::optional<std::chrono::seconds> lifetime);

} // namespace OAuth
