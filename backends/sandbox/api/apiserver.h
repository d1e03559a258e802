// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/request.h"
#include "backends/sandbox/api/store.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

class Clock;
class RandomSource;

namespace Sandbox {

//! Who asks.
struct User
{
    std::string name;
    std::vector<std::string> groups; //!< with system:authenticated
};

//! Who did what, as the API server's audit log keeps it; for debriefings and for tests.
struct AuditEntry
{
    std::string id; //!< the request's Audit-ID, or one made for it
    std::string time; //!< RFC 3339
    std::string user; //!< the one acted as, when somebody is impersonated
    std::string verb; //!< "patch"
    const ResourceType *type = nullptr;
    ObjectKey key;
    std::string subresource;
    int status = 0;
    bool dryRun = false;
};

//! The Kubernetes API of one cluster, without a socket: requests in, answers out. The parts of the API that the console
//! and kubectl use, as kube-apiserver 1.20 behaves; what it does not know it answers as the real one answers unknown
//! things. handle() may be called from any thread; so may everything else. It is made and destroyed in a thread with an
//! event loop, which ends watches when their time is over and sends their bookmarks. Nobody else uses the source of
//! chance in another thread.
class ApiServer
{
public:
    struct Settings
    {
        std::string clusterName; //!< makes uids of this cluster its own
        size_t history = 20'000; //!< changes that watches can go back
    };

    //! Both must outlive this.
    ApiServer(Settings settings, const Clock &clock, RandomSource &random);
    ~ApiServer();

    [[nodiscard]] Answer handle(const Request &request);

    //! Bearer tokens, and whom they stand for. A token that was there is replaced.
    void setToken(const std::string &token, User user);
    //! Whoever uses it gets 401 from now on.
    void revokeToken(const std::string &token);

    //! Everything that changes objects holds the lock of its server; \a action must not call the server.
    void locked(const std::function<void(Store &)> &action);

    // What controllers and scenarios do: no one's rights are checked, all else (defaults, validation, quotas, limits,
    // versions, managed fields) is as for anybody.
    //! \a manager names who writes in managedFields.
    Outcome<ObjectPtr> create(const ResourceType &type, Json object, const std::string &manager);
    //! Replaces it; a metadata.resourceVersion is a precondition.
    Outcome<ObjectPtr> update(const ResourceType &type, Json object, const std::string &manager);
    //! Replaces its status alone.
    Outcome<ObjectPtr> updateStatus(const ResourceType &type, Json object, const std::string &manager);
    //! RFC 7386.
    Outcome<ObjectPtr> merge(
        const ResourceType &type, const ObjectKey &key, const Json &patch, const std::string &manager);
    //! At once, without grace period.
    Outcome<ObjectPtr> remove(const ResourceType &type, const ObjectKey &key);
    [[nodiscard]] ObjectPtr find(const ResourceType &type, const ObjectKey &key) const;
    [[nodiscard]] std::vector<ObjectPtr> list(const ResourceType &type, const std::string &space = {}) const;

    //! The writes of persons and programs since the start, oldest first; at most the last 10,000.
    [[nodiscard]] std::vector<AuditEntry> audit() const;

    //! Called after each change, from the thread that made it and under the lock: only note what is to be done.
    int subscribe(Store::Listener listener);
    void unsubscribe(int id);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Sandbox
