// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/garbagecollector.h"

#include <algorithm>

namespace Sandbox {

void GarbageCollector::noticed(const Notice &notice)
{
    if (notice.is(m_context.types.events))
        return;
    if (notice.deleted()) {
        for (const Uid &dependent : m_context.ownership.dependents(notice.uid))
            add(dependent);
        // Those that wait for their dependents to go first.
        const Ownership::Entry *entry = m_context.ownership.find(notice.uid);
        for (const Uid &owner : entry ? entry->owners : std::vector<Uid>()) {
            const Ownership::Entry *above = m_context.ownership.find(owner);
            if (above && above->deleting && above->foreground)
                add(owner);
        }
        return;
    }
    const Ownership::Entry *entry = m_context.ownership.find(notice.uid);
    if (!entry)
        return;
    if (entry->deleting && (entry->foreground || entry->orphan)) {
        add(notice.uid);
        return;
    }
    if (!entry->deleting && std::ranges::any_of(entry->owners, [this](const Uid &owner) {
            const Ownership::Entry *above = m_context.ownership.find(owner);
            return !above || (above->deleting && above->foreground);
        }))
        add(notice.uid);
}

void GarbageCollector::sync(const Uid &uid)
{
    const Ownership::Entry *found = m_context.ownership.find(uid);
    if (!found)
        return;
    const Ownership::Entry entry = *found;
    if (entry.deleting && entry.orphan)
        orphan(uid, entry);
    else if (entry.deleting && entry.foreground)
        finishForeground(uid, entry);
    else if (!entry.deleting)
        collect(uid, entry);
}

//! Kinds that this server does not serve may exist elsewhere, so their owners count as being there.
bool GarbageCollector::canVanish(const Json &owner) const
{
    return findKind(textAt(owner, "apiVersion"), textAt(owner, "kind")) != nullptr;
}

void GarbageCollector::collect(const Uid &uid, const Ownership::Entry &entry)
{
    const ObjectPtr object = m_context.server.find(*entry.type, entry.key);
    if (!object || Uid::of(object->uid) != uid)
        return;
    const Json json = object->json();
    const Json &owners = at(json, "metadata/ownerReferences");
    if (!owners.is_array() || owners.empty())
        return;
    std::vector<Uid> gone;
    bool foreground = false;
    for (const Json &owner : owners) {
        const Uid id = Uid::of(textAt(owner, "uid"));
        const Ownership::Entry *above = m_context.ownership.find(id);
        const bool elsewhere = above && !above->key.space.empty() && above->key.space != entry.key.space;
        const bool waiting = above && above->deleting && above->foreground;
        if ((above && !elsewhere && !waiting) || (!above && !canVanish(owner)))
            continue;
        gone.push_back(id);
        foreground = foreground || (waiting && !m_context.ownership.dependents(uid).empty());
    }
    if (gone.empty())
        return;
    if (gone.size() == owners.size())
        m_context.retire(*entry.type, entry.key, uid, foreground);
    else
        dropOwners(uid, gone);
}

void GarbageCollector::finishForeground(const Uid &uid, const Ownership::Entry &entry)
{
    bool blocked = false;
    for (const Uid &id : m_context.ownership.dependents(uid)) {
        const Ownership::Entry *dependent = m_context.ownership.find(id);
        const ObjectPtr object = dependent ? m_context.server.find(*dependent->type, dependent->key) : nullptr;
        if (!object)
            continue;
        const Json json = object->json();
        for (const Json &owner : at(json, "metadata/ownerReferences"))
            blocked = blocked || (Uid::of(textAt(owner, "uid")) == uid && boolAt(owner, "blockOwnerDeletion"));
        if (!dependent->deleting)
            add(id);
    }
    if (!blocked)
        dropFinalizer(uid, entry, foregroundFinalizer);
}

void GarbageCollector::orphan(const Uid &uid, const Ownership::Entry &entry)
{
    for (const Uid &id : m_context.ownership.dependents(uid))
        dropOwners(id, {uid});
    dropFinalizer(uid, entry, orphanFinalizer);
}

//! The last finalizer that goes takes the object with it.
void GarbageCollector::dropFinalizer(const Uid &uid, const Ownership::Entry &entry, std::string_view finalizer)
{
    m_context.rewrite(*entry.type, entry.key, uid, [finalizer](Json &json) {
        Json &list = makeAt(json, "metadata/finalizers");
        Json kept = Json::array();
        for (const Json &one : list) {
            if (one != finalizer)
                kept.push_back(one);
        }
        if (kept.empty())
            removeAt(json, "metadata/finalizers");
        else
            list = std::move(kept);
        return true;
    });
    if (entry.type != &m_context.types.pods) // the kubelet ends those
        m_context.purge(*entry.type, entry.key, uid);
}

void GarbageCollector::dropOwners(const Uid &uid, const std::vector<Uid> &owners)
{
    const Ownership::Entry *entry = m_context.ownership.find(uid);
    if (!entry)
        return;
    m_context.rewrite(*entry->type, entry->key, uid, [&owners](Json &json) {
        Json kept = Json::array();
        for (const Json &owner : at(json, "metadata/ownerReferences")) {
            if (std::ranges::find(owners, Uid::of(textAt(owner, "uid"))) == owners.end())
                kept.push_back(owner);
        }
        if (kept.empty())
            removeAt(json, "metadata/ownerReferences");
        else
            makeAt(json, "metadata/ownerReferences") = std::move(kept);
        return true;
    });
}

} // namespace Sandbox
