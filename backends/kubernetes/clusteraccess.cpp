// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/clusteraccess.h"

#include "backends/kubernetes/decode.h"

namespace Kubernetes {

namespace {

Http::TlsSettings tlsOf(const Connection &connection)
{
    const KubeconfigCluster &cluster = connection.cluster;
    const KubeconfigUser &user = connection.user;
    Http::TlsSettings tls;
    tls.authorityData = cluster.certificateAuthorityData;
    tls.authorityFile = cluster.certificateAuthorityFile;
    tls.verify = !cluster.insecureSkipTlsVerify;
    tls.verifyName = cluster.tlsServerName;
    tls.certificateData = user.clientCertificateData;
    tls.certificateFile = user.clientCertificateFile;
    tls.keyData = user.clientKeyData;
    tls.keyFile = user.clientKeyFile;
    return tls;
}

} // namespace

Result<Http::Server> serverOf(const Connection &connection, const Http::Environment &environment)
{
    const QUrl &proxy = connection.cluster.proxyUrl;
    if (proxy.scheme() == QLatin1String("https"))
        return Error{Error::Kind::Unsupported, 0, QStringLiteral("a proxy-url with https"), proxy.host(), {}};
    Http::Server server;
    server.base = connection.cluster.server;
    server.tls = tlsOf(connection);
    server.proxy = Http::proxyFor(server.base, proxy, environment);
    if (connection.cluster.disableCompression)
        server.compression = Http::Compression::Off;
    server.failure = decodeFailure;
    return server;
}

Result<std::unique_ptr<Http::Credentials>> credentialsOf(const Connection &connection, const Clock &clock)
{
    const KubeconfigUser &user = connection.user;
    const auto unsupported = [&user](const QString &what) {
        return Error{Error::Kind::Unsupported, 0, plainDetail(what), user.name, {}};
    };
    if (!user.impersonateUser.isEmpty())
        return unsupported(QStringLiteral("impersonation (as: %1)").arg(user.impersonateUser));
    if (!user.execCommand.isEmpty())
        return unsupported(QStringLiteral("the exec plugin %1").arg(user.execCommand));
    if (!user.authProvider.isEmpty())
        return unsupported(QStringLiteral("the auth provider %1").arg(user.authProvider));
    if (!user.tokenFile.isEmpty())
        return std::unique_ptr<Http::Credentials>(
            std::make_unique<Http::TokenFileCredentials>(user.tokenFile, user.token, clock));
    if (!user.token.isEmpty())
        return Http::FixedCredentials::bearer(user.token);
    if (!user.username.isEmpty())
        return Http::FixedCredentials::basic(user.username, user.password);
    return Http::FixedCredentials::none();
}

Identity identityOf(const Connection &connection)
{
    const KubeconfigUser &user = connection.user;
    const Http::TlsSettings tls = tlsOf(connection);
    Identity identity;
    identity.user = user.name;
    // A header wins over a certificate when a request carries both.
    if (!user.tokenFile.isEmpty()) {
        identity.method = Identity::Method::TokenFile;
    } else if (!user.token.isEmpty()) {
        identity.method = Identity::Method::Token;
    } else if (!user.username.isEmpty()) {
        identity.method = Identity::Method::Basic;
        identity.user = user.username;
    } else if (tls.hasClientCertificate()) {
        identity.method = Identity::Method::ClientCertificate;
        if (const auto certificate = Http::certificateIdentity(tls); certificate) {
            identity.user = certificate->user;
            identity.expires = certificate->expires;
            identity.source = Identity::Source::Certificate;
        }
    }
    return identity;
}

} // namespace Kubernetes
