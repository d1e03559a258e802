// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/freshness.h"

#include <QCoreApplication>
#include <QLocale>

using namespace std::chrono_literals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Freshness)
};

//! The local time of day, with the date when it was not today.
QString exactTime(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    const QString time = local.time().toString(QStringLiteral("HH:mm:ss"));
    if (local.date() == QDate::currentDate())
        return time;
    return Words::tr("%1 on %2").arg(time, QLocale().toString(local.date(), QLocale::ShortFormat));
}

//! From ten seconds on, nobody needs each single one; cells would flicker.
std::chrono::milliseconds coarse(std::chrono::milliseconds age)
{
    if (age < 10s || age >= 1min)
        return age;
    return std::chrono::floor<std::chrono::duration<qint64, std::ratio<5>>>(age);
}

} // namespace

Freshness worse(const Freshness &a, const Freshness &b)
{
    if (a.state != b.state)
        return a.state > b.state ? a : b;
    return b.age > a.age ? b : a;
}

Freshness FreshnessPolicy::assess(std::optional<std::chrono::milliseconds> confirmed, const QDateTime &confirmedAt,
    std::chrono::milliseconds now) const
{
    if (!confirmed)
        return {};
    Freshness freshness;
    freshness.confirmedAt = confirmedAt;
    freshness.age = std::max(0ms, now - *confirmed);
    if (freshness.age >= staleAfter)
        freshness.state = Freshness::State::Stale;
    else if (freshness.age >= delayedAfter)
        freshness.state = Freshness::State::Delayed;
    else
        freshness.state = Freshness::State::Live;
    return freshness;
}

QString FreshnessText::id(Freshness::State state)
{
    switch (state) {
    case Freshness::State::Live:
        return QStringLiteral("live");
    case Freshness::State::Delayed:
        return QStringLiteral("delayed");
    case Freshness::State::Stale:
        return QStringLiteral("stale");
    case Freshness::State::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

QString FreshnessText::word(Freshness::State state)
{
    switch (state) {
    case Freshness::State::Live:
        return Words::tr("live");
    case Freshness::State::Delayed:
        return Words::tr("delayed");
    case Freshness::State::Stale:
        return Words::tr("stale");
    case Freshness::State::Unknown:
        return Words::tr("unknown");
    }
    return {};
}

QString FreshnessText::brief(const Freshness &freshness)
{
    const QString name = word(freshness.state);
    if (freshness.state == Freshness::State::Live || freshness.state == Freshness::State::Unknown)
        return name;
    //: %1 is "delayed" or "stale", %2 an age like "6 s"
    return Words::tr("%1 %2").arg(name, duration(coarse(freshness.age)));
}

QString FreshnessText::sentence(const Freshness &freshness)
{
    const QString at = exactTime(freshness.confirmedAt);
    const QString age = duration(freshness.age);
    switch (freshness.state) {
    case Freshness::State::Live:
        return Words::tr("Live: last confirmed at %1, %2 ago.").arg(at, age);
    case Freshness::State::Delayed:
        return Words::tr("Delayed: last confirmed at %1, %2 ago.").arg(at, age);
    case Freshness::State::Stale:
        return Words::tr("Stale: last confirmed at %1, %2 ago.").arg(at, age);
    case Freshness::State::Unknown:
        return Words::tr("Unknown: never confirmed yet.");
    }
    return {};
}

QString FreshnessText::duration(std::chrono::milliseconds span)
{
    using Days = std::chrono::duration<qint64, std::ratio<86400>>;
    const QLocale locale;
    if (span < 1min)
        return Words::tr("%1 s").arg(
            locale.toString(std::max<qint64>(1, std::chrono::floor<std::chrono::seconds>(span).count())));
    if (span < 1h)
        return Words::tr("%1 min").arg(locale.toString(qint64(std::chrono::floor<std::chrono::minutes>(span).count())));
    if (span < Days(1))
        return Words::tr("%1 h").arg(locale.toString(qint64(std::chrono::floor<std::chrono::hours>(span).count())));
    return Words::tr("%1 d").arg(locale.toString(std::chrono::floor<Days>(span).count()));
}
