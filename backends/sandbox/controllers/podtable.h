// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/store.h"
#include "backends/sandbox/controllers/uid.h"

#include <cstdint>
#include <unordered_map>

namespace Sandbox {

//! What the tag of an image says that its containers do.
enum class Behaviour : uint8_t { Well, Crash, NoPull, Stuck, Leak };

[[nodiscard]] Behaviour behaviourOf(std::string_view image);

//! What controllers know of a pod; everything else stays in the store.
struct Pod
{
    //! Where the kubelet is with it.
    enum class Stage : uint8_t {
        Unscheduled,
        Bound, //!< has a node, whose kubelet has said nothing yet
        Creating, //!< images are being pulled
        Warming, //!< runs, is not ready
        Serving,
        Crashing, //!< runs and is about to exit
        Restarting, //!< has exited and starts again, at once or after a back-off
        PullFailed, //!< ErrImagePull
        PullBackOff,
        Stuck, //!< runs and never gets ready
        Ending, //!< has a deletionTimestamp
        Finished, //!< Succeeded or Failed
    };

    ObjectKey key;
    Uid controller; //!< its ReplicaSet; null without
    uint64_t version = 0; //!< that this is about
    int node = -1; //!< an index of the scheduler; -1 without node
    Stage stage = Stage::Unscheduled;
    Behaviour behaviour = Behaviour::Well; //!< of the first container that has any
    bool ready = false;
    bool deleting = false;
    bool running = false; //!< phase Running
    uint8_t failures = 0; //!< exits or failed pulls in a row, for the back-off
    int32_t restarts = 0;
    int32_t waited = 0; //!< ms, how long its images take
    uint32_t address = 0; //!< IPv4; 0 for none
    int32_t milliCpu = 0; //!< requested
    int64_t memory = 0; //!< requested, bytes
    int64_t created = 0; //!< ms since 1970
    int64_t readySince = 0; //!< ms since 1970

    //! Neither ended nor ending, as ReplicaSets count.
    [[nodiscard]] bool active() const { return !deleting && stage != Stage::Finished; }
    [[nodiscard]] bool available(int64_t now, int64_t minReadySeconds) const
    {
        return ready && (minReadySeconds == 0 || readySince + minReadySeconds * 1000 <= now);
    }
};

//! All pods of a cluster by uid. Belongs to the controllers' thread.
class PodTable
{
public:
    //! Null when it is not there; stays valid until it is removed.
    [[nodiscard]] Pod *find(const Uid &uid);
    [[nodiscard]] const Pod *find(const Uid &uid) const;
    //! What \a json says goes over what was known; what the kubelet remembers beyond that is kept.
    Pod &update(const Uid &uid, const Object &object, const Json &json);
    void remove(const Uid &uid) { m_pods.erase(uid); }
    [[nodiscard]] size_t size() const { return m_pods.size(); }

private:
    std::unordered_map<Uid, Pod> m_pods;
};

} // namespace Sandbox
