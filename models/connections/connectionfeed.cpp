// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connections/connectionfeed.h"

#include "backends/core/clock.h"
#include "backends/http/endpointreport.h"
#include "models/connections/connectiontablemodel.h"

#include <QCoreApplication>

using Severity = Condition::Severity;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionJudgement)
};

std::optional<double> seconds(const std::optional<std::chrono::microseconds> &span)
{
    if (!span)
        return {};
    return static_cast<double>(span->count()) / 1e6;
}

Condition breakerCondition(Http::EndpointReport::Breaker breaker)
{
    switch (breaker) {
    case Http::EndpointReport::Breaker::Closed:
        break;
    case Http::EndpointReport::Breaker::Open:
        return {Severity::Critical, QStringLiteral("open"), Words::tr("open")};
    case Http::EndpointReport::Breaker::HalfOpen:
        return {Severity::Warning, QStringLiteral("half-open"), Words::tr("half-open")};
    }
    return {Severity::Fine, QStringLiteral("closed"), Words::tr("closed")};
}

void copyFigures(Connection &connection, const Http::EndpointReport &report)
{
    connection.p50 = seconds(report.p50);
    connection.p95 = seconds(report.p95);
    connection.p99 = seconds(report.p99);
    connection.requestsPerSecond = report.requestsPerSecond;
    connection.errorPercent = report.errorRatio ? std::optional(*report.errorRatio * 100) : std::nullopt;
    connection.requests = report.requests;
    connection.failures = report.failures;
    connection.bytesReceived = static_cast<double>(report.bytesReceived);
    connection.underWay = report.underWay;
    connection.waiting = report.waiting;
    connection.streams = report.streams;
}

bool endsWithin(const QDateTime &end, const QDateTime &now, qint64 span)
{
    return end.isValid() && now.secsTo(end) < span;
}

bool failing(const Connection &connection)
{
    return connection.lastProblemAt.isValid()
        && (!connection.lastAnswerAt.isValid() || connection.lastProblemAt > connection.lastAnswerAt);
}

} // namespace

Condition ConnectionJudgement::assess(const Connection &connection, const QDateTime &now)
{
    if (!connection.loginUrl.isEmpty())
        return {Severity::Warning, QStringLiteral("login"), Words::tr("waits for your login")};
    if (connection.breakerRetryAt.isValid())
        return {Severity::Critical, QStringLiteral("open"), Words::tr("not asked for now")};
    if (failing(connection))
        return {Severity::Critical, QStringLiteral("failing"), Words::tr("failing")};
    if (connection.loggingIn)
        return {Severity::Info, QStringLiteral("login"), Words::tr("logging in")};
    if (!connection.lastAnswerAt.isValid())
        return {Severity::Info, QStringLiteral("connecting"), Words::tr("connecting")};
    constexpr qint64 day = 24 * 3600;
    if (endsWithin(connection.certificateExpires, now, certificateWarningDays * day)
        || endsWithin(connection.clientCertificateExpires, now, certificateWarningDays * day)
        || (!connection.canLogIn && endsWithin(connection.tokenExpires, now, tokenWarningMinutes * 60)))
        return {Severity::Warning, QStringLiteral("expiring"), Words::tr("ends soon")};
    if (connection.errorPercent && *connection.errorPercent >= unsteadyPercent)
        return {Severity::Warning, QStringLiteral("unsteady"), Words::tr("unsteady")};
    return {Severity::Fine, QStringLiteral("connected"), Words::tr("connected")};
}

namespace {

ProblemSource sourceOf(Connection::Service service)
{
    switch (service) {
    case Connection::Service::ApiServer:
        return ProblemSource::Kubernetes;
    case Connection::Service::Prometheus:
        return ProblemSource::Prometheus;
    case Connection::Service::Alertmanager:
        break;
    }
    return ProblemSource::Alertmanager;
}

} // namespace

ConnectionFeed::ConnectionFeed(const QString &clusterId, const QString &cluster, Connection::Service service,
    const QString &server, ConnectionTableModel &connections, const Clock &clock, QObject *parent)
    : QObject(parent), m_connections(connections), m_clock(clock)
{
    m_connection.key = keyOf(clusterId, service);
    m_connection.clusterId = clusterId;
    m_connection.cluster = cluster;
    m_connection.service = service;
    m_connection.server = server;
    m_connection.breaker = breakerCondition(Http::EndpointReport::Breaker::Closed);
    publish();
}

ConnectionFeed::~ConnectionFeed()
{
    m_connections.remove({m_connection.key});
}

QString ConnectionFeed::keyOf(const QString &clusterId, Connection::Service service)
{
    switch (service) {
    case Connection::Service::ApiServer:
        return clusterId + QLatin1String("/api");
    case Connection::Service::Prometheus:
        return clusterId + QLatin1String("/prometheus");
    case Connection::Service::Alertmanager:
        break;
    }
    return clusterId + QLatin1String("/alertmanager");
}

void ConnectionFeed::setCluster(const QString &name)
{
    m_connection.cluster = name;
    publish();
}

void ConnectionFeed::take(const Http::EndpointReport &report)
{
    copyFigures(m_connection, report);
    if (!report.server.isEmpty())
        m_connection.server = report.server;
    m_connection.protocol = report.protocol;
    m_connection.breaker = breakerCondition(report.breaker);
    m_connection.breakerRetryAt
        = report.breaker == Http::EndpointReport::Breaker::Closed ? QDateTime() : report.breakerRetryAt;
    const auto source = sourceOf(m_connection.service);
    m_connection.lastProblem = report.lastError ? describe(*report.lastError, source, m_connection.cluster) : Problem();
    m_connection.lastProblemAt = report.lastErrorAt;
    m_connection.lastAnswerAt = report.lastAnswerAt;
    m_connection.certificateExpires = report.serverCertificateExpires;
    m_connection.clientCertificateExpires = report.clientCertificateExpires;
    m_connection.tokenExpires = report.tokenExpires;
    m_connection.tls = report.serverCertificateExpires.isValid();
    m_connection.canLogIn = report.canLogIn;
    m_connection.loggingIn = report.loggingIn;
    m_connection.loginUrl = report.prompt ? report.prompt->url : QUrl();
    m_connection.loginCode = report.prompt ? report.prompt->userCode : QString();
    m_connection.loginRemembered = report.loginRemembered;
    publish();
}

void ConnectionFeed::publish()
{
    m_connection.condition = ConnectionJudgement::assess(m_connection, m_clock.now());
    m_connections.update({m_connection});
}
