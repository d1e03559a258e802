// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/column.h"

//! The order of typed cells, for sorting: by what they mean, never by how they read.
namespace CellOrder {
//! Whether the cell has something to compare; what has not comes last. A usage needs a percent.
[[nodiscard]] bool comparable(const QVariant &value, CellKind kind);
//! Negative, zero or positive. Both must be comparable.
[[nodiscard]] int compare(const QVariant &left, const QVariant &right, CellKind kind);
//! A number that is in the same order as the comparable value; for any kind but Text.
[[nodiscard]] quint64 rank(const QVariant &value, CellKind kind);
//! What texts are compared by, code unit for code unit: the case comes last.
[[nodiscard]] QString textKey(const QString &text);
} // namespace CellOrder
