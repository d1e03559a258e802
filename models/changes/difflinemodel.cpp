// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/difflinemodel.h"

#include "models/changes/plainline.h"

#include <QLocale>

#include <algorithm>

namespace {

constexpr qsizetype longestTooltip = 2000;

bool isDifference(DiffLine::Kind kind)
{
    return kind == DiffLine::Kind::Added || kind == DiffLine::Kind::Removed || kind == DiffLine::Kind::Changed;
}

//! The last line of what was too long: says how much is missing, and nothing stands behind it.
bool isCut(const DiffLine &line)
{
    return line.kind == DiffLine::Kind::Folded && !line.left.isEmpty();
}

} // namespace

void DiffLineModel::setObjects(const QList<DiffObject> &objects)
{
    beginResetModel();
    m_objects.clear();
    m_rows.clear();
    m_highest = 0;
    for (const DiffObject &what : objects) {
        Object object;
        object.what = what;
        object.open = m_objects.size() < openAtFirst;
        if (object.open)
            compare(object);
        m_objects.append(object);
        const auto number = static_cast<int>(m_objects.size() - 1);
        m_rows.append({RowKind::Title, number, 0, 1});
        if (object.open)
            m_rows += rowsOf(number);
    }
    endResetModel();
}

void DiffLineModel::compare(Object &object)
{
    if (object.compared)
        return;
    object.compared = true;
    object.lines = ObjectDiff::lines(object.what.before, object.what.after);
    for (const DiffLine &line : std::as_const(object.lines)) {
        object.differing += isDifference(line.kind) ? 1 : 0;
        m_highest = std::max({m_highest, line.leftNumber, line.rightNumber});
    }
}

QList<DiffLineModel::Row> DiffLineModel::rowsOf(int number) const
{
    QList<Row> rows;
    int at = 0;
    for (const DiffLine &line : ObjectDiff::folded(m_objects[number].lines)) {
        const bool mark = line.kind == DiffLine::Kind::Folded && !isCut(line);
        rows.append({mark ? RowKind::Fold : RowKind::Line, number, at, mark ? line.folded : 1});
        at += rows.last().count;
    }
    return rows;
}

int DiffLineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant DiffLineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    if (role == RowKindRole)
        return static_cast<int>(row.kind);
    if (role == Qt::AccessibleTextRole)
        return spoken(row);
    switch (row.kind) {
    case RowKind::Title:
        if (role == OpenRole)
            return m_objects[row.object].open;
        return role == Qt::DisplayRole || role == LeftRole ? titleOf(m_objects[row.object]) : QVariant();
    case RowKind::Fold:
        return role == Qt::DisplayRole || role == LeftRole ? foldOf(row) : QVariant();
    case RowKind::Line:
        return role == Qt::DisplayRole ? QVariant(plainLine(textOf({index.row()}).chopped(1)))
                                       : lineData(lineOf(row), role);
    }
    return {};
}

QVariant DiffLineModel::lineData(const DiffLine &line, int role) const
{
    switch (role) {
    case LineKindRole:
        return static_cast<int>(line.kind);
    case LeftRole:
        return plainLine(line.left);
    case RightRole:
        return isCut(line) ? QString() : plainLine(line.right);
    case LeftNumberRole:
        return line.leftNumber;
    case RightNumberRole:
        return line.rightNumber;
    case Qt::ToolTipRole: {
        const QString left = plainLine(line.left.trimmed(), longestTooltip);
        const QString right = plainLine(line.right.trimmed(), longestTooltip);
        if (line.kind == DiffLine::Kind::Changed)
            return tr("Before: %1\nAfter: %2").arg(left, right);
        return left.isEmpty() ? right : left;
    }
    default:
        return {};
    }
}

QString DiffLineModel::titleOf(const Object &object) const
{
    const QString title = plainLine(object.what.title);
    if (object.what.before.isEmpty() && !object.what.after.isEmpty())
        return tr("%1 is created").arg(title);
    if (object.what.after.isEmpty() && !object.what.before.isEmpty())
        return tr("%1 is deleted").arg(title);
    if (!object.compared)
        return title;
    return object.differing == 0 ? tr("%1 stays as it is").arg(title)
                                 : tr("%1: lines that differ: %2").arg(title, QLocale().toString(object.differing));
}

QString DiffLineModel::foldOf(const Row &row) const
{
    return tr("%n unchanged lines", nullptr, row.count);
}

QString DiffLineModel::spoken(const Row &row) const
{
    switch (row.kind) {
    case RowKind::Title:
        return m_objects[row.object].open ? tr("%1. Press Enter to close it.").arg(titleOf(m_objects[row.object]))
                                          : tr("%1. Press Enter to open it.").arg(titleOf(m_objects[row.object]));
    case RowKind::Fold:
        return tr("%1. Press Enter to show them.").arg(foldOf(row));
    case RowKind::Line:
        break;
    }
    const DiffLine &line = lineOf(row);
    const QString left = plainLine(line.left.trimmed());
    const QString right = plainLine(line.right.trimmed());
    switch (line.kind) {
    case DiffLine::Kind::Added:
        return tr("Added: %1").arg(right);
    case DiffLine::Kind::Removed:
        return tr("Removed: %1").arg(left);
    case DiffLine::Kind::Changed:
        return tr("Changed from %1 to %2").arg(left, right);
    case DiffLine::Kind::Same:
    case DiffLine::Kind::Folded:
        break;
    }
    return left;
}

bool DiffLineModel::canToggle(int row) const
{
    return row >= 0 && row < m_rows.size() && m_rows[row].kind != RowKind::Line;
}

void DiffLineModel::toggle(int row)
{
    if (!canToggle(row))
        return;
    if (m_rows[row].kind == RowKind::Fold)
        openMark(row);
    else if (m_objects[m_rows[row].object].open)
        closeObject(row);
    else
        openObject(row);
}

void DiffLineModel::openMark(int row)
{
    const Row mark = m_rows[row];
    // The mark's own row becomes the first of its lines, so that whoever stands there stays there.
    m_rows[row] = {RowKind::Line, mark.object, mark.first, 1};
    Q_EMIT dataChanged(index(row), index(row));
    if (mark.count < 2)
        return;
    QList<Row> rest;
    rest.reserve(mark.count - 1);
    for (int i = 1; i < mark.count; ++i)
        rest.append({RowKind::Line, mark.object, mark.first + i, 1});
    beginInsertRows({}, row + 1, row + mark.count - 1);
    m_rows = m_rows.first(row + 1) + rest + m_rows.sliced(row + 1);
    endInsertRows();
}

void DiffLineModel::openObject(int row)
{
    const int number = m_rows[row].object;
    compare(m_objects[number]);
    m_objects[number].open = true;
    Q_EMIT dataChanged(index(row), index(row));
    const QList<Row> rows = rowsOf(number);
    if (rows.isEmpty())
        return;
    beginInsertRows({}, row + 1, row + static_cast<int>(rows.size()));
    m_rows = m_rows.first(row + 1) + rows + m_rows.sliced(row + 1);
    endInsertRows();
}

void DiffLineModel::closeObject(int row)
{
    const int number = m_rows[row].object;
    m_objects[number].open = false;
    Q_EMIT dataChanged(index(row), index(row));
    qsizetype end = row + 1;
    while (end < m_rows.size() && m_rows[end].object == number)
        ++end;
    if (end == row + 1)
        return;
    beginRemoveRows({}, row + 1, static_cast<int>(end) - 1);
    m_rows.remove(row + 1, end - row - 1);
    endRemoveRows();
}

bool DiffLineModel::differs(int row) const
{
    const Row &which = m_rows[row];
    return which.kind == RowKind::Title ? !m_objects[which.object].open
                                        : which.kind == RowKind::Line && isDifference(lineOf(which).kind);
}

int DiffLineModel::difference(int row, bool forwards) const
{
    const auto begins
        = [this](int at) { return differs(at) && (kindOf(at) == RowKind::Title || at == 0 || !differs(at - 1)); };
    const int step = forwards ? 1 : -1;
    for (int at = row + step; at >= 0 && at < m_rows.size(); at += step) {
        if (begins(at))
            return at;
    }
    return -1;
}

QString DiffLineModel::textOf(const QList<int> &rows) const
{
    QString text;
    for (const int number : rows) {
        const Row &row = m_rows[number];
        switch (row.kind) {
        case RowKind::Title:
            text += u"# " + titleOf(m_objects[row.object]) + u'\n';
            break;
        case RowKind::Fold:
            text += u"  … " + foldOf(row) + u'\n';
            break;
        case RowKind::Line:
            text += isCut(lineOf(row)) ? QString(u"  " + lineOf(row).left + u'\n') : ObjectDiff::asText({lineOf(row)});
            break;
        }
    }
    return text;
}
