// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/slocatalog.h"
#include "backends/prometheus/slocourse.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace Prometheus;

namespace {

//! Whatever a server says, rows stay sound, also when it says it twice and an hour later.
void lookAtRows(QByteArrayView bytes)
{
    SloCatalog catalog;
    constexpr qint64 hour = 3'600'000;
    for (const qint64 now : {qint64(1'700'000'000'000), 1'700'000'000'000 + 2 * hour}) {
        const auto recorded = decodeSamples(bytes, catalog.recorded());
        const auto ages = decodeSamples(bytes, catalog.ages());
        catalog.forgetRecorded();
        if (recorded)
            catalog.takeRecorded(*recorded, now);
        if (ages)
            catalog.takeAges(*ages);
        for (const SloReading &reading : catalog.readings(now, std::chrono::hours(1))) {
            require(!reading.objective || (*reading.objective > 0 && *reading.objective < 1));
            require(!reading.period || reading.period->count() > 0);
            require(!reading.confirmed || *reading.confirmed <= std::chrono::hours(1));
            for (qsizetype i = 0; i < reading.windows.size(); ++i) {
                const auto &window = reading.windows.at(i);
                require(!window.errorRatio || std::isfinite(*window.errorRatio));
                require(i == 0 || reading.windows.at(i - 1).window < window.window);
            }
            (void)catalog.matchersOf(reading);
            (void)decodeCourse(bytes, reading);
        }
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes = bytesOf(data, size);
    lookAtRows(bytes);
    if (const auto rules = decodeSloRules(bytes)) {
        require(!rules->interval || rules->interval->count() > 0);
        for (const double objective : rules->objectives)
            require(objective > 0 && objective < 1);
    }
    const auto retention = decodeRetention(bytes);
    require(!retention || retention->count() >= 0);
    (void)namesNoVersion(bytes);
    const QString text = QString::fromUtf8(bytes);
    (void)eventsOfRatio(text);
    (void)windowOfName(text);
    return 0;
}
