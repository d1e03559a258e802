// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/consolerules.h"

#include <QObject>

#include <functional>
#include <memory>

class Clock;
struct AlertPlace;
namespace Prometheus {
struct ResponseSample;
}

//! How long services let wait, as all servers together measured it: readings for the console's own rules. What a server
//! has not confirmed lately is no reading. Lives in the window's thread.
class ResponseTimes final : public QObject
{
    Q_OBJECT

public:
    //! \a clock must outlive this.
    explicit ResponseTimes(const Clock &clock, QObject *parent = nullptr);
    ~ResponseTimes() override;

    //! See AlertStore::setPlaceOf().
    void setPlaceOf(std::function<AlertPlace(const QString &clusterName, const QString &namespaceName)> placeOf);
    //! \a cluster: which its series speak of where they do not say so; may be empty.
    void setServer(const QString &serverId, const QString &cluster);
    void removeServer(const QString &serverId);
    //! Ignored from a server that is not known.
    void take(const QString &serverId, const Prometheus::ResponseSample &sample);

    //! One for each cluster, namespace and service: the newest of the servers that have it.
    [[nodiscard]] QList<ConsoleRules::Reading> readings() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};
