// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connections/connectiontablemodel.h"

#include <algorithm>
#include <array>

namespace {

QVariant time(const QDateTime &moment)
{
    return moment.isValid() ? QVariant(moment) : QVariant::fromValue(nullptr);
}

QVariant figure(const std::optional<double> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariant text(const QString &value)
{
    return value.isEmpty() ? QVariant() : QVariant(value);
}

using C = Column<Connection>;
constexpr auto rising = Qt::AscendingOrder;
constexpr auto falling = Qt::DescendingOrder;

// clang-format off
constexpr std::array connectionColumns{
    C{{"cluster", QT_TRANSLATE_NOOP("Columns", "Cluster"),
        QT_TRANSLATE_NOOP("Columns", "The cluster that the endpoint belongs to."), CellKind::Text, rising, true, true, 16},
        [](const Connection &c) { return QVariant(c.cluster); }},
    C{{"service", QT_TRANSLATE_NOOP("Columns", "Service"),
        QT_TRANSLATE_NOOP("Columns", "What answers there: the API server or the Prometheus of the cluster."), CellKind::Text, rising, true, true, 11},
        [](const Connection &c) { return QVariant(ConnectionText::service(c.service)); }},
    C{{"state", QT_TRANSLATE_NOOP("Columns", "State"),
        QT_TRANSLATE_NOOP("Columns", "How the connection does, all in all."), CellKind::Condition, falling, true, true, 18},
        [](const Connection &c) { return QVariant::fromValue(c.condition); }},
    C{{"breaker", QT_TRANSLATE_NOOP("Columns", "Breaker"),
        QT_TRANSLATE_NOOP("Columns", "Closed: requests go through. Open: after too many failures they fail at once for a while. Half-open: one is let through to see."), CellKind::Condition, falling, true, true, 11},
        [](const Connection &c) { return QVariant::fromValue(c.breaker); }},
    C{{"p50", QT_TRANSLATE_NOOP("Columns", "p50"),
        QT_TRANSLATE_NOOP("Columns", "Half of the answers of the last five minutes were complete within this time."), CellKind::Duration, falling, true, true, 8},
        [](const Connection &c) { return figure(c.p50); }},
    C{{"p95", QT_TRANSLATE_NOOP("Columns", "p95"),
        QT_TRANSLATE_NOOP("Columns", "95 % of the answers of the last five minutes were complete within this time."), CellKind::Duration, falling, true, true, 8},
        [](const Connection &c) { return figure(c.p95); }},
    C{{"p99", QT_TRANSLATE_NOOP("Columns", "p99"),
        QT_TRANSLATE_NOOP("Columns", "99 % of the answers of the last five minutes were complete within this time."), CellKind::Duration, falling, true, true, 8},
        [](const Connection &c) { return figure(c.p99); }},
    C{{"rate", QT_TRANSLATE_NOOP("Columns", "Requests"),
        QT_TRANSLATE_NOOP("Columns", "Requests sent a second, over the last minute."), CellKind::Rate, falling, true, true, 8},
        [](const Connection &c) { return QVariant(c.requestsPerSecond); }},
    C{{"errors", QT_TRANSLATE_NOOP("Columns", "Errors"),
        QT_TRANSLATE_NOOP("Columns", "Share of the requests of the last five minutes that failed."), CellKind::Percent, falling, true, true, 7},
        [](const Connection &c) { return figure(c.errorPercent); }},
    C{{"bytes", QT_TRANSLATE_NOOP("Columns", "Received"),
        QT_TRANSLATE_NOOP("Columns", "Bytes received since the start, unpacked."), CellKind::Bytes, falling, true, true, 10},
        [](const Connection &c) { return QVariant(c.bytesReceived); }},
    C{{"streams", QT_TRANSLATE_NOOP("Columns", "Watches"),
        QT_TRANSLATE_NOOP("Columns", "Watches that are open."), CellKind::Count, falling, true, true, 6},
        [](const Connection &c) { return QVariant(c.streams); }},
    C{{"last_error", QT_TRANSLATE_NOOP("Columns", "Last error"),
        QT_TRANSLATE_NOOP("Columns", "What failed last, even if all is well again."), CellKind::Text, rising, true, true, 36},
        [](const Connection &c) { return QVariant(c.lastProblem.title); }},
    C{{"last_error_at", QT_TRANSLATE_NOOP("Columns", "Last failure"),
        QT_TRANSLATE_NOOP("Columns", "How long ago something failed last."), CellKind::Time, falling, true, true, 8},
        [](const Connection &c) { return time(c.lastProblemAt); }},
    C{{"certificate", QT_TRANSLATE_NOOP("Columns", "Certificate ends"),
        QT_TRANSLATE_NOOP("Columns", "Until when the server's certificate is valid."), CellKind::Deadline, rising, true, true, 10},
        [](const Connection &c) { return time(c.certificateExpires); }},
    C{{"token", QT_TRANSLATE_NOOP("Columns", "Token ends"),
        QT_TRANSLATE_NOOP("Columns", "Until when the token that we use is valid."), CellKind::Deadline, rising, true, true, 10},
        [](const Connection &c) { return time(c.tokenExpires); }},
    C{{"client_certificate", QT_TRANSLATE_NOOP("Columns", "Client certificate ends"),
        QT_TRANSLATE_NOOP("Columns", "Until when your own certificate is valid."), CellKind::Deadline, rising, false, true, 10},
        [](const Connection &c) { return time(c.clientCertificateExpires); }},
    C{{"server", QT_TRANSLATE_NOOP("Columns", "Server"),
        QT_TRANSLATE_NOOP("Columns", "Host and port."), CellKind::Text, rising, true, true, 20},
        [](const Connection &c) { return QVariant(c.server); }},
    C{{"protocol", QT_TRANSLATE_NOOP("Columns", "Protocol"),
        QT_TRANSLATE_NOOP("Columns", "The version of HTTP that is spoken there."), CellKind::Text, rising, false, true, 9},
        [](const Connection &c) { return text(c.protocol); }},
    C{{"requests", QT_TRANSLATE_NOOP("Columns", "All requests"),
        QT_TRANSLATE_NOOP("Columns", "Requests sent since the start, repeated ones counted one by one."), CellKind::Count, falling, false, true, 9},
        [](const Connection &c) { return QVariant(c.requests); }},
    C{{"failures", QT_TRANSLATE_NOOP("Columns", "All failures"),
        QT_TRANSLATE_NOOP("Columns", "Requests that failed since the start."), CellKind::Count, falling, false, true, 9},
        [](const Connection &c) { return QVariant(c.failures); }},
    C{{"under_way", QT_TRANSLATE_NOOP("Columns", "Under way"),
        QT_TRANSLATE_NOOP("Columns", "Requests that are sent and not answered."), CellKind::Count, falling, false, true, 9},
        [](const Connection &c) { return QVariant(c.underWay); }},
    C{{"waiting", QT_TRANSLATE_NOOP("Columns", "Waiting"),
        QT_TRANSLATE_NOOP("Columns", "Requests held back so as not to ask too much at once."), CellKind::Count, falling, false, true, 9},
        [](const Connection &c) { return QVariant(c.waiting); }},
};
// clang-format on

} // namespace

ConnectionTableModel::ConnectionTableModel(QObject *parent) : RecordTableModel(parent)
{
    setColumns(connectionColumns);
}

Freshness ConnectionTableModel::rowFreshness(int) const
{
    Freshness freshness;
    freshness.state = Freshness::State::Live;
    return freshness;
}

bool ConnectionTableModel::allHeard() const
{
    return std::all_of(rows().begin(), rows().end(), [](const Connection &connection) {
        return connection.lastAnswerAt.isValid() || connection.lastProblemAt.isValid()
            || !connection.loginUrl.isEmpty();
    });
}

int ConnectionTableModel::troubled() const
{
    return static_cast<int>(std::count_if(rows().begin(), rows().end(), [](const Connection &connection) {
        return connection.condition.severity == Condition::Severity::Critical || !connection.loginUrl.isEmpty();
    }));
}

QString ConnectionTableModel::cellTooltip(int row, int column) const
{
    if (columns()[static_cast<size_t>(column)].kind == CellKind::Condition
        || QLatin1String(columns()[static_cast<size_t>(column)].id) == QLatin1String("last_error"))
        return ConnectionText::details(at(row));
    return RecordTableModel::cellTooltip(row, column);
}
