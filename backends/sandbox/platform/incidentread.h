// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/platform/scenario.h"
#include "backends/sandbox/platform/yamlmap.h"

namespace Sandbox {

//! The part of a scenario file that is an incident on \a platform; throws ScenarioProblem.
[[nodiscard]] IncidentSpec readIncident(YamlMap entry, const std::string &name, const PlatformSpec &platform);

} // namespace Sandbox
