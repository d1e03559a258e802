// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/platform/ordinary.h"
#include "backends/sandbox/platform/roster.h"
#include "backends/sandbox/platform/scenario.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace Sandbox {

//! How a pod behaves, as the ending of its image's tag decides.
struct Behaviour
{
    double errors = 0; //!< share of its answers, beyond what is ordinary
    double slower = 1; //!< factor of its response times
    double tail = 0; //!< share of its answers that take seconds
    double wrong = 0; //!< share of its business requests that fail
    double leak = 0; //!< bytes a second

    [[nodiscard]] static Behaviour of(std::string_view tag);
};

//! The requests that people send to one cluster, and what becomes of them: counters of each pod, as its metrics page
//! shows them. Follows Services (annotation sandbox/requests-per-second), which share their requests evenly among the
//! ready pods that they select, and canary weights of ingress-nginx on an Ingress annotated sandbox/stable-service.
//! No randomness of its own: noise follows from the seed and the time. One thread.
class Traffic
{
public:
    static constexpr double scoresPerRequest = 0.02;
    //! Upper bounds of user_satisfaction_score, without +Inf.
    static constexpr std::array scoreBounds{1.0, 2.0, 3.0, 4.0, 5.0};

    //! What one pod has done since it started; counters only grow.
    struct Load
    {
        double ok = 0;
        double bad = 0;
        Ordinary::Within within{}; //!< requests within each bound, +Inf last
        double seconds = 0; //!< response times added up
        double businessOk = 0;
        double businessBad = 0;
        std::array<double, scoreBounds.size() + 1> scores{}; //!< scores up to each bound, +Inf last
        double scoreSum = 0;
        double cpu = 0; //!< seconds
        double memory = 0; //!< bytes
        double leaked = 0; //!< bytes
        bool business = false; //!< has business requests
        bool scored = false;
        double age = 0; //!< seconds
        std::string app; //!< the Service whose requests it answers; else its label app
        uint64_t seen = 0;
    };
    //! What a service answers just now, over all of its pods.
    struct Now
    {
        double rate = 0; //!< requests a second
        double errors = 0; //!< share
        Ordinary::Within within{}; //!< share of requests within each bound

        //! Seconds; the highest bound when it is beyond.
        [[nodiscard]] double quantile(double share) const;
    };
    //! What went against the objectives of a service, since the start.
    struct Budget
    {
        double requests = 0;
        double errors = 0;
        double slow = 0;
        double business = 0;
        double businessBad = 0;
        double scores = 0;
        double unhappy = 0;
    };
    //! What an incident does to a service, until it is put back.
    struct Disturbance
    {
        double errors = 0;
        double slower = 1;
        double traffic = 1;
    };

    //! \a spec must outlive this.
    Traffic(const PlatformSpec &spec, const std::string &cluster, uint64_t seed);

    //! \a time: seconds since the epoch by the platform's compressed calendar; \a elapsed: real seconds since the last
    //! call.
    void advance(const Roster &roster, double time, double elapsed);
    void disturb(const ObjectKey &service, Disturbance disturbance);
    [[nodiscard]] Disturbance disturbance(const ObjectKey &service) const;

    [[nodiscard]] const std::map<ObjectKey, Load> &loads() const { return m_loads; }
    //! By namespace and app. Nothing before the first request.
    [[nodiscard]] const Now *now(const ObjectKey &service) const;
    [[nodiscard]] const std::map<ObjectKey, Budget> &budgets() const { return m_budgets; }
    [[nodiscard]] const WorkloadSpec *workload(const ObjectKey &service) const;

private:
    struct Group //!< the pods that answer one service, or its canary
    {
        ObjectKey service; //!< whose requests these are
        double requestsPerSecond = 0;
        double share = 1;
        std::vector<std::pair<const Roster::Pod *, Load *>> pods;
    };

    void regroup(const Roster &roster);
    void serve(const Group &group, double time, double elapsed);
    void idle(const Roster::Pod &pod, Load &load, double time, double elapsed) const;

    uint64_t m_seed;
    std::string m_cluster;
    std::map<ObjectKey, const WorkloadSpec *> m_workloads;
    std::map<ObjectKey, Disturbance> m_disturbances;
    std::map<ObjectKey, Load> m_loads;
    std::map<ObjectKey, Now> m_now;
    std::map<ObjectKey, Budget> m_budgets;
    std::vector<Group> m_groups;
    uint64_t m_grouped = ~uint64_t(0);
    uint64_t m_round = 0;
};

} // namespace Sandbox
