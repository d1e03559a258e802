// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/backoff.h"
#include "backends/login/waiters.h"
#include "backends/oauth/lease.h"
#include "backends/oauth/loginflow.h"
#include "backends/oauth/pkce.h"
#include "backends/oauth/provider.h"
#include "backends/oauth/tokenstore.h"

namespace OAuth {

//! Logs a person in with OpenID Connect. Without any token requests fail with Error::LoginRequired at once: a browser
//! is wanted only after logInAgain(), which forgets what is kept, and then prompt() says where. Who asks meanwhile
//! waits for the outcome. Refreshed in the background; refresh tokens rotate. The signature of an ID token is not
//! checked, because each comes from the token endpoint itself over TLS (OpenID Connect Core 1.0, 3.1.3.7, 6); its
//! claims are.
class OidcCredentials final : public Http::Credentials
{
public:
    //! Lets a login begin when there is a place for it; the answer is the place.
    using Gate = std::function<std::unique_ptr<Http::Call>(std::function<void()> enter)>;

    struct Known //!< from an earlier login
    {
        QString idToken;
        QString refreshToken;
    };
    struct Surroundings
    {
        const Clock &clock; //!< must outlive the credentials
        Network network;
        Entropy entropy = systemEntropy;
        std::shared_ptr<TokenStore> store; //!< null: refresh tokens stay in memory
        QString account; //!< whose login it is: each has an entry of its own in the store, because tokens rotate
        Gate gate; //!< empty: logins begin at once
    };

    OidcCredentials(
        Client client, Surroundings surroundings, std::unique_ptr<RandomSource> random, const Known &known = {});

    [[nodiscard]] std::unique_ptr<Http::Call> obtain(Ready ready) override;
    void rejected() override { m_lease.refuse(m_around.clock.elapsed()); }
    void logInAgain() override;
    [[nodiscard]] bool canLogIn() const override { return true; }
    [[nodiscard]] QDateTime expires() const override { return m_grant.expires; }
    [[nodiscard]] std::optional<Http::LoginPrompt> prompt() const override;
    [[nodiscard]] bool remembered() const override { return m_kept; }
    //! Where the store has the login of \a account. Says no more than which provider it is for.
    [[nodiscard]] static QString storeKey(const Client &client, const QString &account);

private:
    Surroundings m_around;
    Provider m_provider;
    std::unique_ptr<RandomSource> m_random;
    Http::Backoff m_backoff;
    Lease m_lease;
    Http::Grant m_grant;
    QString m_refreshToken;
    QString m_subject;
    QString m_spareToken; // a kubeconfig's, while the store's is in use
    bool m_loaded; // whether the store has been asked
    bool m_kept = true; // by the store
    Login::Waiters m_waiters;
    std::optional<Error> m_failure; // of the last refresh
    std::chrono::milliseconds m_retryAt{0};
    Error m_why; // what to say while nobody is logged in
    std::unique_ptr<Http::Call> m_load;
    std::unique_ptr<Http::Call> m_save;
    std::unique_ptr<Http::Call> m_refresh; // discovery or the refresh itself
    std::unique_ptr<Http::Call> m_place; // at the gate
    std::unique_ptr<Http::Call> m_discovery; // of the flow
    std::unique_ptr<LoginFlow> m_flow;

    [[nodiscard]] bool loggingIn() const { return m_place || m_discovery || m_flow; }
    [[nodiscard]] bool busy() const { return m_load || m_refresh || loggingIn(); }
    void store(const QString &token);
    [[nodiscard]] bool canRefresh() const;
    void loadFirst();
    void refresh();
    void sendRefresh(const Metadata &metadata);
    void takeRefreshed(const Result<Tokens> &tokens, const QString &issuer);
    void refreshFailed(const Error &error);
    void beginFlow();
    void startFlow(const Metadata &metadata);
    void flowEnded(const Result<Tokens> &tokens);
    [[nodiscard]] std::optional<Error> adopt(const Tokens &tokens);
    void forgetLogin(const Error &why);
};

} // namespace OAuth
