// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/json.h"

#include <string>

namespace Sandbox {

struct ResourceType;

//! Which fields an object may have at its top and in its metadata, by the types of Kubernetes 1.20. What is deeper is
//! kept as it is sent, and so is all of what a CustomResourceDefinition made known.
namespace Declared {

//! The first field of \a json that its type does not know, as server-side apply names it (".nosuch"); empty for none.
[[nodiscard]] std::string unknownField(const ResourceType &type, const Json &json);
//! Drops what a decoder has no place for, and empty maps and lists that an encoder leaves out.
void normalize(const ResourceType &type, Json &json);

} // namespace Declared

} // namespace Sandbox
