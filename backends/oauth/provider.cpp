// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/provider.h"

#include "backends/http/networktransport.h"
#include "backends/login/fixedcredentials.h"

#include <QCryptographicHash>

namespace OAuth {

namespace {

constexpr qint64 longestAnswer = 1024 * 1024;

QByteArray form(const Parameters &parameters)
{
    QByteArray body;
    for (const auto &[name, value] : parameters) {
        if (!body.isEmpty())
            body += '&';
        body += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return body;
}

Http::Request requestFor(const QUrl &endpoint)
{
    Http::Request request;
    request.path = endpoint.path();
    request.query = QUrlQuery(endpoint);
    request.sizeLimit = longestAnswer;
    return request;
}

//! A failure that is known at once and told as all others are.
class Later final : public Http::Call
{
public:
    Later(const Error &error, Http::Transport::Done done)
    {
        QMetaObject::invokeMethod(
            &m_here, [error, done = std::move(done)] { done(error); }, Qt::QueuedConnection);
    }

private:
    QObject m_here; // what is posted dies with it
};

} // namespace

Network realNetwork(const Clock &clock, const Http::Environment &environment)
{
    return [&clock, environment](Http::Server server, std::unique_ptr<Http::Credentials> credentials) {
        server.proxy = Http::proxyFor(server.base, {}, environment);
        return std::unique_ptr<Http::Transport>(
            std::make_unique<Http::NetworkTransport>(std::move(server), std::move(credentials), clock));
    };
}

Provider::Provider(Client client, Network network) : m_client(std::move(client)), m_network(std::move(network))
{
}

std::unique_ptr<Http::Call> Provider::discover(std::function<void(const Result<Metadata> &)> done)
{
    QString address = m_client.issuer;
    while (address.endsWith(u'/'))
        address.chop(1);
    const QUrl url(address + u"/.well-known/openid-configuration", QUrl::StrictMode);
    Http::Transport &transport = transportTo(url, {});
    return transport.send(requestFor(url), [this, done = std::move(done)](const Result<Http::Response> &response) {
        const auto tell = done; // which may destroy the call, and so this
        if (!response) {
            tell(response.error());
            return;
        }
        const auto metadata = decodeMetadata(response->body, m_client.issuer);
        if (metadata)
            m_metadata = *metadata;
        tell(metadata);
    });
}

bool Provider::secretInHeader(const QUrl &endpoint) const
{
    // Credentials travel in headers over TLS only; a provider on this machine may do without.
    if (endpoint.scheme() != QLatin1String("https"))
        return false;
    switch (m_client.secretBy) {
    case Client::SecretBy::Basic:
        return true;
    case Client::SecretBy::Post:
        return false;
    case Client::SecretBy::Discovery:
        break;
    }
    return !m_metadata || !m_metadata->secretInBody;
}

std::unique_ptr<Http::Call> Provider::post(const QUrl &endpoint, Parameters parameters, Http::Transport::Done done)
{
    const auto secret = secretOf(m_client);
    if (!secret)
        return std::make_unique<Later>(secret.error(), std::move(done));
    const bool inHeader = !secret->isEmpty() && secretInHeader(endpoint);
    if (!inHeader)
        parameters.append({QStringLiteral("client_id"), m_client.id});
    if (!inHeader && !secret->isEmpty())
        parameters.append({QStringLiteral("client_secret"), *secret});
    Http::Request request = requestFor(endpoint);
    request.method = QByteArrayLiteral("POST");
    request.contentType = QByteArrayLiteral("application/x-www-form-urlencoded");
    request.body = form(parameters);
    request.repeat = Http::Repeat::Never;
    return transportTo(endpoint, inHeader ? *secret : QString()).send(request, std::move(done));
}

Http::Transport &Provider::transportTo(const QUrl &endpoint, const QString &basicSecret)
{
    const QUrl origin
        = endpoint.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    QString key = origin.toString();
    if (!basicSecret.isEmpty())
        key += u' '
            + QString::fromLatin1(QCryptographicHash::hash(basicSecret.toUtf8(), QCryptographicHash::Sha256).toHex());
    auto &transport = m_transports[key];
    if (!transport) {
        Http::Server server;
        server.base = origin;
        server.tls = m_client.tls;
        server.failure = decodeRefusal;
        const auto encoded
            = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); }; // RFC 6749, 2.3.1
        transport = m_network(std::move(server),
            basicSecret.isEmpty() ? Login::FixedCredentials::none()
                                  : Login::FixedCredentials::basic(encoded(m_client.id), encoded(basicSecret)));
    }
    return *transport;
}

} // namespace OAuth
