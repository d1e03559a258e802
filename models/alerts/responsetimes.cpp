// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/responsetimes.h"

#include "backends/core/clock.h"
#include "backends/prometheus/responsemonitor.h"
#include "models/alerts/alertstore.h"

#include <algorithm>
#include <map>

using namespace std::chrono_literals;

struct ResponseTimes::Private
{
    struct Source
    {
        QString cluster;
        Prometheus::ResponseSample sample;
    };

    explicit Private(const Clock &itsClock) : clock(itsClock) { }

    const Clock &clock;
    std::function<AlertPlace(const QString &, const QString &)> placeOf;
    std::map<QString, Source> sources; // by id of the server

    [[nodiscard]] ConsoleRules::Reading readingOf(const Source &source, const Prometheus::ResponseTime &service) const;
};

ConsoleRules::Reading ResponseTimes::Private::readingOf(
    const Source &source, const Prometheus::ResponseTime &service) const
{
    constexpr std::chrono::milliseconds shortest = 60s;
    const QString cluster = service.cluster.isEmpty() ? source.cluster : service.cluster;
    const AlertPlace place = placeOf ? placeOf(cluster, service.namespaceName) : AlertPlace();
    ConsoleRules::Reading reading;
    reading.metric = ConsoleRules::Metric::ResponseTime;
    reading.tenant = place.tenant;
    reading.tenantKey = place.tenantKey;
    reading.service = service.service;
    reading.cluster = place.cluster.isEmpty() ? cluster : place.cluster;
    reading.clusterId = place.clusterId;
    reading.namespaceName = service.namespaceName;
    const auto silent = clock.elapsed() - source.sample.asked;
    const QDateTime asked = clock.now().addMSecs(-silent.count());
    reading.time = service.newest > 0 ? QDateTime::fromMSecsSinceEpoch(service.newest, Qt::UTC) : asked;
    const auto patience = std::max(shortest, 4 * source.sample.pace);
    if (silent <= patience && std::chrono::milliseconds(reading.time.msecsTo(clock.now())) <= patience)
        reading.value = service.seconds;
    return reading;
}

ResponseTimes::ResponseTimes(const Clock &clock, QObject *parent) : QObject(parent), d(std::make_unique<Private>(clock))
{
}

ResponseTimes::~ResponseTimes() = default;

void ResponseTimes::setPlaceOf(std::function<AlertPlace(const QString &, const QString &)> placeOf)
{
    d->placeOf = std::move(placeOf);
}

void ResponseTimes::setServer(const QString &serverId, const QString &cluster)
{
    d->sources[serverId].cluster = cluster;
}

void ResponseTimes::removeServer(const QString &serverId)
{
    d->sources.erase(serverId);
}

void ResponseTimes::take(const QString &serverId, const Prometheus::ResponseSample &sample)
{
    if (const auto source = d->sources.find(serverId); source != d->sources.end())
        source->second.sample = sample;
}

QList<ConsoleRules::Reading> ResponseTimes::readings() const
{
    std::map<QString, ConsoleRules::Reading> newest;
    for (const auto &[id, source] : d->sources) {
        for (const Prometheus::ResponseTime &service : source.sample.services) {
            const ConsoleRules::Reading reading = d->readingOf(source, service);
            const auto [place, added] = newest.try_emplace(reading.cluster + u'\n' + reading.key(), reading);
            ConsoleRules::Reading &known = place->second;
            if (!added
                && (reading.value.has_value() > known.value.has_value()
                    || (reading.value.has_value() == known.value.has_value() && reading.time > known.time)))
                known = reading;
        }
    }
    QList<ConsoleRules::Reading> readings;
    for (const auto &[key, reading] : newest)
        readings.append(reading);
    return readings;
}
