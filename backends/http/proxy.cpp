// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/proxy.h"

#include <QHostAddress>

namespace Http {

namespace {

QString variable(const Environment &environment, const char *upper, const char *lower)
{
    const QString value = environment(lower);
    return value.isEmpty() ? environment(upper) : value;
}

bool isExempt(const QUrl &target, const QString &noProxy)
{
    const QString host = target.host();
    const QHostAddress address(host);
    if (host == QLatin1String("localhost") || address.isLoopback())
        return true;
    const int port = target.port(target.scheme() == QLatin1String("https") ? 443 : 80);
    for (QString entry : noProxy.split(u',', Qt::SkipEmptyParts)) {
        entry = entry.trimmed();
        if (entry == QLatin1String("*"))
            return true;
        if (entry.contains(u'/')) {
            const auto range = QHostAddress::parseSubnet(entry);
            if (range.second >= 0 && !address.isNull() && address.isInSubnet(range))
                return true;
            continue;
        }
        const qsizetype colon = entry.lastIndexOf(u':');
        if (colon > 0 && entry.count(u':') == 1) { // more colons are an IPv6 address
            if (QStringView(entry).sliced(colon + 1).toInt() != port)
                continue;
            entry.truncate(colon);
        }
        if (entry.startsWith(QLatin1String("*.")))
            entry.remove(0, 1);
        const bool subdomainsOnly = entry.startsWith(u'.');
        const QString suffix = subdomainsOnly ? entry : QString(u'.' + entry);
        if (host.endsWith(suffix, Qt::CaseInsensitive)
            || (!subdomainsOnly && host.compare(entry, Qt::CaseInsensitive) == 0))
            return true;
    }
    return false;
}

QNetworkProxy fromUrl(const QUrl &url)
{
    const bool socks = url.scheme().startsWith(QLatin1String("socks5"));
    return QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
        static_cast<quint16>(url.port(socks ? 1080 : 80)), url.userName(), url.password());
}

} // namespace

QNetworkProxy proxyFor(const QUrl &target, const QUrl &configured, const Environment &environment)
{
    if (!configured.isEmpty())
        return fromUrl(configured);
    const bool secure = target.scheme() == QLatin1String("https");
    const QString value = secure ? variable(environment, "HTTPS_PROXY", "https_proxy")
                                 : variable(environment, "HTTP_PROXY", "http_proxy");
    if (value.isEmpty() || isExempt(target, variable(environment, "NO_PROXY", "no_proxy")))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    // Without a scheme it is an HTTP proxy's host:port.
    return fromUrl(value.contains(QLatin1String("://")) ? QUrl(value) : QUrl(QLatin1String("http://") + value));
}

} // namespace Http
