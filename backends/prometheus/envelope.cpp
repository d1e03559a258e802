// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/envelope.h"

#include <algorithm>
#include <charconv>

namespace Prometheus {

Error errorOfEnvelope(const Envelope &envelope, int httpStatus)
{
    using Kind = Error::Kind;
    Error error;
    error.httpStatus = httpStatus;
    error.detail = plainDetail(envelope.error.isEmpty() ? envelope.errorType : envelope.error);
    const QString &type = envelope.errorType;
    if (type == QLatin1String("bad_data") || type == QLatin1String("execution")
        || type == QLatin1String("not_acceptable"))
        error.kind = Kind::BadRequest;
    else if (type == QLatin1String("not_found"))
        error.kind = Kind::NotFound;
    else
        error.kind = Kind::Server;
    return error;
}

std::optional<double> goNumber(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size())
        return {};
    return value;
}

std::optional<std::chrono::milliseconds> goDuration(QStringView text)
{
    struct Unit
    {
        QLatin1String name;
        qint64 milliseconds;
    };
    static constexpr Unit units[] = {
        {QLatin1String("ms"), 1}, // before "m"
        {QLatin1String("s"), 1000},
        {QLatin1String("m"), 60'000},
        {QLatin1String("h"), 3'600'000},
        {QLatin1String("d"), 86'400'000},
        {QLatin1String("w"), 604'800'000},
        {QLatin1String("y"), 31'536'000'000},
    };
    constexpr qint64 longest = 1'000'000; // of any unit: no scrape interval is that long
    qint64 total = 0;
    if (text.isEmpty())
        return {};
    while (!text.isEmpty()) {
        qsizetype digits = 0;
        qint64 amount = 0;
        for (; digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9'; ++digits)
            amount = std::min(longest, amount * 10 + (text[digits].unicode() - u'0'));
        text = text.sliced(digits);
        const auto unit = std::find_if(
            std::begin(units), std::end(units), [&text](const Unit &each) { return text.startsWith(each.name); });
        if (digits == 0 || unit == std::end(units))
            return {};
        constexpr qint64 most = 100'000'000'000'000'000; // milliseconds: sums stay far from what an integer holds
        total = std::min(most, total + amount * unit->milliseconds);
        text = text.sliced(unit->name.size());
    }
    return std::chrono::milliseconds(total);
}

} // namespace Prometheus
