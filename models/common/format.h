// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/column.h"

#include <QString>

//! How values read: QLocale for every figure, one place for every table, tooltip and chart axis.
namespace Format {
[[nodiscard]] QString count(qlonglong value);
[[nodiscard]] QString cores(double cores); //!< "0.61", "12.4", "350": cores, three significant digits
[[nodiscard]] QString bytes(double bytes); //!< "768 MiB", "1.5 GiB"
[[nodiscard]] QString percent(double percent); //!< "40 %"
[[nodiscard]] QString span(double seconds); //!< "12 ms", "1.5 s": how long something takes
[[nodiscard]] QString amount(double value, CellKind kind); //!< by the kind: Cores, Bytes, Count (also UsageCores, …)
[[nodiscard]] QString unknown(); //!< the word for what is not known
[[nodiscard]] QString none(); //!< the word for what does not exist
//! Any cell's value. Usage reads "0.8 of 2 (40 %)"; without a limit "0.8, no limit".
[[nodiscard]] QString value(const QVariant &value, CellKind kind);
} // namespace Format
