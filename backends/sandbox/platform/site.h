// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/apiserver.h"
#include "backends/sandbox/controllers/controllers.h"
#include "backends/sandbox/platform/activity.h"
#include "backends/sandbox/platform/debriefing.h"
#include "backends/sandbox/platform/metricspage.h"
#include "backends/sandbox/platform/roster.h"
#include "backends/sandbox/platform/scenario.h"
#include "backends/sandbox/platform/traffic.h"

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace Sandbox {

//! One cluster of a platform: its API server, who lives in it, and what incidents do to it. Lives in the platform's
//! thread; page() is for any.
class Site
{
public:
    //! All must outlive this.
    Site(const PlatformSpec &platform, const ClusterSpec &spec, uint64_t seed, const Clock &clock,
        std::optional<int> history = {});
    ~Site();

    [[nodiscard]] const ClusterSpec &spec() const { return m_spec; }
    [[nodiscard]] ApiServer &api() { return m_api; }
    [[nodiscard]] Controllers &controllers() { return *m_controllers; }
    [[nodiscard]] const Roster &roster() const { return m_roster; }

    //! Makes all objects and has their pods run. \a authority: PEM, empty for none.
    void fill(const Pace &pace, const std::string &authority);
    //! \a time: seconds since the epoch by the platform's calendar; \a elapsed: real seconds since the last call.
    void live(double time, double elapsed);
    [[nodiscard]] std::string page();

    //! Hands out a token to \a user, in the place of the one before.
    void issueToken(const UserSpec &user);
    //! True when it was there.
    bool revokeToken(const std::string &user);
    [[nodiscard]] bool tokenWorks(const std::string &user) const;
    //! By user; those that do not work any more as well.
    [[nodiscard]] const std::map<std::string, std::string> &tokens() const { return m_tokens; }
    //! Users for whom somebody asked for a new token; they are not asked for any more.
    [[nodiscard]] std::vector<std::string> takeTokenRequests();

    void apply(const IncidentStep &step);
    [[nodiscard]] bool holds(const IncidentCondition &condition);
    void calm();
    void putBack();
    //! What steps changed stays as it is.
    void forget();
    void addSpent(std::vector<Debriefing::Spent> &into) const;

    bool answers = true;

private:
    void create(const Json &object, const std::string &manager);
    //! Remembers how an object was before an incident first touched it.
    void remember(const ResourceType &type, const ObjectKey &key);
    void merge(const ResourceType &type, const ObjectKey &key, const Json &patch, const std::string &manager);
    //! Creates it, or replaces spec, annotations, subjects and role of the one that is there.
    void put(const Json &object, const std::string &manager);
    void setImage(const ObjectKey &key, const std::string &tag, const std::string &manager);
    void canary(const IncidentStep &step);
    void setQuota(const IncidentStep &step);
    void disturb(const IncidentStep &step);
    [[nodiscard]] bool allowed(const IncidentCondition &condition);
    [[nodiscard]] const SpaceSpec *spaceOf(const std::string &name) const;

    const PlatformSpec &m_platform;
    const ClusterSpec &m_spec;
    SeededRandom m_apiChance;
    SeededRandom m_controllersChance;
    const Clock &m_clock;
    ApiServer m_api;
    std::unique_ptr<Controllers> m_controllers;
    int m_subscription = 0;

    std::mutex m_mutex; //!< page() reads what live() writes
    Roster m_roster;
    Traffic m_traffic;
    MetricsPage m_page;
    int m_probes = 0;
    ObjectKey m_probesNeed; //!< the Deployment that failing probes wait for

    std::map<std::string, std::string> m_tokens;
    std::set<std::string> m_revoked; //!< users whose token does not work any more
    uint64_t m_requestsSeen = 0; //!< version of the ConfigMap with requests for tokens
    std::vector<std::pair<std::pair<const ResourceType *, ObjectKey>, Json>> m_before; //!< null: was not there
    std::vector<ObjectKey> m_disturbed;
};

} // namespace Sandbox
