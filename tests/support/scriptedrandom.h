// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/random.h"

//! Chance that a test decides.
class ScriptedRandom final : public RandomSource
{
public:
    explicit ScriptedRandom(double first = 0.5) : value(first) { }
    [[nodiscard]] double uniform() override { return value; }

    double value; //!< in [0, 1)
};
