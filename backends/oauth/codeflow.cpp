// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/codeflow.h"

#include <QUrlQuery>

namespace OAuth {

CodeFlow::CodeFlow(Provider &provider, Metadata metadata, const Clock &clock, const Entropy &entropy, Events events)
    : m_provider(provider), m_metadata(std::move(metadata)), m_clock(clock), m_events(std::move(events)),
      m_state(randomWord(entropy)), m_nonce(randomWord(entropy)), m_verifier(randomWord(entropy)),
      m_redirect(m_state, [this](const Redirect &redirect) { comeBack(redirect); })
{
}

void CodeFlow::start()
{
    if (const auto listening = m_redirect.listen(m_provider.client().redirectPorts); !listening) {
        m_timeout = m_clock.after(std::chrono::milliseconds(0), [this, error = listening.error()] { end(error); });
        return;
    }
    m_prompt = Http::LoginPrompt{page(), {}, m_clock.now().addSecs(std::chrono::seconds(patience).count())};
    m_timeout = m_clock.after(patience, [this] {
        end(Error{Error::Kind::LoginRequired, 0, QStringLiteral("nobody logged in within five minutes"),
            m_metadata.authorization.host(), {}});
    });
    m_events.promptChanged();
}

QUrl CodeFlow::page() const
{
    const Client &client = m_provider.client();
    QUrlQuery query(m_metadata.authorization);
    const auto add = [&query](const char *name, const QString &value) {
        query.addQueryItem(QLatin1String(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("response_type", QStringLiteral("code"));
    add("client_id", client.id);
    add("redirect_uri", m_redirect.uri());
    add("scope", client.scopes.join(u' '));
    add("state", QString::fromLatin1(m_state));
    add("nonce", QString::fromLatin1(m_nonce));
    add("code_challenge", QString::fromLatin1(challengeOf(m_verifier)));
    add("code_challenge_method", QStringLiteral("S256"));
    if (client.scopes.contains(QLatin1String("offline_access")))
        add("prompt", QStringLiteral("consent")); // else there is no refresh token (OpenID Connect Core 1.0, 11)
    QUrl url = m_metadata.authorization;
    url.setQuery(query);
    return url;
}

void CodeFlow::comeBack(const Redirect &redirect)
{
    const bool wrongIssuer
        = redirect.issuer.isEmpty() ? m_metadata.issuerInRedirect : redirect.issuer != m_metadata.issuer;
    if (wrongIssuer)
        end(refusal(QStringLiteral("iss"), QStringLiteral("the answer came from another issuer")));
    else if (!redirect.error.isEmpty())
        end(refusal(redirect.error, redirect.description));
    else
        exchange(redirect.code);
}

void CodeFlow::exchange(const QString &code)
{
    m_prompt.reset();
    m_events.promptChanged();
    m_timeout.reset();
    const Parameters parameters{{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
        {QStringLiteral("code"), code}, {QStringLiteral("redirect_uri"), m_redirect.uri()},
        {QStringLiteral("code_verifier"), QString::fromLatin1(m_verifier)}};
    m_call = m_provider.post(
        m_metadata.token, parameters, [this](const Result<Http::Response> &response) { take(response); });
}

void CodeFlow::take(const Result<Http::Response> &response)
{
    const auto tokens = response ? decodeTokens(response->body) : Result<Tokens>(response.error());
    const ExpectedIdToken expected{m_metadata.issuer, m_provider.client().id, QString::fromLatin1(m_nonce), {}};
    const auto why = tokens ? objection(*tokens, expected, m_clock.now()) : std::nullopt;
    end(why ? Result<Tokens>(*why) : tokens);
}

void CodeFlow::end(const Result<Tokens> &outcome)
{
    m_timeout.reset();
    m_prompt.reset();
    const auto ended = std::move(m_events.ended); // it may destroy this
    ended(outcome);
}

} // namespace OAuth
