// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

//! How wide a column would like to be and how narrow it may become.
struct ColumnNeed
{
    int least = 0;
    int natural = 0;
    bool operator==(const ColumnNeed &) const = default;
};

namespace ColumnFit {
//! A width for each column: natural if \a available is enough for all, else each gives way in proportion to what it can
//! spare, but none below its least.
[[nodiscard]] QList<int> widths(const QList<ColumnNeed> &needs, int available);
} // namespace ColumnFit
