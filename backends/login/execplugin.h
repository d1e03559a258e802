// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

//! What is said to an exec credential plugin and what it answers: client.authentication.k8s.io, v1 and v1beta1. Plain
//! values and pure functions; any thread.
namespace Login {

//! A plugin as a kubeconfig describes it. Arguments and environment may hold secrets: show them through shown() only.
struct ExecPlugin
{
    enum class Interactive { Never, IfAvailable, Always };

    QString command; //!< a name to look for, or an absolute path; empty: no plugin
    QStringList arguments;
    QList<QPair<QString, QString>> environment; //!< added to ours
    QString apiVersion; //!< that the plugin has to speak
    QString installHint; //!< for people; by whoever wrote the kubeconfig
    Interactive interactive = Interactive::IfAvailable;
    bool provideClusterInfo = false;

    bool operator==(const ExecPlugin &) const = default;

    [[nodiscard]] bool isEmpty() const { return command.isEmpty(); }
    //! The command for a terminal, quoted for a shell; what looks like a secret is replaced by "…".
    [[nodiscard]] QString shown() const;
    //! \a text without the values that look like secrets.
    [[nodiscard]] QString withoutSecrets(QString text) const;

private:
    [[nodiscard]] QStringList secrets() const;
};

//! What a plugin may want to know of the cluster.
struct ExecCluster
{
    QString server;
    QString tlsServerName;
    bool insecureSkipTlsVerify = false;
    QByteArray authorityData; //!< PEM; wins over the file
    QString authorityFile; //!< read when the plugin is run
    QString proxyUrl;
    bool disableCompression = false;
    QByteArray config; //!< JSON, of the cluster's extension client.authentication.k8s.io/exec; empty without one
};

//! The value of KUBERNETES_EXEC_INFO. There is never a terminal: spec.interactive is false.
[[nodiscard]] QByteArray execInfo(const ExecPlugin &plugin, const ExecCluster &cluster);

//! What a plugin gave. Holds secrets.
struct ExecAnswer
{
    QByteArray token; //!< may be empty when there is a certificate
    QByteArray certificate; //!< PEM
    QByteArray key; //!< PEM
    QDateTime expires; //!< UTC; invalid: it does not say
};

//! \a output is what the plugin wrote. Error::Malformed when it is not an ExecCredential of \a apiVersion with a token,
//! a certificate and its key, or all three; no error quotes it. Fuzzed.
[[nodiscard]] Result<ExecAnswer> parseExecAnswer(QByteArrayView output, const QString &apiVersion);

} // namespace Login
