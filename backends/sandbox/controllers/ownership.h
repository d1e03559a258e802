// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/store.h"
#include "backends/sandbox/controllers/uid.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace Sandbox {

constexpr std::string_view foregroundFinalizer = "foregroundDeletion";
constexpr std::string_view orphanFinalizer = "orphan";

//! Who belongs to whom, by uid, over all objects of a cluster but its Events; no JSON is kept. Belongs to the
//! controllers' thread.
class Ownership
{
public:
    struct Entry
    {
        const ResourceType *type = nullptr;
        ObjectKey key;
        Uid controller; //!< the owner that controls it; null without
        std::vector<Uid> owners; //!< all of them
        bool deleting = false;
        bool foreground = false; //!< has the finalizer foregroundDeletion
        bool orphan = false; //!< has the finalizer orphan
    };

    void update(const Uid &uid, const Object &object, const Json &json);
    void remove(const Uid &uid);
    //! Null when it is not there (any more); stays valid until it is removed.
    [[nodiscard]] const Entry *find(const Uid &uid) const;
    [[nodiscard]] std::vector<Uid> dependents(const Uid &owner) const;
    //! Those of \a type that \a owner controls.
    [[nodiscard]] std::vector<Uid> controlled(const Uid &owner, const ResourceType &type) const;
    [[nodiscard]] size_t size() const { return m_entries.size(); }

private:
    std::unordered_map<Uid, Entry> m_entries;
    std::unordered_map<Uid, std::vector<Uid>> m_dependents; //!< by owner, there or not

    void unlink(const Uid &uid, const Entry &entry);
};

} // namespace Sandbox
