// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serveraccess.h"
#include "models/connections/connectionfeed.h"

#include <QObject>
#include <QUrl>

#include <memory>

class Clock;

//! One server of metrics or of alerts: how it is talked to, and its row among the connections. What asks it lives in
//! the thread that all metrics share, and shares one endpoint. Lives in the window's thread.
class ServerLink final : public QObject
{
    Q_OBJECT

public:
    struct Setting
    {
        QString id; //!< unique among servers of its service
        QString name; //!< for people: its cluster's, or its own
        QString cluster; //!< ClusterItem::id; empty: it stands for itself
        Connection::Service service = Connection::Service::Prometheus;
        QUrl url; //!< with user, password and selection
        QString organisation; //!< X-Scope-OrgID; empty: not sent

        bool operator==(const Setting &) const = default;
    };

    //! References must outlive this.
    ServerLink(Setting setting, const ServerAccess &access, ConnectionTableModel &connections, const Clock &clock,
        QObject *parent = nullptr);
    ~ServerLink() override;

    [[nodiscard]] const Setting &setting() const { return m_setting; }
    void setName(const QString &name);
    //! Without user, password, query and fragment, for people and the journal.
    [[nodiscard]] QString address() const;
    //! Makes ways to this server; for the metrics' thread alone.
    [[nodiscard]] const ServerAccess::TransportFactory &transports() const { return m_transports; }
    [[nodiscard]] EndpointRelay &endpoint() const { return *m_endpoint; }

private:
    Setting m_setting;
    std::shared_ptr<EndpointRelay> m_endpoint = EndpointRelay::make();
    ServerAccess::TransportFactory m_transports;
    std::unique_ptr<ConnectionFeed> m_connection;
};
