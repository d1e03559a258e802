// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/decode.h"

#include "backends/core/json.h"
#include "backends/http/failurestatus.h"
#include "backends/prometheus/envelope.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace Prometheus {

namespace {

//! [seconds, "value"]; nothing when the value means no data.
std::optional<Point> readPoint(Json::Value pair)
{
    Point point;
    int index = 0;
    for (Json::Value element : Json::Array(pair.get_array())) {
        const std::optional<double> value = goNumber(Json::scalar(element));
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
        if (const auto interval = goDuration(line.sliced(key.size()).trimmed()); interval && interval->count() > 0)
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
