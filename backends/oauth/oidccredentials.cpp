// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/oidccredentials.h"

#include "backends/oauth/clientcredentials.h"
#include "backends/oauth/codeflow.h"
#include "backends/oauth/deviceflow.h"

#include <QCryptographicHash>

namespace OAuth {

namespace {

Error loginRequired(const QString &detail, const QString &where)
{
    return Error{Error::Kind::LoginRequired, 0, detail, where, {}};
}

} // namespace

OidcCredentials::OidcCredentials(
    Client client, Surroundings surroundings, std::unique_ptr<RandomSource> random, const Known &known)
    : m_around(std::move(surroundings)), m_provider(std::move(client), m_around.network), m_random(std::move(random)),
      m_refreshToken(known.refreshToken), m_loaded(!m_around.store),
      m_why(loginRequired({}, QUrl(m_provider.client().issuer).host()))
{
    if (known.idToken.isEmpty())
        return;
    // What a file says may be old; whether it is good is for the cluster to say.
    const QDateTime now = m_around.clock.now();
    if (const auto claims = decodeIdToken(known.idToken); claims && claims->expires > now.addSecs(10)) {
        const std::chrono::seconds lifetime(now.secsTo(claims->expires));
        m_lease = Lease(m_around.clock.elapsed(), lifetime);
        m_grant = bearerGrant(known.idToken, now, lifetime);
        m_subject = claims->subject;
    }
}

QString OidcCredentials::storeKey(const Client &client, const QString &account)
{
    // Other programs can list keys, and an issuer may have been written with a password in it.
    const QUrl issuer(client.issuer);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part :
        {issuer.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery), client.id, client.scopes.join(u','), account})
        hash.addData(QByteArray(part.toUtf8() + '\0'));
    return issuer.host() + u' ' + QString::fromLatin1(hash.result().toHex().first(32));
}

void OidcCredentials::store(const QString &token)
{
    if (!m_around.store)
        return;
    m_save = m_around.store->save(storeKey(m_provider.client(), m_around.account), token, [this](bool kept) {
        m_save.reset();
        const bool remembered = kept || m_refreshToken.isEmpty();
        if (m_kept == remembered)
            return;
        m_kept = remembered;
        changed();
    });
}

std::optional<Http::LoginPrompt> OidcCredentials::prompt() const
{
    return m_flow ? m_flow->prompt() : std::nullopt;
}

bool OidcCredentials::canRefresh() const
{
    const bool resting = m_failure && m_around.clock.elapsed() < m_retryAt;
    return !m_refreshToken.isEmpty() && !resting;
}

std::unique_ptr<Http::Call> OidcCredentials::obtain(Ready ready)
{
    const auto now = m_around.clock.elapsed();
    if (m_lease.holds(now)) {
        if (m_lease.due(now) && !busy() && !m_loaded)
            loadFirst();
        else if (m_lease.due(now) && !busy() && canRefresh())
            refresh();
        ready(m_grant);
        return {};
    }
    if (!busy() && m_loaded && !canRefresh()) {
        ready(m_refreshToken.isEmpty() ? Error(m_why) : Error(*m_failure));
        return {};
    }
    auto place = m_waiters.add(std::move(ready));
    if (!busy()) {
        if (m_loaded)
            refresh();
        else
            loadFirst();
    }
    return place;
}

void OidcCredentials::loadFirst()
{
    m_load = m_around.store->load(storeKey(m_provider.client(), m_around.account), [this](const QString &token) {
        m_load.reset();
        m_loaded = true;
        // It is newer than a kubeconfig's, which is worth nothing once it has been used; or that is from a new login.
        if (!token.isEmpty() && token != m_refreshToken)
            m_spareToken = std::exchange(m_refreshToken, token);
        if (loggingIn())
            return;
        if (m_refreshToken.isEmpty())
            m_waiters.tell(Error(m_why));
        else
            refresh();
    });
}

void OidcCredentials::refresh()
{
    m_refresh = m_provider.discover([this](const Result<Metadata> &metadata) {
        if (metadata)
            sendRefresh(*metadata);
        else
            refreshFailed(metadata.error());
    });
}

void OidcCredentials::sendRefresh(const Metadata &metadata)
{
    const Parameters parameters{{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
        {QStringLiteral("refresh_token"), m_refreshToken}};
    auto call = m_provider.post(
        metadata.token, parameters, [this, issuer = metadata.issuer](const Result<Http::Response> &response) {
            takeRefreshed(response ? decodeTokens(response->body) : Result<Tokens>(response.error()), issuer);
        });
    m_refresh = std::move(call);
}

void OidcCredentials::takeRefreshed(const Result<Tokens> &tokens, const QString &issuer)
{
    if (!tokens) {
        refreshFailed(tokens.error());
        return;
    }
    if (!tokens->id.isEmpty()) {
        const auto claims = decodeIdToken(tokens->id);
        const auto why = claims
            ? objection(*claims, {issuer, m_provider.client().id, {}, m_subject}, m_around.clock.now())
            : std::optional<Error>(claims.error());
        if (why) {
            refreshFailed(*why);
            return;
        }
    }
    if (const auto error = adopt(*tokens)) {
        refreshFailed(*error);
        return;
    }
    m_refresh.reset();
    changed();
    m_waiters.tell(m_grant);
}

void OidcCredentials::refreshFailed(const Error &error)
{
    const Error failure = error; // it may be the call's own
    m_refresh.reset();
    if (refusalCode(failure) == QLatin1String("invalid_grant")) {
        if (!m_spareToken.isEmpty()) {
            m_refreshToken = std::exchange(m_spareToken, {});
            store({});
            refresh();
            return;
        }
        forgetLogin(loginRequired(failure.detail, failure.where));
        m_waiters.tell(Error(m_why));
        return;
    }
    m_failure = failure;
    m_retryAt = m_around.clock.elapsed() + m_backoff.next(*m_random, failure.retryAfter);
    m_waiters.tell(failure);
}

//! The tokens become what requests carry.
std::optional<Error> OidcCredentials::adopt(const Tokens &tokens)
{
    const QDateTime now = m_around.clock.now();
    std::optional<std::chrono::seconds> lifetime = tokens.lifetime;
    const bool byIdToken = m_provider.client().bearer == Client::Bearer::IdToken;
    if (!tokens.refresh.isEmpty()) {
        m_refreshToken = tokens.refresh;
        m_spareToken.clear();
        store(m_refreshToken); // before the new token is used: the old one is worth nothing any more
    }
    if (byIdToken && tokens.id.isEmpty())
        return refusal(QStringLiteral("id_token"), QStringLiteral("the provider gave no ID token"));
    if (!tokens.id.isEmpty()) {
        if (const auto claims = decodeIdToken(tokens.id)) {
            m_subject = claims->subject;
            if (byIdToken)
                lifetime = std::chrono::seconds(now.secsTo(claims->expires));
        }
    }
    m_loaded = true; // what the store has is older now
    m_load.reset();
    m_failure.reset();
    m_backoff.reset();
    m_lease = Lease(m_around.clock.elapsed(), lifetime);
    m_grant = bearerGrant(byIdToken ? tokens.id : tokens.access, now, lifetime);
    return {};
}

void OidcCredentials::forgetLogin(const Error &why)
{
    m_why = why;
    m_refreshToken.clear();
    m_spareToken.clear();
    m_failure.reset();
    m_kept = true;
    store({});
}

void OidcCredentials::logInAgain()
{
    m_refresh.reset(); // what waits for it waits for the login now
    m_flow.reset();
    m_discovery.reset();
    m_place.reset();
    m_load.reset();
    m_loaded = true; // whatever the store has is to be forgotten
    forgetLogin(loginRequired({}, QUrl(m_provider.client().issuer).host()));
    m_backoff.reset();
    if (m_around.gate)
        m_place = m_around.gate([this] { beginFlow(); });
    else
        beginFlow();
    changed();
}

void OidcCredentials::beginFlow()
{
    m_discovery = m_provider.discover([this](const Result<Metadata> &metadata) {
        if (metadata)
            startFlow(*metadata);
        else
            flowEnded(metadata.error());
    });
}

void OidcCredentials::startFlow(const Metadata &metadata)
{
    LoginFlow::Events events{
        [this] { changed(); }, [this](const Result<Tokens> &tokens) { flowEnded(Result<Tokens>(tokens)); }};
    const bool device = m_provider.client().flow == Client::Flow::Device || metadata.authorization.isEmpty();
    if ((device ? metadata.deviceAuthorization : metadata.authorization).isEmpty()) {
        flowEnded(Error{Error::Kind::Unsupported, 0, QStringLiteral("the provider has no endpoint for this login"),
            metadata.token.host(), {}});
        return;
    }
    const Metadata kept = metadata; // the discovery's own goes with it
    if (device)
        m_flow = std::make_unique<DeviceFlow>(m_provider, kept, m_around.clock, std::move(events));
    else
        m_flow = std::make_unique<CodeFlow>(m_provider, kept, m_around.clock, m_around.entropy, std::move(events));
    m_flow->start();
}

void OidcCredentials::flowEnded(const Result<Tokens> &tokens)
{
    const Result<Tokens> outcome = tokens; // the flow's own goes with it
    m_flow.reset();
    m_discovery.reset();
    m_place.reset();
    std::optional<Error> error;
    if (!outcome)
        error = outcome.error();
    else
        error = adopt(*outcome);
    if (error) {
        // Nobody tries again by itself, so it must not look as if somebody did.
        m_why = error->transient() ? loginRequired(error->detail, error->where) : *error;
        changed();
        m_waiters.tell(Error(m_why));
        return;
    }
    changed();
    m_waiters.tell(m_grant);
}

} // namespace OAuth
