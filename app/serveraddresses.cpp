// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serveraddresses.h"

#include "app/commandline.h"

#include <QHash>

QList<ServerAddress> ServerAddresses::addresses(
    Connection::Service service, const std::function<bool(const QString &)> &wanted) const
{
    const bool metrics = service == Connection::Service::Prometheus;
    QList<ServerAddress> found;
    for (const auto &[name, url] : metrics ? m_commandLine.prometheus : m_commandLine.alertmanager) {
        if (wanted(name))
            found.append({name, url, {}});
    }
    if (found.isEmpty()) {
        for (const ServerAddress &address : metrics ? m_settings.prometheus : m_settings.alertmanager) {
            if (wanted(address.cluster) && QUrl(address.url).isValid())
                found.append(address);
        }
    }
    for (ServerAddress &address : found) {
        for (const auto &[name, id] : m_commandLine.organisations) {
            if (name == address.cluster)
                address.organisation = id;
        }
    }
    return found;
}

QList<ServerLink::Setting> ServerAddresses::ofCluster(
    const QString &context, const QString &cluster, const QString &name, Connection::Service service) const
{
    QList<ServerLink::Setting> servers;
    const auto ofIt = [&](const QString &each) { return each == context || each == cluster; };
    for (const ServerAddress &address : addresses(service, ofIt)) {
        const QString id = servers.isEmpty() ? context : QString(context + u'#' + QString::number(servers.size() + 1));
        servers.append({id, name, context, service, QUrl(address.url), address.organisation});
    }
    return servers;
}

QList<ServerLink::Setting> ServerAddresses::ofNobody(const QSet<QString> &known, Connection::Service service) const
{
    QList<ServerLink::Setting> servers;
    QHash<QString, int> uses;
    for (const ServerAddress &address :
        addresses(service, [&](const QString &name) { return !known.contains(name); })) {
        const int use = ++uses[address.cluster];
        const QString id = QStringLiteral("server/") + address.cluster
            + (use == 1 ? QString() : QString(u'#' + QString::number(use)));
        servers.append({id, address.cluster, {}, service, QUrl(address.url), address.organisation});
    }
    return servers;
}
