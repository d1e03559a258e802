// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/httpsettings.h"
#include "backends/kubernetes/decode.h"
#include "backends/records/incidents/incidentfiles.h"
#include "models/alerts/noticepolicy.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

//! A server of metrics or of alerts, as a person names it.
struct ServerAddress
{
    QString cluster; //!< name or context of the cluster it belongs to; any other name for one that stands for itself
    QString url; //!< may carry user and password; its fragment selects series, see Prometheus::Selection
    QString organisation; //!< whom to ask for: X-Scope-OrgID of Mimir and Cortex; empty: nobody is named

    bool operator==(const ServerAddress &) const = default;
};

//! What the console remembers between runs, and what the person sets once: an INI file readable by its owner alone.
struct Settings
{
    QStringList contexts; //!< connected at the start; empty: the kubeconfig's current one
    QList<ServerAddress> prometheus; //!< several of one cluster are all asked, for SLOs and alerts
    QList<ServerAddress> alertmanager;
    QHash<QString, QStringList>
        namespaces; //!< by cluster name or context: looked at where namespaces may not be listed
    //! By cluster name or context: the namespace in which changes leave their record; an empty one for no records. What
    //! is not named here has that of ClusterRecord::Settings.
    QHash<QString, QString> recordNamespaces;
    QHash<QString, QHash<QString, QString>> logins; //!< by context: the keys of its section [login/CONTEXT]
    //! Likewise, [prometheus-login/CONTEXT] and [alertmanager-login/CONTEXT]; of a server that stands for itself, its
    //! name.
    QHash<QString, QHash<QString, QString>> prometheusLogins;
    QHash<QString, QHash<QString, QString>> alertmanagerLogins;
    Kubernetes::TenantLabels labels;
    HttpSettingsFile http; //!< only read: people write these by hand
    NoticeSettings notices;
    //! Of the console's own rules, see ConsoleRules::rulesOf(); only read.
    QString thresholds;
    //! Names of the histograms of response times, see Prometheus::ResponseMonitor; empty: the usual ones; only read.
    QStringList responseMetrics;
    QString watchdog = QStringLiteral("Watchdog"); //!< the alert that always fires; empty: none; only read
    bool watchdogNamed = false; //!< the person named it: every server is expected to have it
    QString incidentFolder = Records::IncidentFiles::usualFolder(); //!< not in the file
    QString theme = QStringLiteral("system");
    QHash<QString, QByteArray> window; //!< geometry, headers and the like, opaque

    //! The person's own: $XDG_CONFIG_HOME/pilothouse/pilothouse.ini.
    [[nodiscard]] static QString defaultFile();
    [[nodiscard]] static Settings load(const QString &file);
    //! False when the file cannot be written.
    [[nodiscard]] bool save(const QString &file) const;
};
