// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alertsource.h"

#include <QHash>

#include <vector>

//! Makes one row of what several servers say of one alert. Only for the sources of this folder. Pure.
namespace AlertMerge {

struct View
{
    const AlertSource *source = nullptr;
    const SeenAlert *alert = nullptr;
};

//! Who looks after an alert.
struct Claim
{
    QString silence; //!< its id
    QString by;
    QString note;
    qint64 updatedAt = 0;

    bool operator==(const Claim &) const = default;
};

//! The same few addresses stand in every alert of a storm, and looking at one costs as much as all the rest of an
//! alert.
class SafeUrls
{
public:
    //! \a url when it is one of http or https; else empty.
    [[nodiscard]] const QString &of(const QString &url);

private:
    static constexpr qsizetype most = 1000;
    QHash<QString, QString> m_known;
};

struct Surroundings
{
    bool anyAlertmanager = false; //!< there is one that ought to have what fires
    QStringList silentAlertmanagers; //!< names of those that do not answer
    std::function<AlertPlace(const QString &clusterName, const QString &namespaceName)> placeOf;
};

//! \a views must not be empty; Alertmanagers come first. \a claim: null when nobody looks after it.
[[nodiscard]] Alert merged(
    quint64 fingerprint, const std::vector<View> &views, const Surroundings &with, const Claim *claim, SafeUrls &urls);

//! What labels alone say: tenant, owner, SLO, workload, severity, name.
void describe(Alert &alert, const AlertLabels &labels, const Surroundings &with, const QString &serversCluster);

} // namespace AlertMerge
