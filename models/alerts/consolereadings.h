// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/consolerules.h"

class TenantStore;

namespace ConsoleRules {

//! What is known of tenants now: what they use of their limits, and of their tightest quota. What Prometheus measured
//! is as old as its samples; what has not been confirmed lately is no reading.
[[nodiscard]] QList<Reading> tenantReadings(const TenantStore &store);

} // namespace ConsoleRules
