// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/json.h"
#include "backends/sandbox/api/quantity.h"

#include <map>
#include <string>

namespace Sandbox::Admission {

//! Amounts by the name of their resource: "requests.cpu", "pods", "count/configmaps".
using Amounts = std::map<std::string, Quantity>;

//! What is no quantity is left out; numbers count as their text.
[[nodiscard]] Amounts amountsOf(const Json &json);
[[nodiscard]] Json toJson(const Amounts &amounts);
//! What the scheduler counts for \a pod: the sum of its containers, or what one of its init containers needs if that is
//! more, and its overhead. \a what: "requests" or "limits".
[[nodiscard]] Amounts podAmounts(const Json &pod, std::string_view what, bool overhead);
//! "cpu=1,pods=2": those of \a amounts that \a like names too.
[[nodiscard]] std::string listed(const Amounts &amounts, const Amounts &like);

} // namespace Sandbox::Admission
