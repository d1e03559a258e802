// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/status.h"

#include <string>
#include <string_view>

namespace Sandbox::ManagedFields {

// Who owns which field: metadata.managedFields, as structured-merge-diff keeps it. Pure functions that never throw.
// Lists of built-in kinds go by the keys that their types declare (containers by name, ports by containerPort and
// protocol ...); lists without keys and what is declared atomic belong to one manager as a whole.

struct Writer
{
    std::string manager; //!< the parameter fieldManager, or what stands before the slash of the User-Agent
    std::string time; //!< RFC 3339, seconds
    std::string_view subresource; //!< "status"; not noted: 1.20 does not tell entries apart by it
};

//! The object after a server-side apply. \a live is null when the object is not there yet. 409 with one
//! FieldManagerConflict for each field that another manager owns with another value, unless \a force.
//! What this manager applied before and does not name any more goes, unless somebody else owns it too.
[[nodiscard]] Outcome<Json> apply(const Json &live, const Json &applied, const Writer &writer, bool force);
//! After any other write: what differs between \a before (null when new) and \a after belongs to \a writer now. To be
//! called with defaults filled in but before admission and before what servers allot (clusterIP, status of new pods):
//! those fields belong to nobody. What was there before anybody was noted is not noted by updates.
//! metadata.managedFields of \a after may be what a client sent: entries are taken over when they are well formed,
//! [{}] forgets all of them, anything else keeps those of \a before.
void update(const Json &before, Json &after, const Writer &writer);

} // namespace Sandbox::ManagedFields
