// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/clusteraccess.h"
#include "backends/login/fixedcredentials.h"
#include "backends/login/tokenfilecredentials.h"

#include "backends/kubernetes/decode.h"
#include "backends/login/execcredentials.h"
#include "backends/login/impersonation.h"

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

bool hasCertificate(const KubeconfigUser &user)
{
    return !user.clientCertificateData.isEmpty() || !user.clientCertificateFile.isEmpty();
}

Login::Impersonation impersonationOf(const KubeconfigUser &user)
{
    return {user.impersonateUser, user.impersonateUid, user.impersonateGroups, user.impersonateExtra};
}

Login::ExecCluster execClusterOf(const Connection &connection)
{
    const KubeconfigCluster &cluster = connection.cluster;
    return {cluster.server.toString(QUrl::FullyEncoded), cluster.tlsServerName, cluster.insecureSkipTlsVerify,
        cluster.certificateAuthorityData, cluster.certificateAuthorityFile,
        cluster.proxyUrl.toString(QUrl::FullyEncoded), cluster.disableCompression, cluster.execConfig};
}

std::unique_ptr<Http::Credentials> pluginCredentials(
    const Connection &connection, const LoginMeans &means, const Clock &clock)
{
    return std::make_unique<Login::ExecCredentials>(connection.user.exec, execClusterOf(connection),
        Login::ExecCredentials::Means{clock, means.gate, means.plugins, means.environment},
        std::make_unique<SystemRandom>());
}

//! Providers that clients had built in until they became plugins: the program that takes the place of each.
Error providerGone(const KubeconfigUser &user)
{
    Error error{
        Error::Kind::Unsupported, 0, plainDetail(QString(u"the auth provider " + user.authProvider)), user.name, {}};
    error.cause = Error::Cause::ProviderGone;
    if (user.authProvider == QLatin1String("gcp"))
        error.facts.append({Error::Fact::Kind::Command, QStringLiteral("gke-gcloud-auth-plugin")});
    else if (user.authProvider == QLatin1String("azure"))
        error.facts.append({Error::Fact::Kind::Command, QStringLiteral("kubelogin")});
    return error;
}

Result<std::unique_ptr<Http::Credentials>> ownCredentials(
    const Connection &connection, const LoginMeans &means, const Clock &clock)
{
    const KubeconfigUser &user = connection.user;
    if (!user.tokenFile.isEmpty())
        return std::unique_ptr<Http::Credentials>(
            std::make_unique<Login::TokenFileCredentials>(user.tokenFile, user.token, clock));
    if (!user.token.isEmpty())
        return Login::FixedCredentials::bearer(user.token);
    if (!user.username.isEmpty())
        return Login::FixedCredentials::basic(user.username, user.password);
    if (hasCertificate(user)) // presented by the connection itself
        return Login::FixedCredentials::none();
    if (!user.exec.isEmpty())
        return pluginCredentials(connection, means, clock);
    if (user.authProvider == QLatin1String("oidc") && means.openId)
        return means.openId(connection);
    if (!user.authProvider.isEmpty())
        return providerGone(user);
    return Login::FixedCredentials::none();
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

LoginMeans systemLoginMeans(const Clock &clock)
{
    const auto environment = QProcessEnvironment::systemEnvironment();
    return {std::make_shared<Login::Gate>(), std::make_shared<Login::PluginSearch>(environment, clock), environment};
}

Result<std::unique_ptr<Http::Credentials>> credentialsOf(
    const Connection &connection, const LoginMeans &means, const Clock &clock)
{
    auto own = ownCredentials(connection, means, clock);
    return own ? impersonating(std::move(own).value(), connection.user) : std::move(own);
}

Result<std::unique_ptr<Http::Credentials>> impersonating(
    std::unique_ptr<Http::Credentials> own, const KubeconfigUser &user)
{
    const Login::Impersonation who = impersonationOf(user);
    if (who.user.isEmpty())
        return own;
    auto headers = Login::impersonationHeaders(who);
    if (!headers) {
        Error error = headers.error();
        error.where = user.name;
        return error;
    }
    return std::unique_ptr<Http::Credentials>(
        std::make_unique<Login::ImpersonatingCredentials>(std::move(own), std::move(headers).value()));
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
    } else if (!user.exec.isEmpty()) {
        identity.method = Identity::Method::Plugin;
    }
    if (!user.impersonateUser.isEmpty()) {
        identity.user = user.impersonateUser;
        identity.source = Identity::Source::Kubeconfig;
        identity.impersonated = true;
    }
    return identity;
}

} // namespace Kubernetes
