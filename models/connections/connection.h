// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/condition.h"
#include "models/fleet/problem.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QUrl>

#include <optional>

//! One endpoint that the console talks to, as the connections panel shows it. Times are UTC, spans in seconds.
struct Connection
{
    enum class Service { ApiServer, Prometheus, Alertmanager };

    QString key; //!< unique: the cluster's id and the service
    QString clusterId; //!< ClusterItem::id; of a server that stands for itself, or is not the only one of its cluster,
                       //!< an id of its own
    QString cluster; //!< its name
    Service service = Service::ApiServer;
    QString server; //!< host:port
    QString protocol; //!< "HTTP/2"; empty before the first answer
    Condition condition; //!< of all that is known
    Condition breaker;
    QDateTime breakerRetryAt; //!< while it is open
    std::optional<double> p50; //!< time to the complete answer over the last five minutes
    std::optional<double> p95;
    std::optional<double> p99;
    double requestsPerSecond = 0;
    std::optional<double> errorPercent; //!< 0 … 100, over the last five minutes
    qlonglong requests = 0;
    qlonglong failures = 0;
    double bytesReceived = 0;
    qlonglong underWay = 0;
    qlonglong waiting = 0; //!< held back by the rate limit
    qlonglong streams = 0; //!< watches that are open
    Problem lastProblem; //!< the latest failure, even when all is well again
    QDateTime lastProblemAt;
    QDateTime lastAnswerAt;
    QDateTime certificateExpires; //!< the server's; invalid without TLS
    QDateTime clientCertificateExpires;
    QDateTime tokenExpires;
    bool tls = false;
    bool canLogIn = false;
    bool loggingIn = false;
    QUrl loginUrl; //!< a login waits for the person there
    QString loginCode; //!< to be typed there, if anything is
    bool loginRemembered = true; //!< false: nothing keeps the login when the console ends

    bool operator==(const Connection &) const = default;
};

Q_DECLARE_METATYPE(Connection)

namespace ConnectionText {
//! One translated word or two: "API server", "Prometheus".
[[nodiscard]] QString service(Connection::Service service);
//! All that is known about the connection, one sentence a line, plain text.
[[nodiscard]] QString details(const Connection &connection);
//! Why a login or a reset would do nothing now; empty when it would do something.
[[nodiscard]] QString whyNoLogin(const Connection &connection);
[[nodiscard]] QString whyNoBreakerReset(const Connection &connection);
} // namespace ConnectionText
