// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>
#include <Qt>

//! How a cell's value is typed, shown, compared and filtered. The value itself is a plain QVariant: QString, qlonglong,
//! double (base units), QDateTime, Usage, Freshness or Condition. An invalid one is "unknown" and sorts after
//! everything else; a std::nullptr_t is "none": known not to exist, such as the limit of a tenant without a quota.
enum class CellKind {
    Text, //!< QString; an empty one is "none"
    Count, //!< qlonglong
    Cores, //!< double, cores
    Bytes, //!< double, bytes
    Percent, //!< double, 0 … 100 and above
    UsageCores, //!< Usage in cores: a bar with used, reserved and limit; compared by percent
    UsageBytes, //!< Usage in bytes, likewise
    UsageCount, //!< Usage in pieces, likewise
    Freshness, //!< Freshness; worse sorts higher
    Time, //!< QDateTime, UTC; shown as an age
    Deadline, //!< QDateTime, UTC; shown as the time left until then; sooner sorts lower
    Duration, //!< double, seconds; "12 ms"
    Rate, //!< double, per second
    Condition, //!< Condition; worse sorts higher
};

//! What a table says about one of its columns; described once, used to show, sort, filter, export and explain it.
struct ColumnInfo
{
    const char *id; //!< snake_case, stable: the key in exports, filters and saved headers
    const char *title; //!< source text in the context "Columns"; see TableModel::title()
    const char *tooltip; //!< likewise; one sentence that says where the figure comes from
    CellKind kind = CellKind::Text;
    Qt::SortOrder firstOrder = Qt::AscendingOrder; //!< what the first click on the header sorts by
    bool shown = true; //!< visible until the person chooses otherwise
    bool exported = true; //!< bars are not: their parts have columns of their own
    int width = 12; //!< suggested, in digits
};
