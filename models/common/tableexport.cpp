// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableexport.h"

#include "backends/records/tablewriter.h"
#include "models/common/condition.h"
#include "models/common/format.h"
#include "models/common/tableviewmodel.h"
#include "models/common/usage.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TableExport)
};

//! As programs read it.
Records::Cell typedCell(const QVariant &value, CellKind kind)
{
    if (!value.isValid() || value.typeId() == QMetaType::Nullptr)
        return {};
    switch (kind) {
    case CellKind::Text:
        return value.toString();
    case CellKind::Count:
        if (value.typeId() == QMetaType::Double)
            return value.toDouble();
        return qint64(value.toLongLong());
    case CellKind::Cores:
    case CellKind::Bytes:
    case CellKind::Percent:
    case CellKind::Duration:
    case CellKind::Rate:
        return value.toDouble();
    case CellKind::UsageCores:
    case CellKind::UsageBytes:
    case CellKind::UsageCount:
        if (const auto percent = value.value<Usage>().percent())
            return *percent;
        return {};
    case CellKind::Freshness:
        return FreshnessText::id(value.value<Freshness>().state);
    case CellKind::Condition:
        return value.value<Condition>().id;
    case CellKind::Time:
    case CellKind::Deadline:
        return value.toDateTime();
    }
    return {};
}

//! As a person reads it. A bar's text leaves out what is really used, because the bar draws it.
Records::Cell readableCell(const TableModel &model, int row, int column)
{
    const CellKind kind = model.cellKind(row, column);
    const QString text = model.text(row, column);
    if (kind != CellKind::UsageCores && kind != CellKind::UsageBytes && kind != CellKind::UsageCount)
        return text;
    const auto usage = model.value(row, column).value<Usage>();
    if (!usage.used || !usage.reserved)
        return text;
    return Words::tr("%1; uses %2").arg(text, Format::amount(*usage.used, kind));
}

Records::Table tableOf(const TableModel &model, const QList<int> &rows, bool readable)
{
    using Align = Records::TableColumn::Align;
    const auto infos = model.columns();
    Records::Table table;
    QList<int> columns;
    for (int column = 0; column < model.columnCount(); ++column) {
        const ColumnInfo &info = infos[static_cast<size_t>(column)];
        if (readable ? !info.shown : !info.exported)
            continue;
        const auto alignment = model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
        const Align align = alignment.testFlag(Qt::AlignRight) ? Align::Right : Align::Left;
        table.columns.append({QString::fromLatin1(info.id), model.title(column), align});
        columns.append(column);
    }
    table.rows.reserve(rows.size());
    for (const int row : rows) {
        QList<Records::Cell> cells;
        cells.reserve(columns.size());
        for (const int column : std::as_const(columns)) {
            cells.append(readable ? readableCell(model, row, column)
                                  : typedCell(model.value(row, column), model.cellKind(row, column)));
        }
        table.rows.append(std::move(cells));
    }
    return table;
}

} // namespace

std::optional<ExportFormat> TableExport::fromName(const QString &name)
{
    for (const ExportFormat format : {ExportFormat::Json, ExportFormat::Csv, ExportFormat::Text}) {
        const QString known = format == ExportFormat::Text ? QStringLiteral("text") : fileExtension(format);
        if (name == known)
            return format;
    }
    return std::nullopt;
}

QString TableExport::fileExtension(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Json:
        return QStringLiteral("json");
    case ExportFormat::Csv:
        return QStringLiteral("csv");
    case ExportFormat::Text:
        return QStringLiteral("txt");
    }
    return {};
}

QByteArray TableExport::bytes(const TableModel &model, const QList<int> &rows, ExportFormat format)
{
    switch (format) {
    case ExportFormat::Json:
        return Records::toJson(tableOf(model, rows, false));
    case ExportFormat::Csv:
        return Records::toCsv(tableOf(model, rows, false));
    case ExportFormat::Text:
        return Records::toText(tableOf(model, rows, true));
    }
    return {};
}

QByteArray TableExport::bytes(const TableViewModel &view, ExportFormat format)
{
    return bytes(*view.table(), view.sourceRows(), format);
}

QString TableExport::save(const QString &fileName, const QByteArray &bytes)
{
    const QFileInfo target(fileName);
    if (target.exists() && !target.isFile() && !target.isDir()) {
        QFile device(fileName);
        const bool written = device.open(QIODevice::WriteOnly) && device.write(bytes) == bytes.size() && device.flush();
        return written ? QString() : device.errorString();
    }
    QSaveFile file(fileName);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return written ? QString() : file.errorString();
}
