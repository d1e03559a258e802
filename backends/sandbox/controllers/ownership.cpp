// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/ownership.h"

#include <algorithm>

namespace Sandbox {

void Ownership::update(const Uid &uid, const Object &object, const Json &json)
{
    Entry entry{object.type, object.key, {}, {}, at(json, "metadata/deletionTimestamp").is_string()};
    if (const Json &owners = at(json, "metadata/ownerReferences"); owners.is_array()) {
        for (const Json &owner : owners) {
            const Uid id = Uid::of(textAt(owner, "uid"));
            if (id.isNull() || std::ranges::find(entry.owners, id) != entry.owners.end())
                continue;
            entry.owners.push_back(id);
            if (boolAt(owner, "controller"))
                entry.controller = id;
        }
    }
    if (const Json &finalizers = at(json, "metadata/finalizers"); finalizers.is_array()) {
        for (const Json &finalizer : finalizers) {
            entry.foreground = entry.foreground || finalizer == foregroundFinalizer;
            entry.orphan = entry.orphan || finalizer == orphanFinalizer;
        }
    }
    Entry &place = m_entries[uid];
    if (place.owners != entry.owners) {
        unlink(uid, place);
        for (const Uid &owner : entry.owners)
            m_dependents[owner].push_back(uid);
    }
    place = std::move(entry);
}

void Ownership::remove(const Uid &uid)
{
    const auto found = m_entries.find(uid);
    if (found == m_entries.end())
        return;
    unlink(uid, found->second);
    m_entries.erase(found);
}

void Ownership::unlink(const Uid &uid, const Entry &entry)
{
    for (const Uid &owner : entry.owners) {
        const auto found = m_dependents.find(owner);
        if (found == m_dependents.end())
            continue;
        std::erase(found->second, uid);
        if (found->second.empty())
            m_dependents.erase(found);
    }
}

const Ownership::Entry *Ownership::find(const Uid &uid) const
{
    const auto found = m_entries.find(uid);
    return found == m_entries.end() ? nullptr : &found->second;
}

std::vector<Uid> Ownership::dependents(const Uid &owner) const
{
    const auto found = m_dependents.find(owner);
    return found == m_dependents.end() ? std::vector<Uid>() : found->second;
}

std::vector<Uid> Ownership::controlled(const Uid &owner, const ResourceType &type) const
{
    std::vector<Uid> result = dependents(owner);
    std::erase_if(result, [&](const Uid &uid) {
        const Entry *entry = find(uid);
        return !entry || entry->type != &type || entry->controller != owner;
    });
    return result;
}

} // namespace Sandbox
