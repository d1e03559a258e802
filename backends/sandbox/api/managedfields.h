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
    std::string_view subresource; //!< "status"; kept apart from the rest
};

//! The object after a server-side apply. \a live is null when the object is not there yet. 409 with one
//! FieldManagerConflict for each field that another manager owns with another value, unless \a force.
//! What this manager applied before and does not name any more goes, unless somebody else owns it too.
[[nodiscard]] Outcome<Json> apply(const Json &live, const Json &applied, const Writer &writer, bool force);
//! After any other write: what differs between \a before (null when new) and \a after belongs to \a writer now.
void update(const Json &before, Json &after, const Writer &writer);

} // namespace Sandbox::ManagedFields
