// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotasums.h"

#include <algorithm>
#include <cmath>

auto QuotaSums::nanos(double value) -> Whole
{
    constexpr double most = 1e28; // what an amount is capped at
    const double bounded = std::isnan(value) ? 0 : std::clamp(value, -most, most);
    const double whole = std::floor(bounded);
    return static_cast<Whole>(whole) * 1'000'000'000 + static_cast<Whole>(std::round((bounded - whole) * 1e9));
}

double QuotaSums::units(Whole nanos)
{
    return static_cast<double>(nanos) / 1e9;
}

void QuotaSums::count(const QuotaRow &row, int sign)
{
    m_rows += sign;
    m_unknown += row.quotasKnown ? 0 : sign;
    m_otherKeys += sign * row.otherKeys;
    for (const QuotaRow::Cell &cell : row.cells) {
        if (!cell.usage.limit)
            continue;
        Sum &sum = m_sums[cell.resource];
        sum.limited += sign;
        sum.hard += sign * nanos(*cell.usage.limit);
        sum.partly += cell.usage.partlyUnlimited ? sign : 0;
        if (cell.usage.reserved) {
            sum.counted += sign;
            sum.used += sign * nanos(*cell.usage.reserved);
        }
        if (cell.perDay) {
            sum.trends += sign;
            sum.perDay += sign * nanos(*cell.perDay);
        }
        if (sum.limited == 0)
            m_sums.remove(cell.resource);
    }
}

QuotaRow::Cell QuotaSums::Sum::cell(int resource, int rows) const
{
    QuotaRow::Cell cell;
    cell.resource = resource;
    cell.usage.limit = units(hard);
    cell.usage.partlyUnlimited = partly > 0 || limited < rows;
    if (counted == limited)
        cell.usage.reserved = units(used);
    if (trends == limited)
        cell.perDay = units(perDay);
    return cell;
}

QList<QuotaRow::Cell> QuotaSums::cells() const
{
    QList<QuotaRow::Cell> cells;
    for (auto sum = m_sums.cbegin(); sum != m_sums.cend(); ++sum)
        cells.append(sum->cell(sum.key(), m_rows));
    std::ranges::sort(cells, {}, &QuotaRow::Cell::resource);
    return cells;
}

std::optional<double> QuotaSums::hard(int resource) const
{
    const auto sum = m_sums.constFind(resource);
    return sum == m_sums.cend() ? std::nullopt : std::optional(units(sum->hard));
}
