// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/usage.h"

#include <limits>

std::optional<double> Usage::percent() const
{
    if (!reserved || !limit)
        return std::nullopt;
    if (*limit > 0)
        return *reserved / *limit * 100;
    if (*reserved > 0)
        return std::numeric_limits<double>::infinity();
    return std::nullopt;
}
