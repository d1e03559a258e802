// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/login/execplugin.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QUrl>

//! kubeconfig files as kubectl reads them (client-go's tools/clientcmd). Paths in entries are absolute after loading:
//! relative ones are resolved against the file that has them. Material in files is not read here, because it may change
//! while the console runs. Plain values; any thread.
namespace Kubernetes {

struct KubeconfigCluster
{
    QString name;
    QUrl server; //!< with its path prefix, without query and fragment
    QByteArray certificateAuthorityData; //!< PEM; wins over the file
    QString certificateAuthorityFile;
    QString tlsServerName; //!< name to check the certificate against and to send as SNI; empty: the server's own
    bool insecureSkipTlsVerify = false;
    QUrl proxyUrl; //!< http or socks5; empty: the environment's
    bool disableCompression = false;
    QByteArray execConfig; //!< JSON: its extension for exec plugins; empty without one

    bool operator==(const KubeconfigCluster &) const = default;
};

//! Credentials of a user as written down. Never log, export or print one: no operator<< on purpose.
struct KubeconfigUser
{
    QString name;
    QString token;
    QString tokenFile; //!< wins over token whenever it can be read
    QByteArray clientCertificateData; //!< PEM; wins over the file
    QString clientCertificateFile;
    QByteArray clientKeyData;
    QString clientKeyFile;
    QString username;
    QString password;
    QString impersonateUser;
    QString impersonateUid;
    QStringList impersonateGroups;
    QList<QPair<QString, QStringList>> impersonateExtra;
    Login::ExecPlugin exec; //!< empty when there is none
    QString execMode; //!< interactiveMode as written; empty: IfAvailable
    QString authProvider; //!< a legacy auth provider's name
    QHash<QString, QString> authProviderConfig; //!< its settings as written; secrets among them

    bool operator==(const KubeconfigUser &) const = default;
};

struct KubeconfigContext
{
    QString name;
    QString cluster;
    QString user;
    QString namespaceName; //!< empty: default

    bool operator==(const KubeconfigContext &) const = default;
};

//! A context with all that is needed to connect.
struct Connection
{
    KubeconfigContext context;
    KubeconfigCluster cluster;
    KubeconfigUser user; //!< empty (anonymous) when the context's user does not exist, as client-go does
    QStringList warnings; //!< sentences' raw matter: contradictions that we resolved as kubectl would or more kindly

    bool operator==(const Connection &) const = default;
};

class Kubeconfig
{
public:
    //! \a explicitFile (--kubeconfig) alone when not empty, else the \a environment value of KUBECONFIG split at the
    //! system's list separator, else \a home/.kube/config. Missing files of a list are skipped; if all are missing, or
    //! the explicit one is, that is Error::Configuration with the places looked at in `where`.
    [[nodiscard]] static Result<Kubeconfig> load(
        const QString &explicitFile, const QString &environment, const QString &home);
    //! One file's text; relative paths are resolved against \a directory. Fuzzed.
    [[nodiscard]] static Result<Kubeconfig> parse(const QByteArray &text, const QString &directory);

    //! The first file wins an entry whole; the first non-empty current-context wins.
    void merge(const Kubeconfig &later);

    [[nodiscard]] QString currentContext() const { return m_currentContext; }
    [[nodiscard]] const QList<KubeconfigContext> &contexts() const { return m_contexts; }
    //! Files that were read, in order.
    [[nodiscard]] const QStringList &files() const { return m_files; }

    //! Error::Configuration when there is no such context (a fact names those there are), no such cluster, no server,
    //! or when its entries contradict each other beyond repair.
    [[nodiscard]] Result<Connection> connection(const QString &context) const;
    //! Namespaces that contexts with the same cluster and user name, for identities that may not list them.
    [[nodiscard]] QStringList namespacesOf(const KubeconfigContext &context) const;

private:
    QString m_currentContext;
    QList<KubeconfigContext> m_contexts;
    QList<KubeconfigCluster> m_clusters;
    QList<KubeconfigUser> m_users;
    QStringList m_files;
};

} // namespace Kubernetes
