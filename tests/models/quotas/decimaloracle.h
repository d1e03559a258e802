// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

#include <optional>

//! What Kubernetes documents of quantities ("no fractional digits will be emitted, the exponent or suffix is as large
//! as possible"), worked out on strings of decimal digits, with nothing in common with the code under test.
namespace DecimalOracle {

//! A number that is not negative: its digits times a power of ten.
struct Number
{
    QString digits; //!< no leading zeros; empty is zero
    int exponent = 0;
};

inline QString stripped(QString digits)
{
    qsizetype zeros = 0;
    while (zeros < digits.size() && digits.at(zeros) == u'0')
        ++zeros;
    return digits.mid(zeros);
}

inline QString doubled(const QString &digits)
{
    QString result;
    int carry = 0;
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        const int sum = 2 * digits.at(i).digitValue() + carry;
        result.prepend(QString::number(sum % 10));
        carry = sum / 10;
    }
    return carry != 0 ? QString(QString::number(carry) + result) : result;
}

inline QString plusOne(const QString &digits)
{
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        if (digits.at(i) != u'9')
            return digits.left(i) + QString::number(digits.at(i).digitValue() + 1)
                + QString(digits.size() - 1 - i, u'0');
    }
    return u'1' + QString(digits.size(), u'0');
}

//! Empty unless it divides without a rest.
inline std::optional<QString> halved(const QString &digits)
{
    QString result;
    int rest = 0;
    for (const QChar digit : digits) {
        const int part = 10 * rest + digit.digitValue();
        result += QString::number(part / 2);
        rest = part % 2;
    }
    return rest == 0 ? std::optional(stripped(result)) : std::nullopt;
}

//! As a whole number with \a places digits behind the point, rounded away from zero.
inline QString scaled(const Number &number, int places)
{
    const int shift = number.exponent + places;
    if (shift >= 0)
        return number.digits.isEmpty() ? QString() : QString(number.digits + QString(shift, u'0'));
    const QString kept = stripped(number.digits.chopped(std::min<qsizetype>(-shift, number.digits.size())));
    const QString lost = number.digits.right(-shift);
    return lost.count(u'0') == lost.size() ? kept : kept.isEmpty() ? QStringLiteral("1") : plusOne(kept);
}

inline bool less(const QString &left, const QString &right)
{
    return left.size() != right.size() ? left.size() < right.size() : left < right;
}

inline QString decimal(const QString &nanos, bool exponential)
{
    QString digits = nanos;
    int exponent = -9;
    while (digits.endsWith(QLatin1String("000")) && exponent < 18) {
        digits.chop(3);
        exponent += 3;
    }
    const QString suffixes = QStringLiteral("num kMGTPE");
    if (exponential)
        return exponent == 0 ? digits : QStringLiteral("%1e%2").arg(digits).arg(exponent);
    return exponent == 0 ? digits : QString(digits + suffixes.at(exponent / 3 + 3));
}

inline QString binary(QString units)
{
    int power = 0;
    for (; power < 6; ++power) {
        std::optional<QString> next = units;
        for (int i = 0; i < 10 && next; ++i)
            next = halved(*next);
        if (!next)
            break;
        units = *next;
    }
    return power == 0 ? units : QString(units + QStringLiteral("KMGTPE").at(power - 1) + u'i');
}

//! Empty for what is no quantity or as large as 2^63 - 1.
inline QString canonical(const QString &text)
{
    static const QRegularExpression grammar(QStringLiteral(
        "^([+-]?)(?:([0-9]+)(?:\\.([0-9]*))?|\\.([0-9]+))(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?[0-9]{1,9}))?$"));
    const auto match = grammar.match(text);
    if (!match.hasMatch() || text.endsWith(u'\n'))
        return {};
    const QString fraction = match.captured(3) + match.captured(4);
    Number number{stripped(match.captured(2) + fraction), static_cast<int>(-fraction.size())};
    const QString base2 = match.captured(5);
    const QString suffix = match.captured(6);
    const QString power = match.captured(7);
    if (!base2.isEmpty()) {
        for (qsizetype i = 0; i < 10 * (QStringLiteral("KMGTPE").indexOf(base2.at(0)) + 1); ++i)
            number.digits = doubled(number.digits);
    } else if (!suffix.isEmpty()) {
        number.exponent += 3 * (static_cast<int>(QStringLiteral("num kMGTPE").indexOf(suffix)) - 3);
    } else {
        number.exponent += power.toInt();
    }
    if (number.digits.isEmpty())
        return QStringLiteral("0");
    if (number.exponent + number.digits.size() > 40)
        return {};
    // Of a resource list, thousandths are the finest.
    const QString nanos = scaled({number.digits, std::max(number.exponent, -4000)}, 3) + QStringLiteral("000000");
    const QString largest = QStringLiteral("9223372036854775807000000000");
    if (!less(nanos, largest))
        return {};
    const QString sign = match.captured(1) == QLatin1String("-") ? QStringLiteral("-") : QString();
    const bool whole = nanos.endsWith(QLatin1String("000000000"));
    if (!base2.isEmpty() && whole && !less(nanos, QStringLiteral("1024000000000")))
        return sign + binary(nanos.chopped(9));
    return sign + decimal(nanos, !power.isEmpty());
}

} // namespace DecimalOracle
