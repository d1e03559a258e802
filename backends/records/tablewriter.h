// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

//! A table as plain values, and how it is written to a file or a terminal. Any thread.
namespace Records {

//! monostate: not known, or none.
using Cell = std::variant<std::monostate, QString, qint64, double, QDateTime, QStringList>;

struct TableColumn
{
    enum class Align { Left, Right };

    QString id; //!< the key in JSON and the header in CSV
    QString title; //!< the header in text
    Align align = Align::Left;
};

struct Table
{
    QList<TableColumn> columns;
    QList<QList<Cell>> rows; //!< a row that is shorter than columns ends in unknown cells
};

//! An array of objects, one to a line, keys in the order of columns. Real numbers are the shortest that read back as
//! the same, never in powers of ten below 10^21; what is not finite is null, as JSON has no word for it. Times are RFC
//! 3339 in UTC.
[[nodiscard]] QByteArray toJson(const Table &table);
//! RFC 4180: a header of ids, CRLF. Text that a spreadsheet would take for a formula gets a leading apostrophe.
[[nodiscard]] QByteArray toCsv(const Table &table);
//! Columns two spaces apart, a header of titles; control characters, which a terminal would obey, become spaces.
[[nodiscard]] QByteArray toText(const Table &table);

} // namespace Records
