// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serverlinks.h"
#include "app/slodefinitions.h"
#include "models/alerts/alertstore.h"
#include "models/slo/slodetail.h"
#include "models/slo/slostore.h"
#include "models/tenants/namespacetenants.h"

#include <QObject>
#include <QTimer>

#include <optional>

//! SLOs and alerts with all that they need around them: the models, the servers that they are read from, and what
//! people defined. Lives in the window's thread.
class Monitoring final : public QObject
{
    Q_OBJECT

public:
    //! References must outlive this; \a thread, in which the servers are asked, runs no longer than they do.
    Monitoring(const TenantStore &tenants, ConnectionTableModel &connections, Changes &changes,
        const QStringList &sloPlaces, QThread &thread, const Clock &clock, QObject *parent = nullptr);
    ~Monitoring() override;

    [[nodiscard]] SloStore &slos() { return m_slos; }
    [[nodiscard]] const SloStore &slos() const { return m_slos; }
    [[nodiscard]] SloDetail &sloDetail() { return m_sloDetail; }
    [[nodiscard]] AlertStore &alerts() { return m_alerts; }
    [[nodiscard]] ServerLinks &servers() { return m_servers; }
    [[nodiscard]] const ServerLinks &servers() const { return m_servers; }
    [[nodiscard]] SloDefinitions &definitions() { return m_definitions; }
    [[nodiscard]] const NamespaceTenants &places() const { return m_places; }

    void start();
    //! Looks at the clock.
    void refreshFreshness();
    //! What to tell who waits for the panel of that name: whether all servers that it needs have answered or failed.
    [[nodiscard]] bool settled(const QString &panel) const;
    //! Whether any of them has answered; none for a panel that needs none of them.
    [[nodiscard]] std::optional<bool> answered(const QString &panel) const;
    //! Why some have not, a sentence each.
    [[nodiscard]] QStringList problems(const QString &panel) const;

Q_SIGNALS:
    //! Servers, or what they last said.
    void changed();

private:
    static constexpr std::chrono::seconds courseRefresh{15};

    const Clock &m_clock;
    NamespaceTenants m_places;
    SloStore m_slos;
    SloDetail m_sloDetail;
    AlertStore m_alerts;
    ServerLinks m_servers;
    SloDefinitions m_definitions;
    QTimer m_course;
};
