// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/json.h"
#include "backends/sandbox/api/status.h"

#include <optional>
#include <string_view>
#include <vector>

namespace Sandbox {

struct ResourceType;

//! How kinds differ in what becomes of a write (the strategies of pkg/registry).
namespace Rules {

//! metadata.generation counts changes of its spec.
[[nodiscard]] bool countsGenerations(const ResourceType &type);
//! It counts changes of its annotations too, as they go to what it makes.
[[nodiscard]] bool countsAnnotations(const ResourceType &type);
//! All of a namespace can be deleted in one request (the verb deletecollection).
[[nodiscard]] bool deletesMany(const ResourceType &type);
//! A PUT makes what is not there.
[[nodiscard]] bool createsOnUpdate(const ResourceType &type);
//! A PUT has to name the version that it replaces.
[[nodiscard]] bool needsVersion(const ResourceType &type);
//! A deletion answers the object, not only that it succeeded.
[[nodiscard]] bool answersDeleted(const ResourceType &type);

} // namespace Rules

} // namespace Sandbox
