// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/nodecontroller.h"

#include "backends/sandbox/controllers/deploymentstatus.h"
#include "backends/sandbox/controllers/timestamp.h"

namespace Sandbox {

namespace {

constexpr Context::Time renewInterval(10'000);
constexpr Context::Time reportInterval(300'000);
const std::string manager = "kubelet";

} // namespace

void NodeController::noticed(const Notice &notice)
{
    if (!notice.is(m_context.types.nodes))
        return;
    if (notice.deleted()) {
        queue.remove(notice.uid);
        m_reported.erase(notice.uid);
    } else if (!queue.contains(notice.uid)) {
        add(notice.uid);
    }
}

void NodeController::sync(const Uid &uid)
{
    const Ownership::Entry *entry = m_context.ownership.find(uid);
    const ObjectPtr node = entry ? m_context.server.find(m_context.types.nodes, entry->key) : nullptr;
    if (!node)
        return;
    queue.set(uid, m_context.now() + renewInterval);
    renewLease(*node);
    const auto last = m_reported.find(uid);
    if (last == m_reported.end() || last->second + reportInterval <= m_context.now()) {
        m_reported[uid] = m_context.now();
        report(*node, uid);
    }
}

void NodeController::renewLease(const Object &node)
{
    const ResourceType &type = m_context.types.leases;
    const ObjectKey key{"kube-node-lease", node.key.name};
    const std::string stamp = Timestamp::microText(m_context.wallNow());
    if (const ObjectPtr lease = m_context.server.find(type, key)) {
        m_context.rewrite(type, key, Uid::of(lease->uid), [&stamp](Json &json) {
            makeAt(json, "spec/renewTime") = stamp;
            return true;
        });
        return;
    }
    const Json owner = {{"apiVersion", "v1"}, {"kind", "Node"}, {"name", node.key.name}, {"uid", node.uid}};
    (void)m_context.server.create(type,
        {{"apiVersion", "coordination.k8s.io/v1"}, {"kind", "Lease"},
            {"metadata", {{"name", key.name}, {"namespace", key.space}, {"ownerReferences", Json::array({owner})}}},
            {"spec", {{"holderIdentity", key.name}, {"leaseDurationSeconds", 40}, {"renewTime", stamp}}}},
        manager);
}

void NodeController::report(const Object &node, const Uid &uid)
{
    struct Known
    {
        const char *type;
        const char *status;
        const char *reason;
        const char *message;
    };
    static constexpr Known all[] = {
        {"MemoryPressure", "False", "KubeletHasSufficientMemory", "kubelet has sufficient memory available"},
        {"DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"},
        {"PIDPressure", "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available"},
        {"Ready", "True", "KubeletReady", "kubelet is posting ready status"},
    };
    const std::string stamp = m_context.stamp();
    m_context.rewrite(m_context.types.nodes, node.key, uid, [&stamp](Json &json) {
        Json &conditions = makeAt(json, "status/conditions");
        if (!conditions.is_array())
            conditions = Json::array();
        // What is there stays as it is, so that a scenario can say that a node is not well; only the heart beats.
        for (Json &condition : conditions) {
            if (condition.is_object())
                condition["lastHeartbeatTime"] = stamp;
        }
        for (const Known &known : all) {
            if (DeploymentStatus::condition(at(json, "status"), known.type).is_null())
                conditions.push_back({{"type", known.type}, {"status", known.status}, {"reason", known.reason},
                    {"message", known.message}, {"lastHeartbeatTime", stamp}, {"lastTransitionTime", stamp}});
        }
        return true;
    });
}

} // namespace Sandbox
