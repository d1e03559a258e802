// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/sandbox/api/apiserver.h"
#include "backends/sandbox/controllers/pace.h"
#include "backends/sandbox/platform/debriefing.h"
#include "backends/sandbox/platform/scenario.h"

#include <QObject>

#include <memory>
#include <string>
#include <vector>

namespace Sandbox {

class Controllers;
class History;
class Site;

//! The whole platform of a scenario: an API server with its controllers for each cluster, filled with tenants, users
//! and workloads, and the traffic that goes through them. Follows from the scenario and its seed alone. Lives in one
//! thread, by alarms of its clock; what may be called from others says so.
class Platform : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        std::optional<uint64_t> seed = {}; //!< instead of the scenario's
        std::optional<int> history = {}; //!< how many changes watches can go back; else as the number of pods asks
        Pace pace = {}; //!< of what starts after the platform was filled
        std::string authority = {}; //!< PEM; of whom the clusters have their certificates, for kube-root-ca.crt
    };
    struct Cluster
    {
        std::string name;
        std::string region;
        bool production = false;
        ApiServer *api = nullptr; //!< lives as long as the platform
        Controllers *controllers = nullptr; //!< likewise; made by start()
    };
    //! A bearer token, and where it stands for whom.
    struct Credential
    {
        std::string cluster;
        std::string user;
        std::string token;
    };

    //! \a clock must outlive this.
    Platform(PlatformSpec spec, Settings settings, const Clock &clock, QObject *parent = nullptr);
    ~Platform() override;

    //! Fills the clusters; their pods run when it returns. Once.
    void start();

    [[nodiscard]] const PlatformSpec &spec() const { return m_spec; }
    [[nodiscard]] const std::vector<Cluster> &clusters() const { return m_clusters; }
    //! Of all users in all clusters; changed by credentialsChanged().
    [[nodiscard]] std::vector<Credential> credentials() const;
    //! False while an incident keeps the cluster from answering.
    [[nodiscard]] bool answers(const std::string &cluster) const;
    //! Every Deployment has all the pods that it wants.
    [[nodiscard]] bool settled() const;

    //! What Prometheus scrapes from \a cluster: text format 0.0.4. From any thread; empty for an unknown cluster.
    [[nodiscard]] std::string metricsPage(const std::string &cluster) const;
    //! A rule file for Prometheus, which scrapes every \a interval: the SLOs, their alerts, and the platform's own.
    [[nodiscard]] std::string rules(std::chrono::seconds interval = std::chrono::seconds(5)) const;
    //! What the metrics would have been before the start; its write() is for any thread.
    [[nodiscard]] std::shared_ptr<const History> history() const;

    // What incidents do and look at.

    void apply(const IncidentStep &step);
    [[nodiscard]] bool holds(const IncidentCondition &condition) const;
    //! Ends what steps keep going: errors, traffic, failing probes, silence, revoked tokens.
    void calm();
    //! Puts the objects back that steps have changed, or leaves them as somebody mended them.
    void putBack();
    void leaveAsIs();
    //! How much of each error budget is gone since the start, for the difference of two moments. All of them, in an
    //! order that does not change.
    [[nodiscard]] std::vector<Debriefing::Spent> spent() const;

Q_SIGNALS:
    void answeringChanged(const QString &cluster, bool answers);
    void credentialsChanged();

private:
    void tick();
    void reissueTokens(Site &site);
    [[nodiscard]] Site *find(const std::string &cluster) const;

    PlatformSpec m_spec;
    uint64_t m_seed;
    Settings m_settings;
    const Clock &m_clock;
    std::vector<std::unique_ptr<Site>> m_sites;
    std::vector<Cluster> m_clusters;
    std::chrono::milliseconds m_startedAt{0};
    double m_calendarStart = 0; //!< seconds since the epoch
    std::chrono::milliseconds m_lastTick{0};
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace Sandbox
