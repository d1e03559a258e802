// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/columnfit.h"

#include <algorithm>

QList<int> ColumnFit::widths(const QList<ColumnNeed> &needs, int available)
{
    int wanted = 0;
    int spare = 0;
    for (const ColumnNeed &need : needs) {
        wanted += need.natural;
        spare += std::max(0, need.natural - need.least);
    }
    int excess = std::clamp(wanted - available, 0, spare);
    QList<int> result;
    for (const ColumnNeed &need : needs) {
        // Of what is left to give and of what is left to spare, so that rounding ends in nothing left over.
        const int own = std::max(0, need.natural - need.least);
        const int given = spare > 0 ? (excess * own + spare - 1) / spare : 0;
        const int taken = std::min({given, own, excess});
        result.append(need.natural - taken);
        excess -= taken;
        spare -= own;
    }
    return result;
}
