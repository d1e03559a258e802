// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QString>

#include <string_view>

//! An amount of a resource, exact: a whole number of nano-units, as fine as Kubernetes itself keeps them. Parsing
//! follows k8s.io/apimachinery/pkg/api/resource: [sign] digits [suffix]; finer than a nano is rounded away from zero.
//! Values beyond ±10^28 units are capped.
class Quantity
{
public:
    __extension__ using Nanos = __int128;

    constexpr Quantity() = default;
    [[nodiscard]] static Result<Quantity> parse(std::string_view text);
    [[nodiscard]] static constexpr Quantity fromNanos(Nanos nanos)
    {
        Quantity quantity;
        quantity.m_nanos = nanos;
        return quantity;
    }

    [[nodiscard]] constexpr Nanos nanos() const { return m_nanos; }
    //! In base units: the double nearest to the exact amount.
    [[nodiscard]] double toDouble() const;
    [[nodiscard]] constexpr bool isZero() const { return m_nanos == 0; }

    //! Capped, not wrapped.
    Quantity &operator+=(Quantity other);
    Quantity &operator-=(Quantity other);
    friend Quantity operator+(Quantity a, Quantity b) { return a += b; }
    friend Quantity operator-(Quantity a, Quantity b) { return a -= b; }
    friend constexpr bool operator==(Quantity a, Quantity b) { return a.m_nanos == b.m_nanos; }
    friend constexpr auto operator<=>(Quantity a, Quantity b) { return a.m_nanos <=> b.m_nanos; }

private:
    Nanos m_nanos = 0;
};
