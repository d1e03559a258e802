// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tenants/quotatablemodel.h"

#include <array>

namespace {

QVariant known(const std::optional<double> &value)
{
    return value ? QVariant(*value) : QVariant();
}

Usage usageOf(const QuotaLine &line)
{
    Usage usage;
    usage.reserved = line.used;
    usage.limit = line.hard;
    return usage;
}

using C = Column<QuotaLine>;
constexpr auto rising = Qt::AscendingOrder;
constexpr auto falling = Qt::DescendingOrder;

// The kinds of used, hard and usage stand for "some amount": cellKind() has the unit of each row.
// clang-format off
constexpr std::array quotaColumns{
    C{{"resource", QT_TRANSLATE_NOOP("Columns", "Resource"),
        QT_TRANSLATE_NOOP("Columns", "The quota key, as Kubernetes spells it."), CellKind::Text, rising, true, true, 22},
        [](const QuotaLine &q) { return QVariant(q.resource); }},
    C{{"usage", QT_TRANSLATE_NOOP("Columns", "Reserved of the limit"),
        QT_TRANSLATE_NOOP("Columns", "What the quota counts as used, and what it allows."), CellKind::UsageCount, falling, true, false, 22},
        [](const QuotaLine &q) { return QVariant::fromValue(usageOf(q)); }},
    C{{"used", QT_TRANSLATE_NOOP("Columns", "Reserved"),
        QT_TRANSLATE_NOOP("Columns", "What the quota counts as used."), CellKind::Cores, falling, false, true, 10},
        [](const QuotaLine &q) { return known(q.used); }},
    C{{"hard", QT_TRANSLATE_NOOP("Columns", "Limit"),
        QT_TRANSLATE_NOOP("Columns", "What the quota allows."), CellKind::Cores, falling, false, true, 10},
        [](const QuotaLine &q) { return known(q.hard); }},
    C{{"percent", QT_TRANSLATE_NOOP("Columns", "Percent"),
        QT_TRANSLATE_NOOP("Columns", "What is reserved, in percent of the limit."), CellKind::Percent, falling, false, true, 7},
        [](const QuotaLine &q) { return known(usageOf(q).percent()); }},
    C{{"namespace", QT_TRANSLATE_NOOP("Columns", "Namespace"),
        QT_TRANSLATE_NOOP("Columns", "The namespace that the quota is in."), CellKind::Text, rising, true, true, 18},
        [](const QuotaLine &q) { return QVariant(q.namespaceName); }},
    C{{"quota", QT_TRANSLATE_NOOP("Columns", "Quota"),
        QT_TRANSLATE_NOOP("Columns", "The name of the ResourceQuota."), CellKind::Text, rising, true, true, 16},
        [](const QuotaLine &q) { return QVariant(q.quota); }},
    C{{"scopes", QT_TRANSLATE_NOOP("Columns", "Scopes"),
        QT_TRANSLATE_NOOP("Columns", "Which pods the quota covers; none when it covers all."), CellKind::Text, rising, false, true, 18},
        [](const QuotaLine &q) { return QVariant(q.scopes); }},
    C{{"freshness", QT_TRANSLATE_NOOP("Columns", "Freshness"),
        QT_TRANSLATE_NOOP("Columns", "How sure we are of the row: when the API server last confirmed it."), CellKind::Freshness, falling, false, true, 14},
        [](const QuotaLine &q) { return QVariant::fromValue(q.freshness); }},
};
// clang-format on

} // namespace

QuotaTableModel::QuotaTableModel(QObject *parent) : RecordTableModel(parent)
{
    setColumns(quotaColumns);
}

Freshness QuotaTableModel::rowFreshness(int row) const
{
    return at(row).freshness;
}

CellKind QuotaTableModel::cellKind(int row, int column) const
{
    const CellKind kind = RecordTableModel::cellKind(row, column);
    const bool bar = kind == CellKind::UsageCount;
    if (!bar && kind != CellKind::Cores)
        return kind;
    switch (at(row).unit) {
    case QuotaLine::Unit::Cores:
        return bar ? CellKind::UsageCores : CellKind::Cores;
    case QuotaLine::Unit::Bytes:
        return bar ? CellKind::UsageBytes : CellKind::Bytes;
    case QuotaLine::Unit::Count:
        return bar ? CellKind::UsageCount : CellKind::Count;
    }
    return kind;
}

QString QuotaTableModel::keyOf(const QuotaLine &line) const
{
    return line.namespaceName + u'/' + line.quota + u'/' + line.resource;
}
