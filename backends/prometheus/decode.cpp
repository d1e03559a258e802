// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/decode.h"

#include "backends/core/json.h"
#include "backends/http/failurestatus.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace Prometheus {

namespace {

//! What every answer says around its data.
struct Envelope
{
    bool success = false;
    bool hasStatus = false;
    QString errorType;
    QString error;
};

//! Calls \a readData(Json::Value) for `data`.
template <typename ReadData>
Envelope readEnvelope(Json::Object root, ReadData &&readData)
{
    Envelope envelope;
    Json::eachField(root, [&](Json::Key key, Json::Value value) {
        if (key == "status") {
            envelope.success = Json::view(value) == "success";
            envelope.hasStatus = true;
        } else if (key == "errorType") {
            envelope.errorType = Json::text(value);
        } else if (key == "error") {
            envelope.error = Json::text(value);
        } else if (key == "data") {
            readData(value);
        }
    });
    if (!envelope.hasStatus)
        Json::reject(QStringLiteral("not an answer of Prometheus"));
    return envelope;
}

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

//! A number as Go prints it, NaN and infinities included; nothing when \a text is none.
std::optional<double> number(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size())
        return {};
    return value;
}

//! [seconds, "value"]; nothing when the value means no data.
std::optional<Point> readPoint(Json::Value pair)
{
    Point point;
    int index = 0;
    for (Json::Value element : Json::Array(pair.get_array())) {
        const std::optional<double> value = number(Json::scalar(element));
        if (!value || index > 1)
            Json::reject(QStringLiteral("a sample that is not a time and a number"));
        if (index++ == 1) {
            point.value = *value;
            continue;
        }
        constexpr double latest = 1e12; // seconds; far beyond any clock, and safe as milliseconds
        if (!(std::abs(*value) < latest))
            Json::reject(QStringLiteral("a sample at no time"));
        point.time = std::llround(*value * 1000);
    }
    if (index != 2)
        Json::reject(QStringLiteral("a sample without a value"));
    return std::isfinite(point.value) ? std::optional(point) : std::nullopt;
}

Series readSeries(Json::Value element, std::string_view label)
{
    Series series;
    Json::eachField(element, [&](Json::Key key, Json::Value value) {
        if (key == "metric") {
            Json::eachEntry(value, [&](std::string_view name, Json::Value text) {
                if (name == label)
                    series.label = Json::text(text);
            });
        } else if (key == "value") {
            if (const std::optional<Point> point = readPoint(value))
                series.points.append(*point);
        } else if (key == "values") {
            Json::eachElement(value, [&series](Json::Value each) {
                if (const std::optional<Point> point = readPoint(each))
                    series.points.append(*point);
            });
        }
    });
    return series;
}

//! `data` of a query. Its result may come before its type.
struct QueryData
{
    QList<Series> series;
    bool hasResult = false;
    QString type;

    void read(Json::Value data, std::string_view label)
    {
        Json::eachField(data, [&](Json::Key key, Json::Value value) {
            if (key == "resultType") {
                type = Json::text(value);
                if (type != QLatin1String("vector") && type != QLatin1String("matrix"))
                    Json::reject(u"an answer that is no vector or matrix but " + type);
            } else if (key == "result") {
                hasResult = true;
                Json::eachElement(value, [&](Json::Value element) { series.append(readSeries(element, label)); });
            }
        });
    }
};

//! A duration of Prometheus: 15s, 1m30s, 1h; nothing when \a text is none.
std::optional<std::chrono::milliseconds> duration(QStringView text)
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
        total += amount * unit->milliseconds;
        text = text.sliced(unit->name.size());
    }
    return std::chrono::milliseconds(total);
}

//! The largest scrape_interval in a configuration. It is read line by line: Prometheus writes the YAML itself, always
//! in the same manner, and what we want stands alone on its line.
std::optional<std::chrono::milliseconds> largestInterval(const QString &yaml)
{
    const QLatin1String key("scrape_interval:");
    std::optional<std::chrono::milliseconds> largest;
    for (QStringView line : QStringView(yaml).split(u'\n')) {
        line = line.trimmed();
        if (line.startsWith(QLatin1String("- ")))
            line = line.sliced(2).trimmed();
        if (!line.startsWith(key))
            continue;
        if (const auto interval = duration(line.sliced(key.size()).trimmed()); interval && interval->count() > 0)
            largest = std::max(largest.value_or(*interval), *interval);
    }
    return largest;
}

} // namespace

Result<QList<Series>> decodeSeries(QByteArrayView body, std::string_view label)
{
    QueryData data;
    Envelope envelope;
    const Result<void> read = Json::parse(body, [&](Json::Object root) {
        envelope = readEnvelope(root, [&](Json::Value value) { data.read(value, label); });
        if (envelope.success && (!data.hasResult || data.type.isEmpty()))
            Json::reject(QStringLiteral("an answer without a result"));
    });
    if (!read)
        return read.error();
    if (!envelope.success)
        return errorOfEnvelope(envelope, 0);
    return data.series;
}

Result<std::chrono::milliseconds> decodeScrapeInterval(QByteArrayView body)
{
    QString yaml;
    Envelope envelope;
    const Result<void> read = Json::parse(body, [&](Json::Object root) {
        envelope = readEnvelope(root, [&yaml](Json::Value data) {
            Json::eachField(data, [&yaml](Json::Key key, Json::Value value) {
                if (key == "yaml")
                    yaml = Json::text(value);
            });
        });
    });
    if (!read)
        return read.error();
    if (!envelope.success)
        return errorOfEnvelope(envelope, 0);
    if (const auto interval = largestInterval(yaml))
        return *interval;
    return Error{Error::Kind::Malformed, 0, QStringLiteral("a configuration without scrape_interval"), {}, {}};
}

Error decodeFailure(int httpStatus, QByteArrayView body)
{
    Envelope envelope;
    const Result<void> read
        = Json::parse(body, [&envelope](Json::Object root) { envelope = readEnvelope(root, [](Json::Value) {}); });
    if (!read) {
        Error error;
        error.kind = Http::kindOfStatus(httpStatus);
        error.httpStatus = httpStatus;
        error.detail = Http::readableBody(body);
        return error;
    }
    Error error = errorOfEnvelope(envelope, httpStatus);
    error.kind = Http::kindOfStatus(httpStatus);
    return error;
}

QString quoted(QStringView text)
{
    QString literal;
    literal.reserve(text.size() + 2);
    literal += u'"';
    for (const QChar c : text) {
        if (c == u'\n') {
            literal += QLatin1String("\\n");
            continue;
        }
        if (c == u'\\' || c == u'"')
            literal += u'\\';
        literal += c;
    }
    literal += u'"';
    return literal;
}

QString literalsRegex(const QStringList &texts)
{
    const QLatin1String special("\\.+*?()|[]{}^$");
    QStringList patterns;
    for (const QString &text : texts) {
        QString pattern;
        for (const QChar c : text) {
            if (special.contains(c))
                pattern += u'\\';
            pattern += c;
        }
        patterns.append(pattern);
    }
    return quoted(patterns.join(u'|'));
}

} // namespace Prometheus
