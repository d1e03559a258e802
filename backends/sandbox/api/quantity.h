// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 stumbles over this one when it comes first
#include <compare>
#endif
#include <optional>
#include <string>
#include <string_view>

namespace Sandbox {

//! An amount as Kubernetes counts it, exact to a billionth: "250m", "1.5Gi", "2e3". Keeps its format through sums, and
//! is written in canonical form (apimachinery, api/resource).
class Quantity
{
public:
    enum class Format { DecimalSI, BinarySI, DecimalExponent };

    Quantity() = default;
    static std::optional<Quantity> parse(std::string_view text);

    [[nodiscard]] std::string text() const;
    [[nodiscard]] double toDouble() const;
    Quantity &operator+=(const Quantity &other);
    Quantity &operator-=(const Quantity &other);
    [[nodiscard]] std::strong_ordering operator<=>(const Quantity &other) const { return m_nano <=> other.m_nano; }
    [[nodiscard]] bool operator==(const Quantity &other) const { return m_nano == other.m_nano; }

private:
    __extension__ using Wide = __int128;
    Wide m_nano = 0; //!< billionths; at most 10^28 units either way
    Format m_format = Format::DecimalSI;
};

} // namespace Sandbox
