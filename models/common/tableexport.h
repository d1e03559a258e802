// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

class TableModel;
class TableViewModel;

enum class ExportFormat {
    Json, //!< one array of objects; keys are column ids, quantities numbers in base units, times RFC 3339, unknown null
    Csv, //!< RFC 4180 with a header line of column ids; cells that a spreadsheet would run as a formula are defused
    Text, //!< for a terminal: the columns that a view shows at first, aligned, with titles and as a person reads them
};

namespace TableExport {
//! "json", "csv" or "text"; empty for anything else.
[[nodiscard]] std::optional<ExportFormat> fromName(const QString &name);
[[nodiscard]] QString fileExtension(ExportFormat format);
//! The exported columns (for text: those shown at first) of \a rows of \a model, in the model's order of columns,
//! UTF-8.
[[nodiscard]] QByteArray bytes(const TableModel &model, const QList<int> &rows, ExportFormat format);
//! What the view shows, in the order shown.
[[nodiscard]] QByteArray bytes(const TableViewModel &view, ExportFormat format);
//! Writes a file whole or not at all; devices and pipes, as /dev/null, are written into and never replaced by a file.
//! Gives what went wrong, in the system's words; empty when nothing did.
[[nodiscard]] QString save(const QString &fileName, const QByteArray &bytes);
} // namespace TableExport
