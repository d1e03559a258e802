// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/store.h"

#include <mutex>
#include <string>

class Clock;
class RandomSource;

namespace Sandbox {

//! What the parts of an API server have in common. All but the mutex is used under it.
struct Core
{
    Core(std::string cluster, size_t history, const Clock &time, RandomSource &chance);

    const std::string clusterName;
    const Clock &clock;
    RandomSource &random;
    mutable std::mutex mutex;
    Store store;

    //! As creationTimestamp and its like are written: RFC 3339, whole seconds.
    [[nodiscard]] std::string now() const;
    //! The same, \a seconds later.
    [[nodiscard]] std::string later(long long seconds) const;
    //! Seconds since 1970.
    [[nodiscard]] long long epoch() const;
    //! A UUID that no other object has.
    [[nodiscard]] std::string uid();
    //! Five characters as generateName and controllers append them (apimachinery, util/rand).
    [[nodiscard]] std::string suffix();
};

} // namespace Sandbox
