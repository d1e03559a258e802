// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connections/connection.h"

#include <QObject>

class Clock;
class ConnectionTableModel;
namespace Http {
class Endpoint;
struct EndpointReport;
} // namespace Http

//! Brings one endpoint's reports from its worker thread to the connections table, and judges them.
class ConnectionFeed final : public QObject
{
    Q_OBJECT

public:
    //! References must outlive this. The row is there from now on, and goes with this object.
    ConnectionFeed(const QString &clusterId, const QString &cluster, Connection::Service service, const QString &server,
        ConnectionTableModel &connections, const Clock &clock, QObject *parent = nullptr);
    ~ConnectionFeed() override;

    [[nodiscard]] static QString keyOf(const QString &clusterId, Connection::Service service);
    [[nodiscard]] const Connection &connection() const { return m_connection; }

    void setCluster(const QString &name);
    void take(const Http::EndpointReport &report);

private:
    Connection m_connection;
    ConnectionTableModel &m_connections;
    const Clock &m_clock;

    void publish();
};

namespace ConnectionJudgement {
//! From this share of failed requests on a connection that works counts as unsteady.
inline constexpr double unsteadyPercent = 5;
//! Certificates have to be renewed by people; so early it is worth a warning.
inline constexpr qint64 certificateWarningDays = 14;
//! A token that nobody renews by himself ends the work; so early it is worth a warning.
inline constexpr qint64 tokenWarningMinutes = 10;

//! What all that is known comes to: the worst first.
[[nodiscard]] Condition assess(const Connection &connection, const QDateTime &now);
} // namespace ConnectionJudgement
