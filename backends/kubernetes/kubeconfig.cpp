// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/kubeconfig.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>

namespace Kubernetes {

namespace {

Error configuration(const QString &detail, const QString &where)
{
    return Error{Error::Kind::Configuration, 0, plainDetail(detail), where, {}};
}

//! The files that \a environment lists, each once; empty entries are none.
QStringList listed(const QString &environment)
{
    QStringList files = environment.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    files.removeDuplicates();
    return files;
}

template <typename Entry>
void mergeEntries(QList<Entry> &first, const QList<Entry> &later)
{
    QSet<QString> names;
    for (const Entry &entry : std::as_const(first))
        names.insert(entry.name);
    for (const Entry &entry : later) {
        if (!names.contains(entry.name))
            first.append(entry);
    }
}

template <typename Entry>
const Entry *named(const QList<Entry> &entries, const QString &name)
{
    const auto found
        = std::find_if(entries.begin(), entries.end(), [&name](const Entry &entry) { return entry.name == name; });
    return found == entries.end() ? nullptr : &*found;
}

Result<QByteArray> readFile(const QString &path)
{
    constexpr qint64 longest = 10 * 1024 * 1024;
    // A pipe could keep us waiting for ever, so only plain files are opened.
    if (!QFileInfo(path).isFile())
        return configuration(QStringLiteral("not a regular file"), path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return configuration(file.errorString(), path);
    const QByteArray text = file.read(longest + 1);
    if (file.error() != QFileDevice::NoError)
        return configuration(file.errorString(), path);
    return text;
}

bool isNamespaceName(const QString &name)
{
    static const QRegularExpression label(QStringLiteral("\\A[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\z"));
    return label.match(name).hasMatch();
}

bool isSecure(const Connection &connection)
{
    return connection.cluster.server.scheme() == QLatin1String("https");
}

//! client-go adds the scheme to a bare host and port: https as soon as anything about certificates is said.
void completeServer(Connection &connection)
{
    const KubeconfigCluster &cluster = connection.cluster;
    if (!cluster.server.scheme().isEmpty())
        return;
    const bool aboutTls = cluster.insecureSkipTlsVerify || !cluster.certificateAuthorityData.isEmpty()
        || !cluster.certificateAuthorityFile.isEmpty() || !connection.user.clientCertificateData.isEmpty()
        || !connection.user.clientCertificateFile.isEmpty();
    connection.cluster.server.setScheme(aboutTls ? QStringLiteral("https") : QStringLiteral("http"));
}

//! Why the cluster cannot be used; nothing when it can.
std::optional<Error> clusterFault(const Connection &connection, const QString &where)
{
    const KubeconfigCluster &cluster = connection.cluster;
    const QUrl &server = cluster.server;
    if (server.host().isEmpty() || !server.isValid())
        return configuration(u"cluster " + cluster.name + u" has no server, or one that is not an address", where);
    if (server.scheme() != QLatin1String("https") && server.scheme() != QLatin1String("http"))
        return configuration(u"the server of cluster " + cluster.name + u" is neither https nor http", where);
    const bool hasAuthority
        = !cluster.certificateAuthorityData.isEmpty() || !cluster.certificateAuthorityFile.isEmpty();
    if (cluster.insecureSkipTlsVerify && hasAuthority) {
        return configuration(
            u"cluster " + cluster.name + u" has both insecure-skip-tls-verify and a certificate authority", where);
    }
    const QString proxy = cluster.proxyUrl.scheme();
    if (cluster.proxyUrl.isEmpty() || proxy == QLatin1String("http") || proxy == QLatin1String("socks5"))
        return {};
    Error error = configuration(u"the proxy-url of cluster " + cluster.name + u" is neither http nor socks5", where);
    if (proxy == QLatin1String("https")) // kubectl can, we cannot
        error.kind = Error::Kind::Unsupported;
    return error;
}

//! Versions that client-go speaks. It also wants an interactiveMode with v1, which we take for IfAvailable.
QString execFault(const KubeconfigUser &user)
{
    if (user.exec.isEmpty())
        return {};
    if (user.exec.apiVersion != QLatin1String("client.authentication.k8s.io/v1")
        && user.exec.apiVersion != QLatin1String("client.authentication.k8s.io/v1beta1"))
        return QStringLiteral("exec with an apiVersion other than client.authentication.k8s.io/v1 and v1beta1");
    const QStringList modes{
        QString(), QStringLiteral("Never"), QStringLiteral("IfAvailable"), QStringLiteral("Always")};
    if (!modes.contains(user.execMode))
        return QStringLiteral("exec with an interactiveMode other than Never, IfAvailable and Always");
    return {};
}

//! Likewise for the user, as client-go validates the one that is used.
QString userFault(const KubeconfigUser &user)
{
    const bool hasBasic = !user.username.isEmpty() || !user.password.isEmpty();
    if (hasBasic && !user.token.isEmpty())
        return QStringLiteral("both a token and a password");
    if (!user.exec.isEmpty() && !user.authProvider.isEmpty())
        return QStringLiteral("both exec and auth-provider");
    if (const QString fault = execFault(user); !fault.isEmpty())
        return fault;
    const bool hasCertificate = !user.clientCertificateData.isEmpty() || !user.clientCertificateFile.isEmpty();
    const bool hasKey = !user.clientKeyData.isEmpty() || !user.clientKeyFile.isEmpty();
    if (hasCertificate && !hasKey)
        return QStringLiteral("a client certificate without its key");
    if (hasKey && !hasCertificate)
        return QStringLiteral("a client key without its certificate");
    const bool asMore
        = !user.impersonateUid.isEmpty() || !user.impersonateGroups.isEmpty() || !user.impersonateExtra.isEmpty();
    if (asMore && user.impersonateUser.isEmpty())
        return QStringLiteral("as-uid, as-groups or as-user-extra without as");
    return {};
}

//! A path beside data is never read; say so once instead of failing, unlike kubectl's strict check.
void preferData(const QByteArray &data, QString &file, const QString &key, const QString &of, QStringList &warnings)
{
    if (data.isEmpty() || file.isEmpty())
        return;
    warnings.append(of + u": " + key + u"-data is used, " + key + u" is not read");
    file.clear();
}

void settleContradictions(Connection &connection)
{
    KubeconfigCluster &cluster = connection.cluster;
    KubeconfigUser &user = connection.user;
    QStringList &warnings = connection.warnings;
    preferData(cluster.certificateAuthorityData, cluster.certificateAuthorityFile,
        QStringLiteral("certificate-authority"), u"cluster " + cluster.name, warnings);
    preferData(user.clientCertificateData, user.clientCertificateFile, QStringLiteral("client-certificate"),
        u"user " + user.name, warnings);
    preferData(user.clientKeyData, user.clientKeyFile, QStringLiteral("client-key"), u"user " + user.name, warnings);
    if (!cluster.server.userInfo().isEmpty()) {
        warnings.append(u"cluster " + cluster.name + u": the name and password in the server's address are not used");
        cluster.server.setUserInfo(QString());
    }
}

//! Credentials only travel encrypted: as in client-go, what proves the identity is not sent to an http server.
void dropCredentials(Connection &connection)
{
    const KubeconfigUser &user = connection.user;
    KubeconfigUser anonymous;
    anonymous.name = user.name;
    anonymous.impersonateUser = user.impersonateUser;
    anonymous.impersonateUid = user.impersonateUid;
    anonymous.impersonateGroups = user.impersonateGroups;
    anonymous.impersonateExtra = user.impersonateExtra;
    connection.user = anonymous;
    connection.warnings.append(
        u"cluster " + connection.cluster.name + u": no credentials are sent, because its server is http");
}

bool hasCredentials(const KubeconfigUser &user)
{
    return !user.token.isEmpty() || !user.tokenFile.isEmpty() || !user.username.isEmpty() || !user.password.isEmpty()
        || !user.clientCertificateData.isEmpty() || !user.clientCertificateFile.isEmpty() || !user.exec.isEmpty()
        || !user.authProvider.isEmpty();
}

} // namespace

Result<Kubeconfig> Kubeconfig::load(const QString &explicitFile, const QString &environment, const QString &home)
{
    QStringList files;
    if (!explicitFile.isEmpty())
        files = QStringList{explicitFile};
    else if (!environment.isEmpty())
        files = listed(environment);
    else
        files = QStringList{home + QStringLiteral("/.kube/config")};

    Kubeconfig config;
    for (const QString &file : std::as_const(files)) {
        const QFileInfo info(file);
        if (!info.exists())
            continue;
        const QString path = info.absoluteFilePath();
        const Result<QByteArray> text = readFile(path);
        if (!text)
            return text.error();
        Result<Kubeconfig> parsed = parse(*text, info.absolutePath());
        if (!parsed) {
            Error error = parsed.error();
            error.where = error.where.isEmpty() ? path : QString(path + u':' + error.where);
            return error;
        }
        parsed->m_files = QStringList{path};
        config.merge(*parsed);
    }
    if (config.m_files.isEmpty()) {
        Error missing = configuration(QStringLiteral("no such file"), files.join(QStringLiteral(", ")));
        missing.cause = Error::Cause::FileMissing;
        return missing;
    }
    return config;
}

void Kubeconfig::merge(const Kubeconfig &later)
{
    if (m_currentContext.isEmpty())
        m_currentContext = later.m_currentContext;
    mergeEntries(m_contexts, later.m_contexts);
    mergeEntries(m_clusters, later.m_clusters);
    mergeEntries(m_users, later.m_users);
    m_files += later.m_files;
}

Result<Connection> Kubeconfig::connection(const QString &context) const
{
    const QString where = m_files.join(QStringLiteral(", "));
    const QString wanted = context.isEmpty() ? m_currentContext : context;
    const KubeconfigContext *found = named(m_contexts, wanted);
    if (!found) {
        QStringList names;
        for (const KubeconfigContext &each : m_contexts)
            names.append(each.name);
        Error unknown = configuration(u"no context named \"" + wanted + u'"', where);
        unknown.cause = Error::Cause::ContextMissing;
        if (!names.isEmpty())
            unknown.facts.append({Error::Fact::Kind::Contexts, plainFact(names.join(QStringLiteral(", ")))});
        return unknown;
    }
    if (!found->namespaceName.isEmpty() && !isNamespaceName(found->namespaceName))
        return configuration(
            u"the namespace of context " + found->name + u" is not a name that Kubernetes allows", where);

    Connection connection;
    connection.context = *found;
    const KubeconfigCluster *cluster = named(m_clusters, found->cluster);
    if (!cluster)
        return configuration(
            u"context " + found->name + u" names cluster \"" + found->cluster + u"\", which is missing", where);
    connection.cluster = *cluster;
    if (const KubeconfigUser *user = named(m_users, found->user))
        connection.user = *user;
    else if (!found->user.isEmpty())
        connection.warnings.append(u"context " + found->name + u" names user " + found->user + u", which is missing");

    completeServer(connection);
    if (const std::optional<Error> fault = clusterFault(connection, where))
        return *fault;
    if (const QString fault = userFault(connection.user); !fault.isEmpty())
        return configuration(u"user " + connection.user.name + u" has " + fault, where);
    settleContradictions(connection);
    if (!isSecure(connection) && hasCredentials(connection.user))
        dropCredentials(connection);
    return connection;
}

QStringList Kubeconfig::namespacesOf(const KubeconfigContext &context) const
{
    QStringList names;
    for (const KubeconfigContext &each : m_contexts) {
        const bool same = each.cluster == context.cluster && each.user == context.user;
        if (same && !each.namespaceName.isEmpty())
            names.append(each.namespaceName);
    }
    names.removeDuplicates();
    return names;
}

} // namespace Kubernetes
