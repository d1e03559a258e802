// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/sandbox/api/apiserver.h"
#include "backends/sandbox/platform/debriefing.h"
#include "backends/sandbox/platform/scenario.h"

#include <QObject>

#include <memory>
#include <string>
#include <vector>

namespace Sandbox {

class History;

//! The whole platform of a scenario: an API server with its controllers for each cluster, filled with tenants, users
//! and workloads, and the traffic that goes through them. Follows from the scenario and its seed alone. Lives in one
//! thread, by alarms of its clock; what may be called from others says so.
class Platform : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        std::optional<uint64_t> seed; //!< instead of the scenario's
        double pace = 1; //!< pods start so many times faster
    };
    struct Cluster
    {
        std::string name;
        std::string region;
        bool production = false;
        ApiServer *api = nullptr; //!< lives as long as the platform
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

    //! Fills the clusters; pods start by and by after this. Once.
    void start();

    [[nodiscard]] const PlatformSpec &spec() const;
    [[nodiscard]] const std::vector<Cluster> &clusters() const;
    //! Of all users in all clusters; changed by credentialsChanged().
    [[nodiscard]] std::vector<Credential> credentials() const;
    //! False while an incident keeps the cluster from answering.
    [[nodiscard]] bool answers(const std::string &cluster) const;
    //! All pods that are wanted are ready.
    [[nodiscard]] bool settled() const;

    //! What Prometheus scrapes from \a cluster: text format 0.0.4. From any thread.
    [[nodiscard]] std::string metricsPage(const std::string &cluster) const;
    //! A rule file for Prometheus: the SLOs, their alerts, and the platform's own alerts.
    [[nodiscard]] std::string rules() const;
    //! What the metrics would have been in the 30 days before \a until, for promtool.
    [[nodiscard]] std::unique_ptr<History> history(const QDateTime &until) const;

    // What incidents do and look at.

    //! Does it; what has to be done to have it undone is remembered until putBack().
    void apply(const IncidentStep &step);
    [[nodiscard]] bool holds(const IncidentCondition &condition) const;
    //! Undoes what apply() did and nobody has undone yet.
    void putBack();
    //! What budgets have lost in all, for the difference of two moments.
    [[nodiscard]] std::vector<Debriefing::Spent> spent() const;

Q_SIGNALS:
    void answeringChanged(const QString &cluster, bool answers);
    void credentialsChanged();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Sandbox
