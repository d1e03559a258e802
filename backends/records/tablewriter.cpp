// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/tablewriter.h"

#include <QLocale>

#include <cmath>

namespace Records {

namespace {

template <typename... Ts>
struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template <typename... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

//! Plain digits for everything that people count; beyond that a row of zeros would pretend a precision that is not
//! there.
QString number(double real)
{
    if (!std::isfinite(real))
        return {};
    if (real == 0)
        return QStringLiteral("0"); // also for -0
    const double size = std::abs(real);
    const char format = size < 1e21 && size >= 1e-9 ? 'f' : 'g';
    return QString::number(real, format, QLocale::FloatingPointShortest);
}

QString time(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    const QDateTime utc = moment.toUTC();
    return utc.toString(utc.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

QString jsonString(const QString &text)
{
    QString quoted = QStringLiteral("\"");
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool paired = (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            || (c.isLowSurrogate() && i > 0 && text.at(i - 1).isHighSurrogate());
        if (c == u'"' || c == u'\\')
            quoted += u'\\' + QString(c);
        else if (c == u'\n')
            quoted += QLatin1String("\\n");
        else if (c == u'\t')
            quoted += QLatin1String("\\t");
        else if (c.unicode() < 0x20 || c.unicode() == 0x7f || c.unicode() == 0x2028 || c.unicode() == 0x2029)
            quoted += QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
        else if (c.isSurrogate() && !paired)
            quoted += QChar(QChar::ReplacementCharacter);
        else
            quoted += c;
    }
    return quoted + u'"';
}

QString jsonList(const QStringList &texts)
{
    QStringList quoted;
    quoted.reserve(texts.size());
    for (const QString &text : texts)
        quoted.append(jsonString(text));
    return QString(u'[' + quoted.join(QLatin1String(", ")) + u']');
}

QString orNull(const QString &token)
{
    return token.isEmpty() ? QStringLiteral("null") : token;
}

QString json(const Cell &cell)
{
    return std::visit(
        Overloaded{
            [](std::monostate) { return QStringLiteral("null"); },
            [](const QString &text) { return jsonString(text); },
            [](qint64 integer) { return QString::number(integer); },
            [](double real) { return orNull(number(real)); },
            [](const QDateTime &moment) { return moment.isValid() ? jsonString(time(moment)) : orNull({}); },
            [](const QStringList &texts) { return jsonList(texts); },
        },
        cell);
}

//! As CSV and text have it, before quoting or padding.
QString plain(const Cell &cell)
{
    return std::visit(Overloaded{
                          [](std::monostate) { return QString(); },
                          [](const QString &text) { return text; },
                          [](qint64 integer) { return QString::number(integer); },
                          [](double real) { return number(real); },
                          [](const QDateTime &moment) { return time(moment); },
                          [](const QStringList &texts) { return texts.join(QLatin1String(", ")); },
                      },
        cell);
}

bool isNumber(const QString &text)
{
    bool ok = false;
    text.toDouble(&ok);
    return ok;
}

//! Spreadsheets run a cell that starts like a formula, whatever quotes are around it.
QString defused(const QString &text)
{
    static const QString starts = QStringLiteral("=+-@\t\r");
    if (text.isEmpty() || !starts.contains(text.front()) || isNumber(text))
        return text;
    return QString(u'\'' + text);
}

QString csvField(const QString &text)
{
    QString field = defused(text);
    const bool quote = field.contains(u',') || field.contains(u'"') || field.contains(u'\n') || field.contains(u'\r')
        || field.startsWith(u' ') || field.endsWith(u' ');
    if (!quote)
        return field;
    field.replace(QLatin1String("\""), QLatin1String("\"\""));
    return QString(u'"' + field + u'"');
}

//! One line, and nothing that moves a terminal's cursor or colours its text.
QString printable(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar c : text)
        line += c.isPrint() || c.isSurrogate() ? c : QLatin1Char(' ');
    return line;
}

Cell cellAt(const QList<Cell> &row, qsizetype column)
{
    return column < row.size() ? row.at(column) : Cell();
}

QString textLine(const QList<TableColumn> &columns, const QStringList &cells, const QList<qsizetype> &widths)
{
    QString line;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const bool right = columns.at(i).align == TableColumn::Align::Right;
        line += right ? cells.at(i).rightJustified(widths.at(i)) : cells.at(i).leftJustified(widths.at(i));
        line += QLatin1String("  ");
    }
    while (line.endsWith(u' '))
        line.chop(1);
    return line + u'\n';
}

} // namespace

QByteArray toJson(const Table &table)
{
    if (table.rows.isEmpty())
        return QByteArrayLiteral("[]\n");
    QString out = QStringLiteral("[\n");
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        out += QLatin1String("  {");
        for (qsizetype column = 0; column < table.columns.size(); ++column) {
            out += QLatin1String(column > 0 ? ", " : "") + jsonString(table.columns.at(column).id) + QLatin1String(": ")
                + json(cellAt(table.rows.at(row), column));
        }
        out += QLatin1String(row + 1 < table.rows.size() ? "},\n" : "}\n");
    }
    out += QLatin1String("]\n");
    return out.toUtf8();
}

QByteArray toCsv(const Table &table)
{
    QStringList fields;
    for (const TableColumn &column : table.columns)
        fields.append(csvField(column.id));
    QString out = fields.join(u',') + QLatin1String("\r\n");
    for (const QList<Cell> &row : table.rows) {
        fields.clear();
        for (qsizetype column = 0; column < table.columns.size(); ++column)
            fields.append(csvField(plain(cellAt(row, column))));
        out += fields.join(u',') + QLatin1String("\r\n");
    }
    return out.toUtf8();
}

QByteArray toText(const Table &table)
{
    QList<QStringList> lines;
    QStringList header;
    for (const TableColumn &column : table.columns)
        header.append(printable(column.title));
    lines.append(header);
    for (const QList<Cell> &row : table.rows) {
        QStringList cells;
        for (qsizetype column = 0; column < table.columns.size(); ++column)
            cells.append(printable(plain(cellAt(row, column))));
        lines.append(cells);
    }
    QList<qsizetype> widths(table.columns.size(), 0);
    for (const QStringList &line : std::as_const(lines)) {
        for (qsizetype column = 0; column < line.size(); ++column)
            widths[column] = qMax(widths.at(column), line.at(column).size());
    }
    QString out;
    for (const QStringList &line : std::as_const(lines))
        out += textLine(table.columns, line, widths);
    return out.toUtf8();
}

} // namespace Records
