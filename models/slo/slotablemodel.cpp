// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/slotablemodel.h"

#include "models/slo/slorow.h"

#include <array>
#include <cmath>
#include <limits>

namespace {

using std::chrono::hours;
using std::chrono::minutes;

template <typename T>
QVariant known(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

template <qint64 window>
QVariant burn(const Slo &slo)
{
    const SloWindow *found = slo.window(std::chrono::seconds(window));
    return found ? known(found->burnRate) : QVariant();
}

//! Never is known not to exist.
QVariant exhaustion(const Slo &slo)
{
    if (slo.exhaustionSeconds && !std::isfinite(*slo.exhaustionSeconds))
        return QVariant::fromValue(nullptr);
    return known(slo.exhaustionSeconds);
}

QVariant confirmedAt(const Slo &slo)
{
    return slo.freshness.confirmedAt.isValid() ? QVariant(slo.freshness.confirmedAt) : QVariant();
}

QVariant period(const Slo &slo)
{
    return slo.period.count() > 0 ? QVariant(double(slo.period.count())) : QVariant();
}

using C = Column<Slo>;
constexpr auto rising = Qt::AscendingOrder;
constexpr auto falling = Qt::DescendingOrder;

// Ratios and rates are plain figures: CellKind::Cores is the kind of those.
// clang-format off
constexpr std::array sloColumns{
    C{{"tenant", QT_TRANSLATE_NOOP("Columns", "Tenant"),
        QT_TRANSLATE_NOOP("Columns", "The tenant that the namespace of the SLO belongs to."), CellKind::Text, rising, true, true, 14},
        [](const Slo &s) { return QVariant(s.tenant); }},
    C{{"service", QT_TRANSLATE_NOOP("Columns", "Service"),
        QT_TRANSLATE_NOOP("Columns", "The service that the SLO is about, as its definition names it."), CellKind::Text, rising, true, true, 14},
        [](const Slo &s) { return QVariant(s.service); }},
    C{{"slo", QT_TRANSLATE_NOOP("Columns", "SLO"),
        QT_TRANSLATE_NOOP("Columns", "What the SLO promises, as its definition names it."), CellKind::Text, rising, true, true, 16},
        [](const Slo &s) { return QVariant(s.name); }},
    C{{"labels", QT_TRANSLATE_NOOP("Columns", "Labels"),
        QT_TRANSLATE_NOOP("Columns", "The labels by which this row differs from others of the same SLO."), CellKind::Text, rising, true, true, 20},
        [](const Slo &s) {
            QStringList parts;
            for (const auto &[name, text] : s.labels)
                parts.append(QString(name + u'=' + text));
            return QVariant(parts.join(u' '));
        }},
    C{{"namespace", QT_TRANSLATE_NOOP("Columns", "Namespace"),
        QT_TRANSLATE_NOOP("Columns", "The namespace that the labels of the SLO name."), CellKind::Text, rising, false, true, 14},
        [](const Slo &s) { return QVariant(s.namespaceName); }},
    C{{"cluster", QT_TRANSLATE_NOOP("Columns", "Cluster"),
        QT_TRANSLATE_NOOP("Columns", "The cluster that the SLO is about."), CellKind::Text, rising, true, true, 10},
        [](const Slo &s) { return QVariant(s.cluster); }},
    C{{"state", QT_TRANSLATE_NOOP("Columns", "State"),
        QT_TRANSLATE_NOOP("Columns", "Whether both windows of any pair burn faster than they may. Sorted by what hurts, then by how fast it burns."), CellKind::Condition, falling, true, true, 10},
        [](const Slo &s) { return QVariant::fromValue(s.state); }},
    C{{"objective", QT_TRANSLATE_NOOP("Columns", "Objective"),
        QT_TRANSLATE_NOOP("Columns", "The share of events that has to be good."), CellKind::Cores, falling, true, true, 8},
        [](const Slo &s) { return known(s.objective); }},
    C{{"error_ratio", QT_TRANSLATE_NOOP("Columns", "Errors"),
        QT_TRANSLATE_NOOP("Columns", "The share of events that failed, over the shortest window that is known."), CellKind::Cores, falling, true, true, 8},
        [](const Slo &s) { return known(s.errorRatio); }},
    C{{"budget_left", QT_TRANSLATE_NOOP("Columns", "Budget left"),
        QT_TRANSLATE_NOOP("Columns", "What is left of the error budget of the whole period; below zero the objective is violated."), CellKind::Cores, rising, true, true, 16},
        [](const Slo &s) { return known(s.budgetLeft); }},
    C{{"burn_5m", QT_TRANSLATE_NOOP("Columns", "Burn 5 min"),
        QT_TRANSLATE_NOOP("Columns", "How many times as fast as it may the budget burned over the last 5 minutes."), CellKind::Cores, falling, true, true, 7},
        burn<300>},
    C{{"burn_30m", QT_TRANSLATE_NOOP("Columns", "Burn 30 min"),
        QT_TRANSLATE_NOOP("Columns", "How many times as fast as it may the budget burned over the last 30 minutes."), CellKind::Cores, falling, true, true, 7},
        burn<1800>},
    C{{"burn_1h", QT_TRANSLATE_NOOP("Columns", "Burn 1 h"),
        QT_TRANSLATE_NOOP("Columns", "How many times as fast as it may the budget burned over the last hour."), CellKind::Cores, falling, true, true, 7},
        burn<3600>},
    C{{"burn_2h", QT_TRANSLATE_NOOP("Columns", "Burn 2 h"),
        QT_TRANSLATE_NOOP("Columns", "How many times as fast as it may the budget burned over the last 2 hours."), CellKind::Cores, falling, false, true, 7},
        burn<7200>},
    C{{"burn_6h", QT_TRANSLATE_NOOP("Columns", "Burn 6 h"),
        QT_TRANSLATE_NOOP("Columns", "How many times as fast as it may the budget burned over the last 6 hours."), CellKind::Cores, falling, true, true, 7},
        burn<21600>},
    C{{"burn_1d", QT_TRANSLATE_NOOP("Columns", "Burn 1 d"),
        QT_TRANSLATE_NOOP("Columns", "How many times as fast as it may the budget burned over the last day."), CellKind::Cores, falling, false, true, 7},
        burn<86400>},
    C{{"burn_3d", QT_TRANSLATE_NOOP("Columns", "Burn 3 d"),
        QT_TRANSLATE_NOOP("Columns", "How many times as fast as it may the budget burned over the last 3 days."), CellKind::Cores, falling, false, true, 7},
        burn<259200>},
    C{{"exhaustion_seconds", QT_TRANSLATE_NOOP("Columns", "Exhausted in"),
        QT_TRANSLATE_NOOP("Columns", "When nothing of the budget is left, if it burns on as over the shortest window."), CellKind::Duration, rising, true, true, 10},
        exhaustion},
    C{{"trend", QT_TRANSLATE_NOOP("Columns", "Trend"),
        QT_TRANSLATE_NOOP("Columns", "The share of events that failed, over the last hours; each row has its own scale."), CellKind::Text, rising, true, false, 16},
        [](const Slo &s) { return s.trend.isEmpty() ? QVariant() : QVariant(SloTexts::sparkline(s.trend)); }},
    C{{"period_seconds", QT_TRANSLATE_NOOP("Columns", "Period"),
        QT_TRANSLATE_NOOP("Columns", "The period that the objective is about."), CellKind::Duration, falling, false, true, 7},
        period},
    C{{"events", QT_TRANSLATE_NOOP("Columns", "Events"),
        QT_TRANSLATE_NOOP("Columns", "How many events there were in the last hour."), CellKind::Cores, falling, false, true, 8},
        [](const Slo &s) { return known(s.events); }},
    C{{"source", QT_TRANSLATE_NOOP("Columns", "Source"),
        QT_TRANSLATE_NOOP("Columns", "Who made the rules or wrote the definition."), CellKind::Text, rising, true, true, 8},
        [](const Slo &s) { return QVariant(s.source); }},
    C{{"servers", QT_TRANSLATE_NOOP("Columns", "Servers"),
        QT_TRANSLATE_NOOP("Columns", "The servers that have it; the figures are those of the first."), CellKind::Text, rising, true, true, 14},
        [](const Slo &s) { return QVariant(s.servers.join(QLatin1String(", "))); }},
    C{{"freshness", QT_TRANSLATE_NOOP("Columns", "Freshness"),
        QT_TRANSLATE_NOOP("Columns", "How old the newest sample of the SLO is, at the server that is best off."), CellKind::Freshness, falling, true, true, 14},
        [](const Slo &s) { return QVariant::fromValue(s.freshness); }},
    C{{"confirmed_at", QT_TRANSLATE_NOOP("Columns", "Confirmed"),
        QT_TRANSLATE_NOOP("Columns", "How long ago the newest sample was taken."), CellKind::Time, falling, false, true, 10},
        confirmedAt},
    C{{"problem", QT_TRANSLATE_NOOP("Columns", "Problem"),
        QT_TRANSLATE_NOOP("Columns", "What is wrong with the definition or its rules."), CellKind::Text, rising, false, true, 24},
        [](const Slo &s) { return QVariant(s.problem); }},
    C{{"sloth_id", QT_TRANSLATE_NOOP("Columns", "ID"),
        QT_TRANSLATE_NOOP("Columns", "What the recorded series of the SLO carry."), CellKind::Text, rising, false, true, 16},
        [](const Slo &s) { return QVariant(s.id); }},
};
// clang-format on

} // namespace

SloTableModel::SloTableModel(QObject *parent) : RecordTableModel(parent)
{
    setColumns(sloColumns);
}

QList<std::chrono::seconds> SloTableModel::burnWindows()
{
    return {minutes(5), minutes(30), hours(1), hours(2), hours(6), hours(24), hours(72)};
}

Freshness SloTableModel::rowFreshness(int row) const
{
    return at(row).freshness;
}

QString SloTableModel::keyOf(const Slo &slo) const
{
    return slo.key;
}

QString SloTableModel::text(int row, int column) const
{
    const QVariant cell = value(row, column);
    const QLatin1String id(columns()[static_cast<size_t>(column)].id);
    if (id == QLatin1String("exhaustion_seconds") && cell.typeId() == QMetaType::Nullptr)
        return SloTexts::exhaustion(std::numeric_limits<double>::infinity());
    if (!cell.isValid() || cell.typeId() != QMetaType::Double)
        return RecordTableModel::text(row, column);
    if (id == QLatin1String("objective") || id == QLatin1String("error_ratio") || id == QLatin1String("budget_left"))
        return SloTexts::ratio(cell.toDouble());
    if (id.startsWith(QLatin1String("burn_")))
        return SloTexts::burn(cell.toDouble());
    if (id == QLatin1String("exhaustion_seconds") || id == QLatin1String("period_seconds"))
        return SloTexts::exhaustion(cell.toDouble());
    return RecordTableModel::text(row, column);
}

QVariant SloTableModel::data(const QModelIndex &index, int role) const
{
    if (role == TrendRole && index.isValid())
        return QVariant::fromValue(at(index.row()).trend);
    return RecordTableModel::data(index, role);
}

QString SloTableModel::cellTooltip(int row, int column) const
{
    const Slo &slo = at(row);
    const QLatin1String id(columns()[static_cast<size_t>(column)].id);
    if (id == QLatin1String("state") || id == QLatin1String("problem"))
        return SloTexts::sentences(slo).join(u'\n');
    if (id == QLatin1String("slo"))
        return slo.description;
    if (id == QLatin1String("labels"))
        return text(row, column).replace(u' ', u'\n');
    if (id == QLatin1String("servers") || (id == QLatin1String("freshness") && slo.standings.size() > 1)) {
        QStringList lines;
        for (const SloServer &server : slo.standings)
            lines.append(tr("%1: %2").arg(server.name, FreshnessText::sentence(server.freshness)));
        return lines.join(u'\n');
    }
    if (id.startsWith(QLatin1String("burn_")))
        return burnTooltip(slo, id);
    return RecordTableModel::cellTooltip(row, column);
}

//! The thresholds that the window takes part in.
QString SloTableModel::burnTooltip(const Slo &slo, QLatin1String column) const
{
    const int at = columnOf(QString(column));
    static const QList<QLatin1String> ids{QLatin1String("burn_5m"), QLatin1String("burn_30m"), QLatin1String("burn_1h"),
        QLatin1String("burn_2h"), QLatin1String("burn_6h"), QLatin1String("burn_1d"), QLatin1String("burn_3d")};
    const auto window = burnWindows().value(ids.indexOf(column));
    QStringList lines{columnTooltip(at)};
    for (const SloTier &tier : SloRow::tiers(slo)) {
        if (tier.longWindow != window && tier.shortWindow != window)
            continue;
        lines.append(tier.page ? tr("Above %1 over both %2 and %3 it pages.")
                                     .arg(SloTexts::burn(tier.factor), SloTexts::window(tier.longWindow),
                                         SloTexts::window(tier.shortWindow))
                               : tr("Above %1 over both %2 and %3 it makes a ticket.")
                                     .arg(SloTexts::burn(tier.factor), SloTexts::window(tier.longWindow),
                                         SloTexts::window(tier.shortWindow)));
    }
    return lines.join(u'\n');
}
