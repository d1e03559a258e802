// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/quantitytext.h"

#include "backends/kubernetes/quantity.h"

#include <QRegularExpression>

namespace QuantityText {

namespace {

using Nanos = Quantity::Nanos;

constexpr Nanos perUnit = 1'000'000'000;

enum class Form { Decimal, Binary, Exponent };

Form formOf(const QString &text)
{
    static const QRegularExpression exponent(QStringLiteral("[eE][+-]?[0-9]+$"));
    if (text.endsWith(u'i'))
        return Form::Binary;
    return exponent.match(text).hasMatch() ? Form::Exponent : Form::Decimal;
}

QString digits(Nanos value)
{
    QString text;
    do {
        text.prepend(QChar(u'0' + static_cast<int>(value % 10)));
        value /= 10;
    } while (value > 0);
    return text;
}

//! Takes \a factor out as long as nothing is left over; how often.
int reduce(Nanos &value, Nanos factor, int most)
{
    int times = 0;
    while (times < most && value % factor == 0) {
        value /= factor;
        ++times;
    }
    return times;
}

QString decimal(Nanos nanos, bool exponent)
{
    constexpr QStringView suffixes = u"num kMGTPE";
    const int thousands = reduce(nanos, 1000, static_cast<int>(suffixes.size()) - 1);
    if (thousands == 3)
        return digits(nanos);
    if (exponent)
        return digits(nanos) + u'e' + QString::number(thousands * 3 - 9);
    return digits(nanos) + suffixes[thousands];
}

QString binary(Nanos units)
{
    constexpr QStringView suffixes = u" KMGTPE";
    const int times = reduce(units, 1024, static_cast<int>(suffixes.size()) - 1);
    return times == 0 ? digits(units) : QString(digits(units) + suffixes[times] + u'i');
}

std::optional<Quantity> parse(const QString &text)
{
    const auto quantity = Quantity::parse(text.toStdString());
    return quantity && quantity->nanos() >= 0 ? std::optional(*quantity) : std::nullopt;
}

} // namespace

std::optional<QString> canonical(const QString &text)
{
    const auto quantity = parse(text);
    if (!quantity)
        return {};
    const Nanos nanos = quantity->nanos();
    if (nanos == 0)
        return QStringLiteral("0");
    const Form form = formOf(text);
    // What is less than one Ki, or no whole number, is decimal whatever it was written as.
    if (form == Form::Binary && nanos % perUnit == 0 && nanos >= 1024 * perUnit)
        return binary(nanos / perUnit);
    return decimal(nanos, form == Form::Exponent);
}

std::optional<double> amount(const QString &text)
{
    const auto quantity = parse(text);
    return quantity ? std::optional(quantity->toDouble()) : std::nullopt;
}

bool isAmount(const QString &text)
{
    return parse(text).has_value();
}

} // namespace QuantityText
