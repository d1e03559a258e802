// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/store.h"

#include <map>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace Sandbox {

//! Who is there in one cluster, as far as traffic and metrics want to know: kept from the changes of its API server.
//! note() is for its listener, the rest for one thread.
class Roster
{
public:
    struct Container
    {
        std::string name;
        int restarts = 0;
        double requests[2] = {}; //!< cores, bytes; 0 for none
        double limits[2] = {};
    };
    struct Pod
    {
        ObjectPtr object;
        std::string app; //!< its label app
        std::string tag; //!< of its first container's image
        std::string phase;
        bool running = false;
        bool ready = false; //!< and not on its way out
        std::vector<Container> containers;
    };
    struct Service
    {
        std::vector<std::pair<std::string, std::string>> selector;
        double requestsPerSecond = 0; //!< its annotation sandbox/requests-per-second
    };
    struct Canary
    {
        std::string stable; //!< the Service whose requests it takes
        std::string backend; //!< the Service that gets them
        double weight = 0; //!< in [0, 1]
    };
    struct Quota
    {
        std::map<std::string, double> hard;
        std::map<std::string, double> used;
    };
    struct Deployment
    {
        int wanted = 0;
        int available = 0;
        int updated = 0;
        int ready = 0;
        int replicas = 0;
        bool observed = false; //!< the status is about the newest template
        bool complete = false; //!< all that is wanted, of the newest template and nothing else, is available
    };

    //! From the API server's listener, in any thread.
    void note(const Change &change);
    //! Takes over what was noted; true when anything changed.
    bool settle();
    //! Changes with pods, services and canaries.
    [[nodiscard]] uint64_t revision() const { return m_revision; }

    [[nodiscard]] const std::map<ObjectKey, Pod> &pods() const { return m_pods; }
    [[nodiscard]] const std::map<ObjectKey, Service> &services() const { return m_services; }
    [[nodiscard]] const std::map<ObjectKey, Canary> &canaries() const { return m_canaries; }
    [[nodiscard]] const std::map<ObjectKey, Quota> &quotas() const { return m_quotas; }
    [[nodiscard]] const std::map<ObjectKey, Deployment> &deployments() const { return m_deployments; }
    //! Namespaces that belong to a tenant, and to which.
    [[nodiscard]] const std::map<std::string, std::string> &tenants() const { return m_tenants; }

private:
    void take(const ResourceType &type, const ObjectKey &key, const ObjectPtr &object);
    void takePod(const ObjectKey &key, const ObjectPtr &object);

    std::mutex m_mutex;
    //! The last state of each, null when it is gone; guarded by m_mutex.
    std::map<std::pair<const ResourceType *, ObjectKey>, ObjectPtr> m_noted;

    uint64_t m_revision = 0;
    std::map<ObjectKey, Pod> m_pods;
    std::map<ObjectKey, Service> m_services;
    std::map<ObjectKey, Canary> m_canaries;
    std::map<ObjectKey, Quota> m_quotas;
    std::map<ObjectKey, Deployment> m_deployments;
    std::map<std::string, std::string> m_tenants;
};

} // namespace Sandbox
