// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/httpsettings.h"
#include "backends/kubernetes/decode.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

//! What the console remembers between runs, and what the person sets once: an INI file readable by its owner alone.
struct Settings
{
    QStringList contexts; //!< connected at the start; empty: the kubeconfig's current one
    QHash<QString, QString> prometheus; //!< by cluster name or context
    QHash<QString, QString> alertmanager; //!< by cluster name or context
    QHash<QString, QStringList>
        namespaces; //!< by cluster name or context: looked at where namespaces may not be listed
    //! By cluster name or context: the namespace in which changes leave their record; an empty one for no records. What
    //! is not named here has that of ClusterRecord::Settings.
    QHash<QString, QString> recordNamespaces;
    QHash<QString, QHash<QString, QString>> logins; //!< by context: the keys of its section [login/CONTEXT]
    QHash<QString, QHash<QString, QString>> prometheusLogins; //!< likewise, [prometheus-login/CONTEXT]
    Kubernetes::TenantLabels labels;
    HttpSettingsFile http; //!< only read: people write these by hand
    QString theme = QStringLiteral("system");
    QHash<QString, QByteArray> window; //!< geometry, headers and the like, opaque

    //! The person's own: $XDG_CONFIG_HOME/pilothouse/pilothouse.ini.
    [[nodiscard]] static QString defaultFile();
    [[nodiscard]] static Settings load(const QString &file);
    //! False when the file cannot be written.
    [[nodiscard]] bool save(const QString &file) const;
};
