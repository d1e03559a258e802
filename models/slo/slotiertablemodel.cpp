// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/slotiertablemodel.h"

#include "models/common/format.h"
#include "models/slo/slorow.h"

#include <QCoreApplication>

#include <array>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SloTier)
};

QVariant known(const std::optional<double> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariant state(const SloTier &tier)
{
    using Severity = Condition::Severity;
    if (!tier.firing)
        return QVariant::fromValue(Condition{Severity::Unknown, QStringLiteral("unknown"), Format::unknown()});
    if (!*tier.firing)
        return QVariant::fromValue(Condition{Severity::Fine, QStringLiteral("quiet"), Words::tr("quiet")});
    return QVariant::fromValue(
        Condition{tier.page ? Severity::Paging : Severity::Warning, QStringLiteral("firing"), Words::tr("firing")});
}

using C = Column<SloTier>;
constexpr auto rising = Qt::AscendingOrder;
constexpr auto falling = Qt::DescendingOrder;

// clang-format off
constexpr std::array tierColumns{
    C{{"severity", QT_TRANSLATE_NOOP("Columns", "Severity"),
        QT_TRANSLATE_NOOP("Columns", "What both windows together make when they burn too fast."), CellKind::Text, rising, true, true, 8},
        [](const SloTier &t) { return QVariant(t.page ? Words::tr("page") : Words::tr("ticket")); }},
    C{{"long_seconds", QT_TRANSLATE_NOOP("Columns", "Long"),
        QT_TRANSLATE_NOOP("Columns", "The long window: it keeps short troubles from making alerts."), CellKind::Duration, rising, true, true, 6},
        [](const SloTier &t) { return QVariant(double(t.longWindow.count())); }},
    C{{"short_seconds", QT_TRANSLATE_NOOP("Columns", "Short"),
        QT_TRANSLATE_NOOP("Columns", "The short window: it ends the alert soon after the trouble."), CellKind::Duration, rising, true, true, 6},
        [](const SloTier &t) { return QVariant(double(t.shortWindow.count())); }},
    C{{"factor", QT_TRANSLATE_NOOP("Columns", "Factor"),
        QT_TRANSLATE_NOOP("Columns", "The burn rate above which both windows have to be."), CellKind::Cores, falling, true, true, 6},
        [](const SloTier &t) { return QVariant(t.factor); }},
    C{{"long_burn", QT_TRANSLATE_NOOP("Columns", "Burn, long"),
        QT_TRANSLATE_NOOP("Columns", "How many times as fast as it may the budget burned over the long window."), CellKind::Cores, falling, true, true, 7},
        [](const SloTier &t) { return known(t.longBurn); }},
    C{{"short_burn", QT_TRANSLATE_NOOP("Columns", "Burn, short"),
        QT_TRANSLATE_NOOP("Columns", "How many times as fast as it may the budget burned over the short window."), CellKind::Cores, falling, true, true, 7},
        [](const SloTier &t) { return known(t.shortBurn); }},
    C{{"state", QT_TRANSLATE_NOOP("Columns", "State"),
        QT_TRANSLATE_NOOP("Columns", "Whether both windows are above the factor now."), CellKind::Condition, falling, true, true, 8},
        state},
};
// clang-format on

} // namespace

SloTierTableModel::SloTierTableModel(QObject *parent) : RecordTableModel(parent)
{
    setColumns(tierColumns);
}

void SloTierTableModel::setTiers(const QList<SloTier> &tiers, const Freshness &freshness)
{
    const bool other = m_freshness.state != freshness.state;
    m_freshness = freshness;
    merge(tiers);
    if (!other)
        return;
    QList<int> all;
    for (int row = 0; row < rowCount(); ++row)
        all.append(row);
    reportRowsChanged(all);
}

Freshness SloTierTableModel::rowFreshness(int) const
{
    return m_freshness;
}

QString SloTierTableModel::keyOf(const SloTier &tier) const
{
    return QString::number(tier.longWindow.count()) + u'/' + QString::number(tier.shortWindow.count());
}

QString SloTierTableModel::text(int row, int column) const
{
    const QVariant cell = value(row, column);
    if (cell.typeId() != QMetaType::Double)
        return RecordTableModel::text(row, column);
    if (columns()[static_cast<size_t>(column)].kind == CellKind::Duration)
        return SloTexts::window(std::chrono::seconds(static_cast<qint64>(cell.toDouble())));
    return SloTexts::burn(cell.toDouble());
}
