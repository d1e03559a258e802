// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/authorizer.h"

#include <string>
#include <string_view>
#include <vector>

namespace Sandbox::Rbac {

// Rules of roles alone, whoever they hold for. Pure functions that never throw.

//! In quotation marks, escaped as Go's %q does it with ASCII.
[[nodiscard]] std::string inQuotes(std::string_view text);
//! The list at \a path, empty when there is none.
[[nodiscard]] const Json &listAt(const Json &json, std::string_view path);
//! Whether \a rule (PolicyRule) allows \a action.
[[nodiscard]] bool allows(const Json &rule, const Action &action);
//! What of \a rules is in none of \a owned, as sentences list it: compact, sorted, without repetition.
[[nodiscard]] std::vector<std::string> uncovered(const Json &owned, const Json &rules);

} // namespace Sandbox::Rbac
