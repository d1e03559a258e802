// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/cellorder.h"

#include "models/common/condition.h"
#include "models/common/usage.h"
#include "models/freshness/freshness.h"

#include <QDateTime>

#include <cmath>

namespace {

template <typename T>
int threeWay(const T &left, const T &right)
{
    if (left < right)
        return -1;
    return right < left ? 1 : 0;
}

int compareText(const QString &left, const QString &right)
{
    const int folded = left.compare(right, Qt::CaseInsensitive);
    return folded != 0 ? folded : left.compare(right);
}

int compareFreshness(const Freshness &left, const Freshness &right)
{
    if (left.state != right.state)
        return threeWay(left.state, right.state);
    // While live, the age goes up and down between confirmations and means nothing.
    return left.state == Freshness::State::Live ? 0 : threeWay(left.age, right.age);
}

int compareCondition(const Condition &left, const Condition &right)
{
    const int severity = threeWay(left.severity, right.severity);
    return severity != 0 ? severity : compareText(left.word, right.word);
}

} // namespace

bool CellOrder::comparable(const QVariant &value, CellKind kind)
{
    if (!value.isValid() || value.typeId() == QMetaType::Nullptr)
        return false;
    switch (kind) {
    case CellKind::Cores:
    case CellKind::Bytes:
    case CellKind::Percent:
    case CellKind::Duration:
    case CellKind::Rate:
        return !std::isnan(value.toDouble());
    case CellKind::UsageCores:
    case CellKind::UsageBytes:
    case CellKind::UsageCount: {
        const auto percent = value.value<Usage>().percent();
        return percent && !std::isnan(*percent);
    }
    case CellKind::Time:
    case CellKind::Deadline:
        return value.toDateTime().isValid();
    case CellKind::Text:
    case CellKind::Count:
    case CellKind::Freshness:
    case CellKind::Condition:
        break;
    }
    return true;
}

int CellOrder::compare(const QVariant &left, const QVariant &right, CellKind kind)
{
    switch (kind) {
    case CellKind::Text:
        return compareText(left.toString(), right.toString());
    case CellKind::Count:
        return threeWay(left.toLongLong(), right.toLongLong());
    case CellKind::Cores:
    case CellKind::Bytes:
    case CellKind::Percent:
    case CellKind::Duration:
    case CellKind::Rate:
        return threeWay(left.toDouble(), right.toDouble());
    case CellKind::UsageCores:
    case CellKind::UsageBytes:
    case CellKind::UsageCount:
        return threeWay(*left.value<Usage>().percent(), *right.value<Usage>().percent());
    case CellKind::Freshness:
        return compareFreshness(left.value<Freshness>(), right.value<Freshness>());
    case CellKind::Condition:
        return compareCondition(left.value<Condition>(), right.value<Condition>());
    case CellKind::Time:
    case CellKind::Deadline:
        return threeWay(left.toDateTime(), right.toDateTime());
    }
    return 0;
}
