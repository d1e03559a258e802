// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/cellorder.h"

#include "models/common/condition.h"
#include "models/common/usage.h"
#include "models/freshness/freshness.h"

#include <QDateTime>

#include <algorithm>
#include <bit>
#include <cmath>

namespace {

template <typename T>
int threeWay(const T &left, const T &right)
{
    if (left < right)
        return -1;
    return right < left ? 1 : 0;
}

int compareFreshness(const Freshness &left, const Freshness &right)
{
    if (left.state != right.state)
        return threeWay(left.state, right.state);
    // While live, the age goes up and down between confirmations and means nothing.
    return left.state == Freshness::State::Live ? 0 : threeWay(left.age, right.age);
}

constexpr quint64 signBit = quint64(1) << 63;

quint64 rankOf(qint64 value)
{
    return static_cast<quint64>(value) ^ signBit;
}

//! The bits of a double are in its order once the negative ones are turned round.
quint64 rankOf(double value)
{
    const auto bits = std::bit_cast<quint64>(value == 0 ? 0.0 : value); // there is a zero below zero
    return bits & signBit ? ~bits : bits | signBit;
}

quint64 rankOf(const Freshness &freshness)
{
    constexpr qint64 most = (qint64(1) << 60) - 1;
    const qint64 age = freshness.state == Freshness::State::Live ? 0 : freshness.age.count();
    return (static_cast<quint64>(freshness.state) << 60) | static_cast<quint64>(std::clamp<qint64>(age, 0, most));
}

//! Severity first, then the rank, or without one the beginning of the word: enough to keep alike conditions together.
quint64 rankOf(const Condition &condition)
{
    constexpr qint64 highest = (qint64(1) << 56) - 1;
    if (condition.rank > 0)
        return (static_cast<quint64>(condition.severity) << 56)
            | static_cast<quint64>(std::min(condition.rank, highest));
    constexpr int letters = 7;
    quint64 rank = static_cast<quint64>(condition.severity);
    for (int i = 0; i < letters; ++i)
        rank = (rank << 8) | (i < condition.id.size() ? static_cast<uchar>(condition.id.at(i).toLatin1()) : 0);
    return rank;
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
        return textKey(left.toString()).compare(textKey(right.toString()));
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
        return threeWay(rankOf(left.value<Condition>()), rankOf(right.value<Condition>()));
    case CellKind::Time:
    case CellKind::Deadline:
        return threeWay(left.toDateTime(), right.toDateTime());
    }
    return 0;
}

quint64 CellOrder::rank(const QVariant &value, CellKind kind)
{
    switch (kind) {
    case CellKind::Text:
        break;
    case CellKind::Count:
        return rankOf(qint64(value.toLongLong()));
    case CellKind::Cores:
    case CellKind::Bytes:
    case CellKind::Percent:
    case CellKind::Duration:
    case CellKind::Rate:
        return rankOf(value.toDouble());
    case CellKind::UsageCores:
    case CellKind::UsageBytes:
    case CellKind::UsageCount:
        return rankOf(*value.value<Usage>().percent());
    case CellKind::Freshness:
        return rankOf(value.value<Freshness>());
    case CellKind::Condition:
        return rankOf(value.value<Condition>());
    case CellKind::Time:
    case CellKind::Deadline:
        return rankOf(value.toDateTime().toMSecsSinceEpoch());
    }
    return 0;
}

QString CellOrder::textKey(const QString &text)
{
    const QString folded = text.toCaseFolded();
    return folded == text ? folded : QString(folded + QChar(u'\0') + text);
}
