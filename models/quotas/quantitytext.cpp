// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quantitytext.h"

#include "backends/kubernetes/quantity.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using Unit = QuotaLine::Unit;

namespace {

using Nanos = Quantity::Nanos;
constexpr Nanos perUnit = 1'000'000'000;
constexpr Nanos tooMuch = Nanos(std::numeric_limits<qint64>::max()) * perUnit; // what Kubernetes caps amounts at

//! The API server rounds each amount of a resource list up to thousandths (core/v1, SetDefaults_ResourceList).
constexpr Nanos finest = perUnit / 1000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(QuantityText)
};

enum class Family { Decimal, Binary, Exponent };

struct Amount
{
    Nanos nanos = 0;
    Family family = Family::Decimal;
};

Family familyOf(QStringView text)
{
    if (text.endsWith(u'i'))
        return Family::Binary;
    // A lone E is the decimal suffix for 10^18; followed by digits it is an exponent.
    const bool exponent = text.contains(u'e') || (text.contains(u'E') && !text.endsWith(u'E'));
    return exponent ? Family::Exponent : Family::Decimal;
}

Nanos roundedAway(Nanos nanos, Nanos grain)
{
    const Nanos away = nanos < 0 ? -(grain - 1) : grain - 1;
    return (nanos + away) / grain * grain;
}

std::optional<Amount> read(const QString &typed)
{
    const QString text = typed.trimmed();
    const auto parsed = Quantity::parse(text.toUtf8().toStdString());
    if (!parsed)
        return std::nullopt;
    const Nanos nanos = parsed->nanos();
    if (nanos >= tooMuch || nanos <= -tooMuch)
        return std::nullopt;
    return Amount{roundedAway(nanos, finest), familyOf(text)};
}

QString digits(Nanos number)
{
    const bool negative = number < 0;
    QString text;
    for (Nanos rest = negative ? -number : number; rest != 0; rest /= 10)
        text.prepend(QChar(u'0' + static_cast<ushort>(rest % 10)));
    if (text.isEmpty())
        text = QStringLiteral("0");
    return negative ? QString(u'-' + text) : text;
}

//! As many factors of ten as there are go to the exponent, which stays a multiple of three.
QString writeDecimal(Nanos nanos, Family family)
{
    static constexpr std::array suffixes{"n", "u", "m", "", "k", "M", "G", "T", "P", "E"};
    int exponent = -9;
    while (nanos % 1000 == 0 && exponent < 18) {
        nanos /= 1000;
        exponent += 3;
    }
    if (family == Family::Exponent)
        return exponent == 0 ? digits(nanos) : QString(digits(nanos) + u'e' + QString::number(exponent));
    return digits(nanos) + QLatin1String(suffixes.at(static_cast<size_t>((exponent + 9) / 3)));
}

QString writeBinary(Nanos units)
{
    static constexpr std::array suffixes{"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    size_t power = 0;
    while (units % 1024 == 0 && power + 1 < suffixes.size()) {
        units /= 1024;
        ++power;
    }
    return digits(units) + QLatin1String(suffixes.at(power));
}

QString write(const Amount &amount)
{
    if (amount.nanos == 0)
        return QStringLiteral("0");
    const Nanos magnitude = amount.nanos < 0 ? -amount.nanos : amount.nanos;
    // Below 1Ki, and where it is no whole number, Kubernetes says it by a decimal suffix.
    if (amount.family == Family::Binary && magnitude >= 1024 * perUnit && amount.nanos % perUnit == 0)
        return writeBinary(amount.nanos / perUnit);
    return writeDecimal(amount.nanos, amount.family == Family::Binary ? Family::Decimal : amount.family);
}

//! The finest that a step or a product is rounded to.
Nanos grainOf(Unit unit)
{
    switch (unit) {
    case Unit::Cores:
        return perUnit / 1000;
    case Unit::Bytes:
    case Unit::Count:
        return perUnit;
    }
    return perUnit;
}

Nanos decimalStep(Nanos nanos)
{
    Nanos power = 1;
    while (power <= nanos / 10)
        power *= 10;
    return nanos < 2 * power ? power / 10 : power / 2;
}

Nanos binaryStep(Nanos nanos)
{
    Nanos power = perUnit;
    while (power <= nanos / 1024)
        power *= 1024;
    const Nanos lead = nanos / power;
    if (lead < 2)
        return power / 4;
    if (lead < 8)
        return power / 2;
    if (lead < 32)
        return power;
    return lead < 128 ? 4 * power : (lead < 512 ? 16 : 64) * power;
}

Nanos firstStep(Family family, Unit unit)
{
    switch (unit) {
    case Unit::Cores:
        return perUnit / 10;
    case Unit::Bytes:
        return family == Family::Binary ? 1048576 * perUnit : 1000000 * perUnit;
    case Unit::Count:
        break;
    }
    return perUnit;
}

Nanos stepSize(const Amount &amount, Unit unit)
{
    if (amount.nanos <= 0)
        return firstStep(amount.family, unit);
    const Nanos step = amount.family == Family::Binary ? binaryStep(amount.nanos) : decimalStep(amount.nanos);
    return std::max(step, grainOf(unit));
}

Nanos stepUp(const Amount &amount, Unit unit, int times)
{
    const Nanos size = stepSize(amount, unit) * times;
    return (amount.nanos / size + 1) * size;
}

//! As far as a step up from there would come back, so that up and down are each other's inverse on round amounts.
Nanos stepDown(const Amount &amount, Unit unit, int times)
{
    const Nanos size = stepSize({amount.nanos - 1, amount.family}, unit) * times;
    return std::max<Nanos>(0, roundedAway(amount.nanos, size) - size);
}

} // namespace

QString QuantityText::canonical(const QString &text)
{
    const auto amount = read(text);
    return amount ? write(*amount) : QString();
}

std::optional<double> QuantityText::value(const QString &text)
{
    const auto amount = read(text);
    return amount ? std::optional(Quantity::fromNanos(amount->nanos).toDouble()) : std::nullopt;
}

QString QuantityText::problem(const QString &text, Unit unit)
{
    const QString shown = text.trimmed().left(40);
    if (shown.isEmpty())
        return Words::tr("No amount is given. Type one, such as 2, 500m or 4Gi.");
    const auto amount = read(text);
    if (!amount && Quantity::parse(text.trimmed().toUtf8().toStdString()))
        return Words::tr("“%1” is more than Kubernetes can count. Type a smaller amount.").arg(shown);
    if (!amount)
        return Words::tr("“%1” is no amount. Type a number with or without a suffix, such as 2, 500m, 1.5 or 4Gi.")
            .arg(shown);
    if (amount->nanos < 0)
        return Words::tr("“%1” is below zero. Type zero or more.").arg(shown);
    if (unit == Unit::Count && amount->nanos % perUnit != 0)
        return Words::tr("“%1” is no whole number, and this quota counts objects. Type a whole number.").arg(shown);
    return {};
}

QString QuantityText::of(double value, Unit unit)
{
    if (!std::isfinite(value) || std::abs(value) >= 9e18)
        return {};
    const double whole = std::floor(value);
    const auto nanos = static_cast<Nanos>(whole) * perUnit + static_cast<Nanos>(std::llround((value - whole) * 1e9));
    if (unit != Unit::Bytes)
        return write({nanos, Family::Decimal});
    const QString binary = write({nanos, Family::Binary});
    const QString decimal = write({nanos, Family::Decimal});
    return decimal.size() < binary.size() ? decimal : binary;
}

QString QuantityText::stepped(const QString &text, Unit unit, Step step)
{
    auto amount = read(text);
    if (!amount || amount->nanos < 0)
        return text;
    constexpr int far = 10;
    const Nanos grain = grainOf(unit);
    switch (step) {
    case Step::Up:
        amount->nanos = stepUp(*amount, unit, 1);
        break;
    case Step::FarUp:
        amount->nanos = stepUp(*amount, unit, far);
        break;
    case Step::Down:
        amount->nanos = stepDown(*amount, unit, 1);
        break;
    case Step::FarDown:
        amount->nanos = stepDown(*amount, unit, far);
        break;
    case Step::Double:
        amount->nanos = amount->nanos == 0 ? stepSize(*amount, unit) : amount->nanos * 2;
        break;
    case Step::Halve:
        amount->nanos = roundedAway(amount->nanos / 2, grain);
        break;
    }
    return amount->nanos < tooMuch ? write(*amount) : text;
}

QString QuantityText::sum(const QString &text, const QString &more)
{
    const auto left = read(text);
    const auto right = read(more);
    if (!left || !right)
        return {};
    const Nanos nanos = left->nanos + right->nanos;
    return nanos >= 0 && nanos < tooMuch ? write({nanos, left->family}) : QString();
}

QString QuantityText::product(const QString &text, const QString &factor, Unit unit)
{
    const auto left = read(text);
    const auto right = read(factor);
    // Factors finer than a thousandth or beyond a thousand are typing mistakes, and would not fit 128 bits.
    if (!left || !right || right->nanos < 0 || right->nanos > 1000 * perUnit || right->nanos % finest != 0)
        return {};
    const Nanos nanos = roundedAway(left->nanos * (right->nanos / finest), 1000) / 1000;
    const Nanos grain = unit == Unit::Bytes && nanos >= 1048576 * perUnit ? 1024 * perUnit : grainOf(unit);
    const Nanos rounded = roundedAway(nanos, grain);
    return rounded >= 0 && rounded < tooMuch ? write({rounded, left->family}) : QString();
}
