// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serverlink.h"

#include "backends/alertmanager/decode.h"
#include "backends/core/clock.h"
#include "backends/http/proxy.h"
#include "backends/http/server.h"
#include "backends/login/fixedcredentials.h"
#include "backends/prometheus/decode.h"

namespace {

QString environmentValue(const char *name)
{
    return qEnvironmentVariable(name);
}

Http::Server serverAt(const QUrl &url, Connection::Service service)
{
    Http::Server server;
    server.base = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    server.proxy = Http::proxyFor(url, {}, environmentValue);
    server.failure
        = service == Connection::Service::Alertmanager ? Alertmanager::decodeFailure : Prometheus::decodeFailure;
    return server;
}

std::unique_ptr<Http::Credentials> credentialsFor(
    const ServerLink::Setting &setting, const ServerAccess &access, const Clock &clock)
{
    if (!access.login.isEmpty()) {
        const QString service = setting.service == Connection::Service::Alertmanager ? QStringLiteral("alertmanager ")
                                                                                     : QStringLiteral("prometheus ");
        return Logins::credentialsFor(Logins::planOf(access.login), nullptr,
            {access.means.gate, access.tokens, QString(service + access.context)}, clock);
    }
    return setting.url.userName().isEmpty()
        ? Login::FixedCredentials::none()
        : Login::FixedCredentials::basic(setting.url.userName(), setting.url.password());
}

Http::SharedTransport::Headers headersOf(const ServerLink::Setting &setting)
{
    if (setting.organisation.isEmpty())
        return {};
    return {{QByteArrayLiteral("X-Scope-OrgID"), setting.organisation.toUtf8()}};
}

} // namespace

ServerLink::ServerLink(
    Setting setting, const ServerAccess &access, ConnectionTableModel &connections, const Clock &clock, QObject *parent)
    : QObject(parent), m_setting(std::move(setting)),
      m_transports(ServerAccess::shared(
          [setting = m_setting, access, relay = m_endpoint, &clock] {
              return ServerAccess::endpointAt(serverAt(setting.url, setting.service),
                  credentialsFor(setting, access, clock), access.http, *relay, clock);
          },
          headersOf(m_setting))),
      m_connection(std::make_unique<ConnectionFeed>(m_setting.id, m_setting.name, m_setting.service,
          serverAt(m_setting.url, m_setting.service).name(), connections, clock))
{
    connect(m_endpoint.get(), &EndpointRelay::reported, m_connection.get(), &ConnectionFeed::take);
}

ServerLink::~ServerLink() = default;

void ServerLink::setName(const QString &name)
{
    m_setting.name = name;
    m_connection->setCluster(name);
}

QString ServerLink::address() const
{
    return m_setting.url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment)
        .toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
}
