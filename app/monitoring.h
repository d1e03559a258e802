// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serverlinks.h"
#include "app/slodefinitions.h"
#include "backends/records/incidents/incidentfiles.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/consolerules.h"
#include "models/alerts/responsetimes.h"
#include "models/alerts/sloalertmarks.h"
#include "models/incidents/incidentgatherer.h"
#include "models/incidents/incidentstore.h"
#include "models/slo/rulechecker.h"
#include "models/slo/slodetail.h"
#include "models/slo/slostore.h"
#include "models/slo/slosuspects.h"
#include "models/slo/suspectsearch.h"
#include "models/tenants/namespacetenants.h"

#include <QObject>
#include <QTimer>

#include <optional>

//! SLOs, alerts and incidents with all that they need around them: the models, the servers that they are read from,
//! what people defined, and what the console itself watches. Lives in the window's thread.
class Monitoring final : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        QStringList sloPlaces; //!< see SloDefinitions
        QString incidentFolder;
        QString thresholds; //!< of the console's own rules, see ConsoleRules::rulesOf(); empty: the standard ones
        QStringList responseMetrics; //!< see Prometheus::ResponseMonitor; none: the usual ones
        QString watchdog = QStringLiteral("Watchdog"); //!< the alert that always fires; empty: none is expected
        bool watchdogEverywhere = false; //!< see AlertStore::setWatchdog()
    };

    //! References must outlive this; \a thread, in which the servers are asked, runs no longer than they do.
    Monitoring(const TenantStore &tenants, ConnectionTableModel &connections, Changes &changes,
        const Settings &settings, QThread &thread, const Clock &clock, QObject *parent = nullptr);
    ~Monitoring() override;

    [[nodiscard]] SloStore &slos() { return m_slos; }
    [[nodiscard]] const SloStore &slos() const { return m_slos; }
    [[nodiscard]] SloDetail &sloDetail() { return m_sloDetail; }
    [[nodiscard]] AlertStore &alerts() { return m_alerts; }
    [[nodiscard]] IncidentStore &incidents() { return m_incidents; }
    [[nodiscard]] SloSuspects &suspects() { return m_suspects; }
    [[nodiscard]] RuleChecker &ruleChecker() { return m_ruleChecker; }
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
    ResponseTimes m_responses;
    ServerLinks m_servers;
    SloDefinitions m_definitions;
    ConsoleRules::Watch m_rules;
    Records::IncidentFiles m_incidentFiles;
    IncidentStore m_incidents;
    IncidentGatherer m_gatherer;
    SuspectSearch m_search;
    SloSuspects m_suspects;
    SloAlertMarks m_alertMarks;
    RuleChecker m_ruleChecker;
    QTimer m_course;

    void setUpCourses();
    void setUpRules(const TenantStore &tenants, const QString &thresholds);
};
