// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/prometheus/slosample.h"

//! What servers could say of SLOs.
namespace Readings {

using Window = Prometheus::SloReading::Window;

inline Window window(qint64 minutes, double ratio)
{
    return {std::chrono::minutes(minutes), ratio, false};
}

//! An SLO of \a app with 99.5 % over 30 days; all its windows say \a ratio.
inline Prometheus::SloReading reading(const QString &app, double ratio)
{
    Prometheus::SloReading made;
    made.tool = QStringLiteral("sloth");
    made.id = QStringLiteral("requests-availability");
    made.name = QStringLiteral("availability");
    made.service = QStringLiteral("requests");
    made.labels = {{QStringLiteral("app"), app}, {QStringLiteral("namespace"), QStringLiteral("shop")}};
    made.key = made.tool + u'\n' + made.id + u'\n' + app;
    made.objective = 0.995;
    made.period = std::chrono::hours(720);
    for (const int minutes : {5, 30, 60, 120, 360, 1440, 4320})
        made.windows.append(window(minutes, ratio));
    made.periodErrorRatio = ratio;
    made.events = 1e6;
    made.eventsWindow = std::chrono::hours(1);
    return made;
}

//! Taken at \a asked, with the newest samples of that moment.
inline Prometheus::SloSample sample(QList<Prometheus::SloReading> readings, std::chrono::milliseconds asked)
{
    Prometheus::SloSample made;
    for (Prometheus::SloReading &each : readings) {
        if (!each.confirmed)
            each.confirmed = asked;
    }
    made.slos = readings;
    made.asked = asked;
    made.pace = std::chrono::seconds(2);
    return made;
}

} // namespace Readings
