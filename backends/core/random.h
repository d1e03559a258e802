// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>

//! Where chance comes from, so that back-off and jitter can be tested. Belongs to one thread.
class RandomSource
{
public:
    virtual ~RandomSource() = default;
    //! Uniform in [0, 1).
    [[nodiscard]] virtual double uniform() = 0;
};

class SystemRandom final : public RandomSource
{
public:
    [[nodiscard]] double uniform() override { return QRandomGenerator::global()->generateDouble(); }
};
