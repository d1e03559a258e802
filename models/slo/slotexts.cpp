// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/plainline.h"
#include "models/common/format.h"
#include "models/slo/burnrate.h"
#include "models/slo/slorow.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Slo)
};

QString count(qint64 value)
{
    return QLocale().toString(value);
}

QString burningSentence(const Slo &slo)
{
    const SloWindow *window = slo.window(slo.burningWindow);
    const QString rate = window && window->burnRate ? SloTexts::burn(*window->burnRate) : Format::unknown();
    const QString span = SloTexts::window(slo.burningWindow);
    return slo.state.id == QLatin1String("page")
        ? Words::tr("Page: over the last %1 the error budget burns %2 times as fast as it may. Look at what changed "
                    "just before this, and undo it.")
              .arg(span, rate)
        : Words::tr("Ticket: over the last %1 the error budget burns %2 times as fast as it may. Find the cause within "
                    "days, before it pages.")
              .arg(span, rate);
}

QString lowTrafficSentence(const Slo &slo)
{
    if (!slo.events)
        return Words::tr("Low traffic: nothing happened that could have failed, so this says nothing about %1. Check "
                         "that requests reach it.")
            .arg(slo.name);
    return Words::tr(
        "Low traffic: only %1 events in the last %2, so that a single error would page. Nothing burns, but "
        "that says little: add synthetic probes or choose longer windows.")
        .arg(count(std::llround(*slo.events)), SloTexts::window(slo.eventsWindow));
}

QString unknownSentence(const Slo &slo)
{
    if (slo.freshness.state == Freshness::State::Stale)
        return Words::tr("Unknown: nothing new has come for a while. %1 What was last known was no alarm, but that may "
                         "have changed. Look at the connection to the server.")
            .arg(FreshnessText::sentence(slo.freshness));
    if (!slo.objective)
        return Words::tr(
            "Unknown: the server records an error ratio but no objective for %1. Record slo:objective:ratio "
            "or give the console the definition.")
            .arg(slo.name);
    return Words::tr("Unknown: the server answered with parts missing, so what looks fine may not be. Look at what it "
                     "says below.");
}

QString stateSentence(const Slo &slo)
{
    const QString &id = slo.state.id;
    if (slo.burning())
        return burningSentence(slo);
    if (id == QLatin1String("faulty"))
        return slo.origin.isEmpty() ? Words::tr("Faulty: %1").arg(slo.problem)
                                    : Words::tr("Faulty: %1 (%2)").arg(slo.problem, slo.origin);
    if (id == QLatin1String("low-traffic"))
        return lowTrafficSentence(slo);
    if (id == QLatin1String("no-data"))
        return Words::tr(
            "No data: the server has no error ratio for %1 now. That is not good news: check that its rules "
            "are evaluated and its targets are scraped.")
            .arg(slo.name);
    if (id == QLatin1String("unknown"))
        return unknownSentence(slo);
    return Words::tr("Fine: no pair of windows is above its burn rate.");
}

QString budgetSentence(const Slo &slo)
{
    if (slo.period.count() <= 0)
        return Words::tr(
            "The period of the objective is unknown, so what is left of the budget is unknown, too. Record "
            "slo:time_period:days or give the console the definition.");
    if (!slo.budgetLeft)
        return Words::tr(
            "What is left of the budget of %1 is unknown: no server records the ratio of the whole period.")
            .arg(SloTexts::window(slo.period));
    const QString left = SloTexts::ratio(*slo.budgetLeft);
    if (*slo.budgetLeft <= 0)
        return Words::tr("The budget of %1 is spent: %2 is left.").arg(SloTexts::window(slo.period), left);
    if (slo.exhaustionSeconds && std::isfinite(*slo.exhaustionSeconds))
        return Words::tr("%1 of the budget of %2 is left; at the present rate it lasts %3.")
            .arg(left, SloTexts::window(slo.period), SloTexts::exhaustion(*slo.exhaustionSeconds));
    return Words::tr("%1 of the budget of %2 is left.").arg(left, SloTexts::window(slo.period));
}

void addServers(QStringList &sentences, const Slo &slo)
{
    for (const SloServer &server : slo.standings) {
        if (!server.problem.isEmpty())
            sentences.append(server.problem);
        else if (server.freshness.state != Freshness::State::Live && slo.standings.size() > 1)
            sentences.append(Words::tr("%1: %2").arg(server.name, FreshnessText::sentence(server.freshness)));
        if (slo.period.count() <= 0)
            continue;
        const QString warning = SloMath::retentionWarning(server.name, server.retention, slo.period);
        if (!warning.isEmpty())
            sentences.append(warning);
    }
}

} // namespace

Condition SloTexts::condition(const QString &id)
{
    using Severity = Condition::Severity;
    if (id == QLatin1String("page"))
        return {Severity::Paging, id, Words::tr("page"), 1};
    if (id == QLatin1String("ticket"))
        return {Severity::Warning, id, Words::tr("ticket"), 1};
    if (id == QLatin1String("low-traffic"))
        return {Severity::Info, id, Words::tr("low traffic"), 1};
    if (id == QLatin1String("no-data"))
        return {Severity::Unknown, id, Words::tr("no data"), 1};
    if (id == QLatin1String("faulty"))
        return {Severity::Unknown, id, Words::tr("faulty"), qint64(1) << 50};
    if (id == QLatin1String("fine"))
        return {Severity::Fine, id, Words::tr("fine"), 1};
    return {Severity::Unknown, QStringLiteral("unknown"), Format::unknown(), 2};
}

QString SloTexts::window(std::chrono::seconds window)
{
    const qint64 all = window.count();
    if (all % 86400 == 0 && all > 0)
        return Words::tr("%1 d").arg(count(all / 86400));
    if (all % 3600 == 0 && all > 0)
        return Words::tr("%1 h").arg(count(all / 3600));
    if (all % 60 == 0 && all > 0)
        return Words::tr("%1 min").arg(count(all / 60));
    return Words::tr("%1 s").arg(count(all));
}

QString SloTexts::ratio(double ratio)
{
    const double percent = ratio * 100;
    const double distance = std::min(std::abs(percent), std::abs(100 - percent));
    // As many digits as tell it from 0 or 100 %.
    int decimals = 0;
    if (distance > 0 && distance < 10)
        decimals = std::clamp(1 - static_cast<int>(std::floor(std::log10(distance))), 1, 5);
    QString figure = QLocale().toString(percent, 'f', decimals);
    const QString point = QLocale().decimalPoint();
    while (figure.contains(point) && (figure.endsWith(u'0') || figure.endsWith(point))) {
        const bool done = figure.endsWith(point);
        figure.chop(1);
        if (done)
            break;
    }
    return Words::tr("%1 %").arg(figure);
}

QString SloTexts::burn(double burn)
{
    constexpr double least = 0.005;
    if (burn > 0 && burn < least)
        return Words::tr("<%1").arg(Format::cores(0.01));
    return Format::cores(burn);
}

QString SloTexts::exhaustion(double seconds)
{
    if (!std::isfinite(seconds))
        return Words::tr("never");
    if (seconds <= 0)
        return Words::tr("spent");
    const auto whole = static_cast<qint64>(seconds);
    const qint64 days = whole / 86400;
    const qint64 hours = whole % 86400 / 3600;
    const qint64 minutes = whole % 3600 / 60;
    if (days >= 10 || (days > 0 && hours == 0))
        return Words::tr("%1 d").arg(count(days));
    if (days > 0)
        return Words::tr("%1 d %2 h").arg(count(days), count(hours));
    if (hours > 0)
        return minutes > 0 ? Words::tr("%1 h %2 min").arg(count(hours), count(minutes))
                           : Words::tr("%1 h").arg(count(hours));
    return minutes > 0 ? Words::tr("%1 min").arg(count(minutes))
                       : Words::tr("%1 s").arg(count(std::max<qint64>(1, whole)));
}

QString SloTexts::sparkline(const QList<float> &trend)
{
    constexpr int heights = 8;
    float most = 0;
    for (const float value : trend)
        most = std::isfinite(value) ? std::max(most, value) : most;
    QString line;
    for (const float value : trend) {
        if (!std::isfinite(value)) {
            line += u' ';
            continue;
        }
        const int height = most > 0 ? static_cast<int>(value / most * (heights - 1) + 0.5F) : 0;
        line += QChar(static_cast<char16_t>(0x2581 + std::clamp(height, 0, heights - 1)));
    }
    return line;
}

QString SloTexts::missingBound(const QString &histogram, const QString &bound, const QStringList &known)
{
    constexpr qsizetype shown = 20;
    const QString wanted = Words::tr("%1 has no bucket with the bound %2 here, so nothing can be counted by it.")
                               .arg(plainLine(histogram, 200), plainLine(bound, 60));
    if (known.isEmpty())
        return wanted + u' '
            + Words::tr("Look which bounds it has, and write one of them into the definition, or give the service this "
                        "one.");
    QStringList bounds;
    for (const QString &each : known.mid(0, shown))
        bounds.append(plainLine(each, 40));
    if (known.size() > shown)
        bounds.append(QStringLiteral("…"));
    return wanted + u' '
        + Words::tr("Its bounds are %1: write one of them into the definition, as it is spelt here, or give the "
                    "service this one.")
              .arg(bounds.join(QStringLiteral(", ")));
}

QString SloTexts::unselected(const QString &place)
{
    return Words::tr(
        "The server speaks of several clusters and is to be asked for one, but the query of the definition "
        "is not understood from character %1 on, so it cannot be limited to that. Write it in Prometheus' "
        "own language, or have rules record it.")
        .arg(plainLine(place, 60));
}

QStringList SloTexts::sentences(const Slo &slo)
{
    QStringList sentences{stateSentence(slo)};
    if (slo.state.id != QLatin1String("faulty")) {
        sentences.append(budgetSentence(slo));
        if (slo.objective && slo.period.count() > 0) {
            QList<SloMath::BurnTier> tiers;
            for (const SloTier &tier : SloRow::tiers(slo))
                tiers.append({tier.longWindow, tier.shortWindow, tier.factor,
                    tier.page ? SloMath::BurnSeverity::Page : SloMath::BurnSeverity::Ticket, std::chrono::seconds(0)});
            sentences.append(SloMath::tierWarnings(tiers, *slo.objective));
        }
    }
    addServers(sentences, slo);
    return sentences;
}
