// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/store.h"

#include <algorithm>

namespace Sandbox {

Json Object::json() const
{
    return parseJson(bytes).value_or(Json::object());
}

Store::Store(size_t history) : m_history(history)
{
}

Store::~Store() = default;

ObjectPtr Store::find(const ResourceType &type, const ObjectKey &key) const
{
    const auto objects = m_objects.find(&type);
    if (objects == m_objects.end())
        return nullptr;
    const auto found = objects->second.find(key);
    return found == objects->second.end() ? nullptr : found->second;
}

std::vector<ObjectPtr> Store::list(const ResourceType &type, const std::string &space) const
{
    return list(type, space, {}, 0);
}

std::vector<ObjectPtr> Store::list(
    const ResourceType &type, const std::string &space, const ObjectKey &after, size_t limit) const
{
    std::vector<ObjectPtr> result;
    const auto objects = m_objects.find(&type);
    if (objects == m_objects.end())
        return result;
    const ObjectKey first{space, {}};
    auto next = after > first ? objects->second.upper_bound(after) : objects->second.lower_bound(first);
    for (; next != objects->second.end() && (limit == 0 || result.size() < limit); ++next) {
        if (!space.empty() && next->first.space != space)
            break;
        result.push_back(next->second);
    }
    return result;
}

size_t Store::count(const ResourceType &type, const std::string &space) const
{
    const auto objects = m_objects.find(&type);
    if (objects == m_objects.end())
        return 0;
    if (space.empty())
        return objects->second.size();
    size_t count = 0;
    for (auto next = objects->second.lower_bound({space, {}});
         next != objects->second.end() && next->first.space == space; ++next)
        ++count;
    return count;
}

ObjectPtr Store::put(const ResourceType &type, Json json)
{
    const ObjectKey key{textAt(json, "metadata/namespace"), textAt(json, "metadata/name")};
    const ObjectPtr before = find(type, key);
    if (before) {
        makeAt(json, "metadata/resourceVersion") = std::to_string(before->version);
        if (toText(json) == before->bytes)
            return before;
    }
    auto object = std::make_shared<Object>();
    object->type = &type;
    object->key = key;
    object->uid = textAt(json, "metadata/uid");
    object->version = ++m_version;
    makeAt(json, "metadata/resourceVersion") = std::to_string(m_version);
    if (const Json &labels = at(json, "metadata/labels"); labels.is_object()) {
        for (const auto &[name, value] : labels.items()) {
            if (value.is_string())
                object->labels.emplace_back(name, value.get<std::string>());
        }
    }
    object->bytes = toText(json);
    m_objects[&type][key] = object;
    happened({before ? Change::Kind::Modified : Change::Kind::Added, object, before});
    return object;
}

ObjectPtr Store::remove(const ResourceType &type, const ObjectKey &key)
{
    const ObjectPtr before = find(type, key);
    if (!before)
        return nullptr;
    m_objects[&type].erase(key);
    auto last = std::make_shared<Object>(*before);
    last->version = ++m_version;
    Json json = before->json();
    makeAt(json, "metadata/resourceVersion") = std::to_string(m_version);
    last->bytes = toText(json);
    happened({Change::Kind::Deleted, last, before});
    return last;
}

std::vector<Change> Store::changesSince(const ResourceType &type, uint64_t version) const
{
    const auto first = std::upper_bound(m_past.begin(), m_past.end(), version,
        [](uint64_t wanted, const Change &change) { return wanted < change.object->version; });
    std::vector<Change> result;
    std::copy_if(first, m_past.end(), std::back_inserter(result),
        [&type](const Change &change) { return change.object->type == &type; });
    return result;
}

void Store::compact()
{
    m_past.clear();
    m_oldest = m_version;
}

int Store::subscribe(Listener listener)
{
    m_listeners.emplace(m_nextListener, std::move(listener));
    return m_nextListener++;
}

void Store::unsubscribe(int id)
{
    m_listeners.erase(id);
}

void Store::happened(Change change)
{
    m_past.push_back(std::move(change));
    if (m_past.size() > m_history) {
        m_oldest = m_past.front().object->version;
        m_past.pop_front();
    }
    const Change &latest = m_past.back();
    for (const auto &[id, listener] : m_listeners)
        listener(latest);
}

} // namespace Sandbox
