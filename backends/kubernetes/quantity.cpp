// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/quantity.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace {

using Nanos = Quantity::Nanos;

constexpr Nanos perUnit = 1'000'000'000;
constexpr Nanos cap = Nanos(10'000'000'000'000'000'000U) * 1'000'000'000'000'000'000; // 10^28 units
constexpr Nanos binaryCap = Nanos(0x7fff'ffff'ffff'ffff) * perUnit; // Kubernetes caps binary suffixes at int64

//! What the text after the digits does to them.
struct Suffix
{
    int decimalShift = 0; //!< times 10^this
    int binaryShift = 0; //!< times 2^this
};

//! The digits before and after the point, without sign and suffix.
struct Digits
{
    std::string_view whole;
    std::string_view fraction;

    [[nodiscard]] int count() const { return static_cast<int>(whole.size() + fraction.size()); }
    [[nodiscard]] int at(int index) const
    {
        const int inWhole = static_cast<int>(whole.size());
        return (index < inWhole ? whole[static_cast<size_t>(index)] : fraction[static_cast<size_t>(index - inWhole)])
            - '0';
    }
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view takeDigits(std::string_view &text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
    const std::string_view digits = text.substr(0, static_cast<size_t>(end - text.begin()));
    text.remove_prefix(digits.size());
    return digits;
}

//! The digits of an exponent. More than any value that is not capped or rounded to a nano needs is cut.
std::optional<int> exponent(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    const std::string_view digits = takeDigits(text);
    if (digits.empty() || !text.empty())
        return {};
    constexpr int enough = 1'000'000;
    int value = 0;
    for (const char digit : digits)
        value = std::min(enough, value * 10 + (digit - '0'));
    return negative ? -value : value;
}

std::optional<Suffix> suffix(std::string_view text)
{
    constexpr std::string_view small = "num"; // 10^-9, 10^-6, 10^-3
    constexpr std::string_view large = "kMGTPE";
    constexpr std::string_view binary = "KMGTPE";
    if (text.empty())
        return Suffix{};
    if (text.size() == 1) {
        if (const size_t at = small.find(text[0]); at != std::string_view::npos)
            return Suffix{static_cast<int>(at) * 3 - 9, 0};
        if (const size_t at = large.find(text[0]); at != std::string_view::npos)
            return Suffix{static_cast<int>(at) * 3 + 3, 0};
        return {};
    }
    if (text.size() == 2 && text[1] == 'i') {
        if (const size_t at = binary.find(text[0]); at != std::string_view::npos)
            return Suffix{0, static_cast<int>(at) * 10 + 10};
        return {};
    }
    if (text[0] != 'e' && text[0] != 'E')
        return {};
    const std::optional<int> power = exponent(text.substr(1));
    return power ? std::optional(Suffix{*power, 0}) : std::nullopt;
}

//! \a digits with the point moved, times \a unit nanos, rounded up. Exact, whatever the number of digits.
Nanos amount(const Digits &digits, int decimalShift, Nanos unit)
{
    const int count = digits.count();
    const auto digitAt = [&](int index) { return index >= 0 && index < count ? digits.at(index) : 0; };
    int first = 0;
    while (first < count && digits.at(first) == 0)
        ++first;
    if (first == count)
        return 0;

    const int point = static_cast<int>(digits.whole.size()) + decimalShift;
    Nanos whole = 0;
    for (int i = first; i < point; ++i) {
        whole = whole * 10 + digitAt(i);
        if (whole > cap / unit)
            return cap;
    }
    // From the last digit to the point: each step divides by ten, and what falls away only matters as "there is more".
    Nanos fraction = 0;
    bool more = false;
    constexpr int vanished = 64; // that many zeros behind the point leave less than a nano of any unit
    for (int i = count - 1; i >= std::max(point, first - vanished); --i) {
        const Nanos step = fraction + digitAt(i) * unit;
        fraction = step / 10;
        more = more || step % 10 != 0;
    }
    return std::min(cap, whole * unit + fraction + (more ? 1 : 0));
}

Nanos capped(Nanos nanos)
{
    return std::clamp(nanos, -cap, cap);
}

Error malformed(std::string_view text)
{
    const QString quoted = QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<size_t>(text.size(), 60)));
    return Error{Error::Kind::Malformed, 0, plainDetail(QString(u"not a quantity: \"" + quoted + u'"')), {}, {}};
}

} // namespace

Result<Quantity> Quantity::parse(std::string_view text)
{
    constexpr size_t longest = 4096; // far beyond any sensible amount; keeps the arithmetic on positions in an int
    if (text.size() > longest)
        return malformed(text);

    std::string_view rest = text;
    const bool negative = rest.starts_with('-');
    if (negative || rest.starts_with('+'))
        rest.remove_prefix(1);
    Digits digits;
    digits.whole = takeDigits(rest);
    if (rest.starts_with('.')) {
        rest.remove_prefix(1);
        digits.fraction = takeDigits(rest);
    }
    const std::optional<Suffix> scale = suffix(rest);
    if (digits.count() == 0 || !scale)
        return malformed(text);

    Nanos nanos = amount(digits, scale->decimalShift, perUnit << scale->binaryShift);
    if (scale->binaryShift != 0)
        nanos = std::min(nanos, binaryCap);
    return fromNanos(negative ? -nanos : nanos);
}

double Quantity::toDouble() const
{
    constexpr Nanos exactInDouble = Nanos(1) << 53;
    if (m_nanos < exactInDouble && m_nanos > -exactInDouble)
        return static_cast<double>(m_nanos) / 1e9; // two exact numbers: the division alone rounds, and to the nearest
    // Widen the quotient to more bits than a double has and let its last bit stand for the whole remainder, so that the
    // conversion is the only rounding.
    constexpr Nanos wide = Nanos(1) << 90;
    const Nanos magnitude = m_nanos < 0 ? -m_nanos : m_nanos;
    const int shift = magnitude < wide ? 36 : 0;
    const Nanos scaled = magnitude << shift;
    const Nanos quotient = scaled / perUnit | (scaled % perUnit != 0 ? 1 : 0);
    const double value = std::ldexp(static_cast<double>(quotient), -shift);
    return m_nanos < 0 ? -value : value;
}

Quantity &Quantity::operator+=(Quantity other)
{
    m_nanos = capped(capped(m_nanos) + capped(other.m_nanos));
    return *this;
}

Quantity &Quantity::operator-=(Quantity other)
{
    m_nanos = capped(capped(m_nanos) - capped(other.m_nanos));
    return *this;
}
