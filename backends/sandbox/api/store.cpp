// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/store.h"

#include "backends/sandbox/api/selection.h"

#include <algorithm>

namespace Sandbox {

namespace {

//! Before \a bytes it makes a whole object of them.
std::string identity(const ResourceType &type)
{
    return "{\"kind\":\"" + std::string(type.kind) + "\",\"apiVersion\":\"" + type.apiVersion() + "\",";
}

size_t sizeOf(const Change &change)
{
    return change.object->bytes.size() + (change.before ? change.before->bytes.size() : 0);
}

} // namespace

Json Object::json() const
{
    Json json = parseJson(bytes).value_or(Json::object());
    json["kind"] = type->kind;
    json["apiVersion"] = type->apiVersion();
    return json;
}

std::string Object::text() const
{
    std::string text = identity(*type);
    text.reserve(text.size() + bytes.size());
    return text.append(bytes, 1); // metadata is always there, so that something follows the comma
}

ObjectPtr makeObject(const ResourceType &type, Json json, uint64_t version)
{
    auto object = std::make_shared<Object>();
    object->type = &type;
    object->key = {textAt(json, "metadata/namespace"), textAt(json, "metadata/name")};
    object->uid = textAt(json, "metadata/uid");
    object->version = version;
    if (version > 0)
        makeAt(json, "metadata/resourceVersion") = std::to_string(version);
    if (const Json &labels = at(json, "metadata/labels"); labels.is_object()) {
        object->labels.reserve(labels.size());
        for (const auto &[name, value] : labels.items()) {
            if (value.is_string())
                object->labels.emplace_back(name, value.get<std::string>());
        }
    }
    object->fields = fieldValues(type, json);
    json.erase("kind");
    json.erase("apiVersion");
    object->bytes = toText(json);
    object->bytes.shrink_to_fit();
    return object;
}

Store::Store(size_t history, size_t historyBytes) : m_history(history), m_historyBytes(historyBytes)
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

std::vector<ObjectPtr> Store::listAt(
    uint64_t version, const ResourceType &type, const std::string &space, const ObjectKey &after, size_t limit) const
{
    Objects then; // what was there then and is another or none now; null for what was not there
    for (const Change &change : changesSince(type, version))
        then.emplace(change.object->key, change.before);
    if (then.empty())
        return list(type, space, after, limit);
    std::vector<ObjectPtr> result;
    const ObjectKey first{space, {}};
    auto past = after > first ? then.upper_bound(after) : then.lower_bound(first);
    const auto takePast = [&](const ObjectKey *until) {
        for (; past != then.end() && (!until || past->first < *until); ++past) {
            if (past->second && (space.empty() || past->first.space == space))
                result.push_back(past->second);
        }
    };
    // As many more as may turn out to be new.
    for (const ObjectPtr &object : list(type, space, after, limit == 0 ? 0 : limit + then.size())) {
        takePast(&object->key);
        if (past == then.end() || past->first != object->key)
            result.push_back(object);
    }
    takePast(nullptr);
    if (limit > 0 && result.size() > limit)
        result.resize(limit);
    return result;
}

ObjectPtr Store::put(const ResourceType &type, Json json)
{
    const ObjectKey key{textAt(json, "metadata/namespace"), textAt(json, "metadata/name")};
    const ObjectPtr before = find(type, key);
    if (before) {
        const ObjectPtr same = makeObject(type, json, before->version);
        if (same->bytes == before->bytes)
            return before;
    }
    const ObjectPtr object = makeObject(type, std::move(json), ++m_version);
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
    const ObjectPtr last = makeObject(type, before->json(), ++m_version);
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
    m_pastBytes = 0;
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
    m_pastBytes += sizeOf(change);
    m_past.push_back(std::move(change));
    // The latest stays, whatever it weighs: those who are told of it below look at it.
    while (m_past.size() > 1 && (m_past.size() > m_history || m_pastBytes > m_historyBytes)) {
        m_oldest = m_past.front().object->version;
        m_pastBytes -= sizeOf(m_past.front());
        m_past.pop_front();
    }
    const Change &latest = m_past.back();
    for (const auto &[id, listener] : m_listeners)
        listener(latest);
}

} // namespace Sandbox
