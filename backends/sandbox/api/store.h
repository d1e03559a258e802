// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/json.h"
#include "backends/sandbox/api/resources.h"
#include "backends/sandbox/api/status.h"

#include <compare>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace Sandbox {

struct ObjectKey
{
    std::string space; //!< the namespace; empty for what is in none
    std::string name;

    auto operator<=>(const ObjectKey &) const = default;
};

//! One version of one object; never changes, so that answers can hold on to it while they are being sent.
struct Object
{
    const ResourceType *type = nullptr;
    ObjectKey key;
    std::string uid;
    uint64_t version = 0; //!< resourceVersion
    std::vector<std::pair<std::string, std::string>> labels; //!< sorted by key
    std::vector<std::string> fields; //!< what field selectors ask for, in the order of selectableFields()
    std::string bytes; //!< compact JSON without kind and apiVersion, as the items of lists are written

    //! With kind and apiVersion.
    [[nodiscard]] Json json() const;
    [[nodiscard]] std::string text() const;
};
using ObjectPtr = std::shared_ptr<const Object>;

//! \a json as the store would hold it at \a version; what dry runs answer, which make nothing that would
//! have a version (0).
[[nodiscard]] ObjectPtr makeObject(const ResourceType &type, Json json, uint64_t version);

//! Something that happened to an object.
struct Change
{
    enum class Kind { Added, Modified, Deleted };
    Kind kind = Kind::Added;
    ObjectPtr object; //!< for Deleted: its last state, with the version of the deletion
    ObjectPtr before; //!< null for Added
};

//! What etcd is to a real API server: objects, one counter of versions for all of them, and the recent past. Knows no
//! rules but optimistic concurrency. Belongs to its ApiServer, which calls it under its lock.
class Store
{
public:
    //! The changes that are remembered are at most \a history, and the objects in them at most \a historyBytes;
    //! watches that ask for older ones get 410.
    explicit Store(size_t history = 20'000, size_t historyBytes = 64 * 1024 * 1024);
    ~Store();

    [[nodiscard]] uint64_t version() const { return m_version; }
    //! Watches can start at this version or later.
    [[nodiscard]] uint64_t oldestVersion() const { return m_oldest; }

    [[nodiscard]] ObjectPtr find(const ResourceType &type, const ObjectKey &key) const;
    //! In the order of namespace and name, as etcd lists. An empty \a space is all of them.
    [[nodiscard]] std::vector<ObjectPtr> list(const ResourceType &type, const std::string &space = {}) const;
    //! The objects as they were at \a version, which must not be below oldestVersion(); otherwise as the one below.
    [[nodiscard]] std::vector<ObjectPtr> listAt(uint64_t version, const ResourceType &type, const std::string &space,
        const ObjectKey &after, size_t limit) const;
    //! At most \a limit from the first one after \a after; 0 is no limit.
    [[nodiscard]] std::vector<ObjectPtr> list(
        const ResourceType &type, const std::string &space, const ObjectKey &after, size_t limit) const;
    [[nodiscard]] size_t count(const ResourceType &type, const std::string &space = {}) const;

    //! Writes \a json under its own metadata.name and metadata.namespace with a new version; metadata.uid must be
    //! there. What is equal to what is stored already is not written, and the stored object returned.
    ObjectPtr put(const ResourceType &type, Json json);
    //! Null when there was none.
    ObjectPtr remove(const ResourceType &type, const ObjectKey &key);

    //! Changes of \a type after \a version, oldest first; version must not be below oldestVersion().
    [[nodiscard]] std::vector<Change> changesSince(const ResourceType &type, uint64_t version) const;
    //! Forgets the past, as etcd's compaction does.
    void compact();

    //! Called after each change, under the same lock; returns a number for unsubscribe().
    using Listener = std::function<void(const Change &)>;
    int subscribe(Listener listener);
    void unsubscribe(int id);

private:
    using Objects = std::map<ObjectKey, ObjectPtr>;
    std::map<const ResourceType *, Objects> m_objects;
    std::deque<Change> m_past; //!< by version
    size_t m_history;
    size_t m_historyBytes;
    size_t m_pastBytes = 0;
    uint64_t m_version = 1;
    uint64_t m_oldest = 1;
    std::map<int, Listener> m_listeners;
    int m_nextListener = 1;

    void happened(Change change);
};

} // namespace Sandbox
