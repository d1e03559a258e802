// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/slorow.h"

#include "backends/prometheus/slosample.h"
#include "backends/slo/definition.h"
#include "models/slo/burnrate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace {

using std::chrono::seconds;

constexpr seconds usualPeriod = std::chrono::hours(720);
constexpr seconds usualOfPyrra = std::chrono::hours(28 * 24);

QList<SloMath::BurnTier> tiersOf(const Slo &slo)
{
    if (slo.source == QLatin1String("pyrra"))
        return SloMath::pyrraTiers(slo.period.count() > 0 ? slo.period : usualOfPyrra);
    return SloMath::standardTiers(slo.period.count() > 0 ? slo.period : usualPeriod);
}

QList<SloMath::WindowRatio> ratiosOf(const Slo &slo)
{
    QList<SloMath::WindowRatio> ratios;
    for (const SloWindow &window : slo.windows)
        ratios.append({window.window, window.errorRatio});
    return ratios;
}

void addWindows(Slo &slo, const Prometheus::SloReading &reading)
{
    for (const auto &window : reading.windows) {
        SloWindow own{window.window, window.errorRatio, {}};
        if (slo.objective)
            own.burnRate = SloMath::burnRate(window.errorRatio, *slo.objective);
        if (!slo.errorRatio)
            slo.errorRatio = own.errorRatio;
        slo.windows.append(own);
    }
}

void addBudget(Slo &slo, const Prometheus::SloReading &reading)
{
    const auto &calendar = reading.calendar;
    slo.budgetLeft = reading.budgetLeft;
    if (!slo.budgetLeft && slo.objective)
        slo.budgetLeft = calendar
            ? SloMath::calendarBudgetLeft(reading.periodErrorRatio, *slo.objective, calendar->elapsed, calendar->length)
            : SloMath::budgetLeft(reading.periodErrorRatio, *slo.objective);
    if (!slo.budgetLeft || !slo.objective || slo.period.count() <= 0)
        return;
    const auto burn = SloMath::burnRate(slo.errorRatio, *slo.objective);
    const auto left = SloMath::exhaustion(slo.budgetLeft, burn, calendar ? calendar->length : slo.period);
    // A calendar's budget begins anew with the next period.
    if (left && (!calendar || *left < calendar->length - calendar->elapsed))
        slo.exhaustionSeconds = double(left->count());
    else if (burn)
        slo.exhaustionSeconds = std::numeric_limits<double>::infinity();
}

//! The longest of the windows of tiers that fire.
seconds burningWindow(const Slo &slo)
{
    const auto ratios = ratiosOf(slo);
    for (const SloMath::BurnTier &tier : tiersOf(slo)) {
        if (SloMath::fires(tier, ratios, *slo.objective).value_or(false))
            return tier.longWindow;
    }
    return seconds(0);
}

QString stateId(const Slo &slo, const Prometheus::SloReading &reading)
{
    const bool any
        = std::ranges::any_of(slo.windows, [](const SloWindow &each) { return each.errorRatio.has_value(); });
    const bool idle = std::ranges::any_of(reading.windows, [](const auto &each) { return each.noTraffic; });
    if (!any)
        return idle ? QStringLiteral("low-traffic") : QStringLiteral("no-data");
    if (!slo.objective)
        return QStringLiteral("unknown");
    const SloMath::Traffic traffic{reading.events, reading.eventsWindow};
    switch (SloMath::burnState(ratiosOf(slo), tiersOf(slo), *slo.objective, traffic)) {
    case SloMath::BurnState::Page:
        return QStringLiteral("page");
    case SloMath::BurnState::Ticket:
        return QStringLiteral("ticket");
    case SloMath::BurnState::LowTraffic:
        return QStringLiteral("low-traffic");
    case SloMath::BurnState::NoData:
        return idle ? QStringLiteral("low-traffic") : QStringLiteral("no-data");
    case SloMath::BurnState::Fine:
        break;
    }
    return QStringLiteral("fine");
}

void addState(Slo &slo, const Prometheus::SloReading &reading, const SloRow::Answer &answer)
{
    QString id = slo.problem.isEmpty() ? stateId(slo, reading) : QStringLiteral("faulty");
    const bool burning = id == QLatin1String("page") || id == QLatin1String("ticket");
    const bool unsure = answer.partial || answer.freshness.state == Freshness::State::Stale;
    if (!burning && unsure && slo.problem.isEmpty())
        id = QStringLiteral("unknown");
    slo.state = SloTexts::condition(id);
    if (burning)
        slo.burningWindow = burningWindow(slo);
    if (!slo.objective || !slo.problem.isEmpty())
        return;
    constexpr double most = 1e12;
    double worst = -1;
    for (const SloWindow &window : slo.windows) {
        if (window.burnRate && (!burning || window.window <= slo.burningWindow))
            worst = std::max(worst, *window.burnRate);
    }
    if (worst >= 0)
        slo.state.rank = 1 + std::llround(std::min(worst * 1000, most));
}

//! Empty for a sound one.
QString problemOf(const Prometheus::SloReading &reading)
{
    if (!reading.unselected.isEmpty())
        return SloTexts::unselected(reading.unselected);
    if (!reading.missingBound)
        return reading.problem;
    const Prometheus::MissingBound &missing = *reading.missingBound;
    return SloTexts::missingBound(missing.histogram, missing.bound, missing.known);
}

QString wordOf(SloSpec::Definition::Tool tool)
{
    using Tool = SloSpec::Definition::Tool;
    switch (tool) {
    case Tool::OpenSlo:
        return QStringLiteral("openslo");
    case Tool::Sloth:
        return QStringLiteral("sloth");
    case Tool::Pyrra:
        return QStringLiteral("pyrra");
    case Tool::Console:
        break;
    }
    return QStringLiteral("console");
}

} // namespace

QString SloRow::labelOf(const QList<QPair<QString, QString>> &labels, QLatin1String name)
{
    for (const auto &[label, text] : labels) {
        if (label == name)
            return text;
    }
    return {};
}

QString SloRow::namespaceOf(const QList<QPair<QString, QString>> &labels)
{
    static constexpr std::array names{QLatin1String("namespace"), QLatin1String("exported_namespace"),
        QLatin1String("kubernetes_namespace"), QLatin1String("k8s_namespace_name"), QLatin1String("ns")};
    for (const QLatin1String name : names) {
        if (const QString text = labelOf(labels, name); !text.isEmpty())
            return text;
    }
    return {};
}

QString SloRow::workloadOf(const Slo &slo)
{
    return workloadOf(slo.labels, slo.service);
}

QString SloRow::workloadOf(const QList<QPair<QString, QString>> &labels, const QString &service)
{
    for (const auto &[name, value] : labels) {
        const bool names
            = name == QLatin1String("app") || name == QLatin1String("deployment") || name == QLatin1String("workload");
        if (names && !value.isEmpty())
            return value;
    }
    return service;
}

Slo SloRow::of(const Prometheus::SloReading &reading, const Answer &answer)
{
    Slo slo;
    slo.id = reading.id;
    slo.name = reading.name;
    slo.service = reading.service;
    slo.description = reading.description;
    slo.origin = reading.origin;
    slo.source = reading.tool;
    slo.labels = reading.labels;
    slo.namespaceName = namespaceOf(reading.labels);
    slo.objective = reading.objective;
    slo.period = reading.period.value_or(seconds(0));
    slo.events = reading.events;
    slo.eventsWindow = reading.eventsWindow;
    slo.problem = problemOf(reading);
    slo.freshness = answer.freshness;
    if (!reading.missingBound) { // else its figures are of something else
        slo.trend = reading.trend;
        addWindows(slo, reading);
        addBudget(slo, reading);
    }
    addState(slo, reading, answer);
    return slo;
}

Slo SloRow::of(const SloSpec::Definition &definition)
{
    Slo slo;
    slo.key = u"faulty\n" + definition.origin + u'\n' + QString::number(definition.line) + u'\n' + definition.id + u'\n'
        + definition.name;
    slo.id = definition.id;
    slo.name = definition.name.isEmpty() ? definition.origin : definition.name;
    slo.service = definition.service;
    slo.description = definition.description;
    slo.origin = definition.origin;
    slo.source = wordOf(definition.tool);
    if (definition.objective > 0 && definition.objective < 1)
        slo.objective = definition.objective;
    slo.period = definition.period;
    slo.problem = definition.problem;
    slo.state = SloTexts::condition(QStringLiteral("faulty"));
    slo.freshness.state = Freshness::State::Live;
    for (auto label = definition.labels.cbegin(); label != definition.labels.cend(); ++label)
        slo.labels.append({label.key(), label.value()});
    std::ranges::sort(slo.labels);
    return slo;
}

QList<SloTier> SloRow::tiers(const Slo &slo)
{
    QList<SloTier> tiers;
    const auto ratios = ratiosOf(slo);
    const auto burnOf = [&slo](seconds window) {
        const SloWindow *known = slo.window(window);
        return known ? known->burnRate : std::nullopt;
    };
    for (const SloMath::BurnTier &tier : tiersOf(slo)) {
        SloTier own{tier.longWindow, tier.shortWindow, tier.factor, tier.severity == SloMath::BurnSeverity::Page,
            burnOf(tier.longWindow), burnOf(tier.shortWindow), {}};
        if (slo.objective)
            own.firing = SloMath::fires(tier, ratios, *slo.objective);
        tiers.append(own);
    }
    return tiers;
}
