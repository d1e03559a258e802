// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/error.h"
#include "backends/http/credentials.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace Http {

//! How one endpoint does, for the connections panel. A plain value; crosses threads. Holds no credential.
struct EndpointReport
{
    enum class Breaker : quint8 {
        Closed, //!< requests go through
        Open, //!< after too many failures: requests fail at once until `breakerRetryAt`
        HalfOpen, //!< one request is let through to see
    };

    QString server; //!< host:port
    QString protocol; //!< "HTTP/2", "HTTP/1.1"; empty before the first answer
    Breaker breaker = Breaker::Closed;
    QDateTime breakerRetryAt; //!< UTC, while it is open
    int underWay = 0; //!< requests sent and not answered, without streams
    int waiting = 0; //!< requests held back by the rate limit
    int streams = 0; //!< watches that are open
    //! Time from sending a request to its complete answer, over the last five minutes; empty without an answer in them.
    std::optional<std::chrono::microseconds> p50;
    std::optional<std::chrono::microseconds> p95;
    std::optional<std::chrono::microseconds> p99;
    double requestsPerSecond = 0; //!< over the last minute, attempts counted one by one
    std::optional<double> errorRatio; //!< 0 … 1 over the last five minutes; empty without a request in them
    qint64 requests = 0; //!< attempts since the start
    qint64 failures = 0; //!< of those
    qint64 bytesReceived = 0; //!< unpacked, streams included, since the start
    std::optional<Error> lastError; //!< the latest failure, even when things go well again
    QDateTime lastErrorAt; //!< UTC
    QDateTime lastAnswerAt; //!< UTC
    QDateTime serverCertificateExpires; //!< UTC; invalid without TLS or before the first answer
    QDateTime clientCertificateExpires; //!< UTC; invalid without one
    QDateTime tokenExpires; //!< UTC; invalid when it does not expire, or nobody tells
    bool canLogIn = false; //!< see Credentials::canLogIn()
    bool loggingIn = false; //!< a login is under way
    std::optional<LoginPrompt> prompt; //!< a login waits for the person
    bool loginRemembered = true; //!< see Credentials::remembered()

    bool operator==(const EndpointReport &) const = default;
};

} // namespace Http

Q_DECLARE_METATYPE(Http::EndpointReport)
