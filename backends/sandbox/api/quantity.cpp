// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/quantity.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>

namespace Sandbox {

namespace {

using Format = Quantity::Format;
__extension__ using Wide = __int128;

constexpr int nanoDigits = 9;
constexpr Wide billion = 1'000'000'000;
// The real one holds more digits than anybody has of anything; beyond this, amounts stay where they are.
constexpr Wide most = []() {
    Wide value = 1;
    for (int i = 0; i < 37; ++i)
        value *= 10;
    return value;
}();

// What is written in powers of two is cut here: "8Ei" comes back as 9223372036854775807.
constexpr Wide mostBinary = Wide(std::numeric_limits<int64_t>::max()) * billion;

struct Suffix
{
    std::string_view text;
    int base;
    int exponent;
};

constexpr std::array suffixes{Suffix{"", 10, 0}, Suffix{"n", 10, -9}, Suffix{"u", 10, -6}, Suffix{"m", 10, -3},
    Suffix{"k", 10, 3}, Suffix{"M", 10, 6}, Suffix{"G", 10, 9}, Suffix{"T", 10, 12}, Suffix{"P", 10, 15},
    Suffix{"E", 10, 18}, Suffix{"Ki", 2, 10}, Suffix{"Mi", 2, 20}, Suffix{"Gi", 2, 30}, Suffix{"Ti", 2, 40},
    Suffix{"Pi", 2, 50}, Suffix{"Ei", 2, 60}};

struct Scale
{
    int base = 10;
    int exponent = 0;
    Format format = Format::DecimalSI;
};

std::optional<Scale> scaleOf(std::string_view suffix)
{
    for (const Suffix &known : suffixes) {
        if (known.text == suffix)
            return Scale{known.base, known.exponent, known.base == 2 ? Format::BinarySI : Format::DecimalSI};
    }
    if (suffix.size() < 2 || (suffix[0] != 'e' && suffix[0] != 'E'))
        return std::nullopt;
    suffix.remove_prefix(1);
    if (suffix.front() == '+' && suffix.substr(1, 1) != "-")
        suffix.remove_prefix(1);
    Scale scale{10, 0, Format::DecimalExponent};
    const char *end = suffix.data() + suffix.size();
    const auto [stop, problem] = std::from_chars(suffix.data(), end, scale.exponent);
    if (stop != end || problem != std::errc())
        return std::nullopt;
    return scale;
}

size_t digitsAt(std::string_view text)
{
    const size_t end = text.find_first_not_of("0123456789");
    return end == std::string_view::npos ? text.size() : end;
}

//! The digits as billionths times 10 to the \a exponent, away from zero when there are finer parts.
Wide decimal(std::string_view whole, std::string_view fraction, long long exponent)
{
    Wide value = 0;
    bool rest = false;
    // How many digits count: those before the point and nine after it, moved by the exponent.
    const long long counted = static_cast<long long>(whole.size()) + nanoDigits + exponent;
    const auto all = static_cast<long long>(whole.size() + fraction.size());
    for (long long i = 0; i < std::max(counted, all); ++i) {
        const size_t place = static_cast<size_t>(i);
        const int digit = i >= all ? 0
            : place < whole.size() ? whole[place] - '0'
                                   : fraction[place - whole.size()] - '0';
        if (i >= counted)
            rest = rest || digit != 0;
        else if (value >= most / 10)
            return most;
        else
            value = value * 10 + digit;
        if (i >= all && value == 0)
            return rest ? 1 : 0;
    }
    return value + (rest ? 1 : 0);
}

//! decimal() times two to the \a shift.
Wide binary(std::string_view whole, std::string_view fraction, int shift)
{
    const Wide units = decimal(whole, {}, 0);
    Wide value = units >= (most >> shift) ? most : units << shift;
    // What stands after the point has at most 18 digits that matter before it is multiplied.
    Wide part = 0;
    Wide one = 1;
    bool rest = false;
    for (size_t i = 0; i < fraction.size(); ++i) {
        const int digit = fraction[i] - '0';
        if (i < 18) {
            part = part * 10 + digit;
            one *= 10;
        } else {
            rest = rest || digit != 0;
        }
    }
    // part / one < 1; times 2^60 is below 2^120.
    const Wide scaled = part << shift;
    const Wide quotient = scaled / one;
    const Wide remainder = (scaled % one) * billion;
    value += quotient * billion + remainder / one + (remainder % one != 0 || rest ? 1 : 0);
    return std::min(value, mostBinary);
}

std::string digits(Wide value)
{
    std::array<char, 48> text{};
    size_t start = text.size();
    do {
        text[--start] = static_cast<char>('0' + static_cast<int>(value % 10));
        value /= 10;
    } while (value != 0);
    return {text.data() + start, text.size() - start};
}

std::string decimalText(Wide value, Format format)
{
    int exponent = -nanoDigits;
    while (value % 10 == 0) {
        value /= 10;
        ++exponent;
    }
    // Suffixes stand for thousands.
    while (exponent % 3 != 0 || (format == Format::DecimalSI && exponent > 18)) {
        value *= 10;
        --exponent;
    }
    if (exponent == 0)
        return digits(value);
    if (format == Format::DecimalExponent)
        return digits(value) + "e" + std::to_string(exponent);
    const auto found = std::ranges::find_if(
        suffixes, [exponent](const Suffix &suffix) { return suffix.base == 10 && suffix.exponent == exponent; });
    return digits(value).append(found->text);
}

std::string binaryText(Wide whole)
{
    int exponent = 0;
    while (whole % 1024 == 0 && exponent < 60) {
        whole /= 1024;
        exponent += 10;
    }
    const auto found = std::ranges::find_if(suffixes, [exponent](const Suffix &suffix) {
        return suffix.exponent == exponent && (exponent == 0 || suffix.base == 2);
    });
    return digits(whole).append(found->text);
}

} // namespace

std::optional<Quantity> Quantity::parse(std::string_view text)
{
    if (text.empty() || text.size() > 4096)
        return std::nullopt;
    const bool negative = text.front() == '-';
    if (negative || text.front() == '+')
        text.remove_prefix(1);
    const std::string_view whole = text.substr(0, digitsAt(text));
    text.remove_prefix(whole.size());
    std::string_view fraction;
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        fraction = text.substr(0, digitsAt(text));
        text.remove_prefix(fraction.size());
    }
    const std::optional<Scale> scale = scaleOf(text);
    if (!scale)
        return std::nullopt;
    Quantity quantity;
    quantity.m_format = scale->format;
    quantity.m_nano = scale->base == 2 ? binary(whole, fraction, scale->exponent)
                                       : decimal(whole, fraction, std::clamp(scale->exponent, -5000, 5000));
    if (negative)
        quantity.m_nano = -quantity.m_nano;
    return quantity;
}

std::string Quantity::text() const
{
    if (m_nano == 0)
        return "0";
    const Wide size = m_nano < 0 ? -m_nano : m_nano;
    const std::string sign = m_nano < 0 ? "-" : "";
    // Small amounts and fractions are exact only in tens.
    if (m_format == Format::BinarySI && size >= 1024 * billion && size % billion == 0)
        return sign + binaryText(size / billion);
    return sign + decimalText(size, m_format == Format::BinarySI ? Format::DecimalSI : m_format);
}

double Quantity::toDouble() const
{
    return static_cast<double>(m_nano) / 1e9;
}

Quantity &Quantity::operator+=(const Quantity &other)
{
    if (m_nano == 0)
        m_format = other.m_format;
    m_nano = std::clamp(m_nano + other.m_nano, -most, most);
    return *this;
}

Quantity &Quantity::operator-=(const Quantity &other)
{
    if (m_nano == 0)
        m_format = other.m_format;
    m_nano = std::clamp(m_nano - other.m_nano, -most, most);
    return *this;
}

} // namespace Sandbox
