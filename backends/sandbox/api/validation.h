// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/json.h"
#include "backends/sandbox/api/status.h"

#include <optional>

namespace Sandbox {

struct ResourceType;

//! 400 when \a json is no object of \a type at all: what kube-apiserver could not even decode. Afterwards metadata is
//! an object, labels and annotations are texts, and kind and apiVersion are right or missing.
[[nodiscard]] std::optional<Status> checkShape(const ResourceType &type, const Json &json);
//! 422 with all that is wrong, in Kubernetes' sentences (pkg/apis/*/validation). \a before: what is replaced, whose
//! immutable fields must not change; null for something new.
[[nodiscard]] std::optional<Status> validate(const ResourceType &type, const Json &json, const Json *before);

} // namespace Sandbox
