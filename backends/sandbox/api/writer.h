// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/core.h"

#include <functional>
#include <optional>
#include <string>

namespace Sandbox {

struct User;

//! What DeleteOptions and the parameters of a deletion say.
struct Deletion
{
    std::optional<long long> graceSeconds;
    std::string propagation; //!< Orphan, Background, Foreground; empty for the default
    std::string uid; //!< a precondition; empty for none
    std::string version; //!< likewise
};

//! What is left of something that was deleted.
struct Removal
{
    ObjectPtr object;
    bool gone = true; //!< false: it goes once its finalizers or its grace period are over
};

//! Writes objects of one kind as the API server does: what callers may not set is set, defaults are filled in,
//! everything is validated and admitted, owners of fields are noted. Lives for one request; its functions are called
//! under the lock.
class Writer
{
public:
    struct Who
    {
        std::string manager; //!< for managedFields
        bool dryRun = false;
        const User *user = nullptr; //!< whose rights limit the roles that may be written; null for controllers
        bool applied = false; //!< server-side apply has noted the owners of fields already
    };

    Writer(Core &core, const ResourceType &type, Who who);

    //! \a json has its namespace; a missing name is made from generateName.
    Outcome<ObjectPtr> create(Json json);
    //! Replaces all that may be replaced through \a subresource (empty, "status" or "finalize").
    Outcome<ObjectPtr> update(Json json, std::string_view subresource = {});
    //! Replaces what is there by what \a change makes of it; tried again by nobody, as everything happens under the
    //! lock.
    Outcome<ObjectPtr> change(const ObjectKey &key, const std::function<Outcome<Json>(const Json &)> &change,
        std::string_view subresource = {});
    Outcome<Removal> remove(const ObjectKey &key, const Deletion &deletion);

private:
    Core &m_core;
    const ResourceType &m_type;
    Who m_who;

    Outcome<ObjectPtr> replace(const ObjectPtr &before, Json json, std::string_view subresource);
    Outcome<ObjectPtr> store(const Json *before, Json json);
    void complete(Json &json) const;
    void own(const Json &before, Json &json, std::string_view subresource) const;
    [[nodiscard]] std::optional<Status> spaceFor(const Json &json) const;
    std::optional<Status> admit(Json &json);
    std::optional<Status> judge(const Json &json, const Json *before);
    void giveAddress(Json &json);
    void keep(const Json &before, Json &json, std::string_view subresource) const;
    [[nodiscard]] std::optional<Status> precondition(const Object &object, const Deletion &deletion) const;
    [[nodiscard]] long long grace(const Json &json, const Deletion &deletion) const;
    Removal markDeleted(const Object &object, Json json, long long grace);
    ObjectPtr vanish(const ObjectPtr &object);
};

} // namespace Sandbox
