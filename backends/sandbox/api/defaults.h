// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/json.h"

namespace Sandbox {

struct ResourceType;

//! What is not said gets the value that Kubernetes gives it (pkg/apis/*/v1/defaults.go), as far as anybody reads it;
//! quantities are written in canonical form.
void applyDefaults(const ResourceType &type, Json &json);
//! What plug-ins of the API server add to a new object that is not theirs to refuse (ServiceAccount, Priority,
//! DefaultTolerationSeconds).
void applyPlugins(const ResourceType &type, Json &json);
//! What a new object has whatever its maker said: no status of its own, and what registries set at creation.
void prepareNew(const ResourceType &type, Json &json);

} // namespace Sandbox
