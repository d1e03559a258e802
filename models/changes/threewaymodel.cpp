// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/threewaymodel.h"

#include "models/changes/plainline.h"

#include <algorithm>

namespace {

constexpr qsizetype longestTooltip = 2000;

//! A JSON value for people: simple texts without quotes.
QString valueOf(const QByteArray &json, qsizetype longest)
{
    // What is cut off is not decoded; a character has four bytes at most.
    QString text = QString::fromUtf8(json.left(4 * (longest + 2)));
    if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"') && !text.contains(u'\\'))
        text = text.sliced(1, text.size() - 2);
    return plainLine(text, longest);
}

} // namespace

void ThreeWayModel::setResults(const QList<ObjectEdit> &edits, const QList<EditResult> &results)
{
    const auto differs = [](const EditResult &result) { return !result.difference.fields.isEmpty(); };
    const bool several = std::count_if(results.begin(), results.end(), differs) > 1;
    beginResetModel();
    m_rows.clear();
    for (qsizetype i = 0; i < results.size() && i < edits.size(); ++i) {
        for (const ObjectCompare::Field &field : results[i].difference.fields)
            m_rows.append({several ? edits[i].object.title() : QString(), field});
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
        [](const Row &one, const Row &other) { return one.field.conflict && !other.field.conflict; });
    endResetModel();
}

int ThreeWayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ThreeWayModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Theirs + 1;
}

QString ThreeWayModel::textOf(const Row &row, int column, qsizetype longest) const
{
    switch (column) {
    case Field:
        return plainLine(row.title.isEmpty() ? row.field.path : QString(row.title + u": " + row.field.path), longest);
    case Was:
        return row.field.base.isEmpty() ? tr("not set") : valueOf(row.field.base, longest);
    case Yours:
        // The server has tried it on what is there now, so what only others changed is in it.
        if (row.field.mine == row.field.theirs)
            return tr("keeps theirs");
        return row.field.mine.isEmpty() ? tr("not set") : valueOf(row.field.mine, longest);
    case Theirs:
        return row.field.theirs.isEmpty() ? tr("not set") : valueOf(row.field.theirs, longest);
    default:
        return {};
    }
}

QVariant ThreeWayModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column(), 400);
    case Qt::ToolTipRole:
        return textOf(row, index.column(), longestTooltip);
    case Qt::AccessibleTextRole:
        return index.column() == Field && row.field.conflict ? tr("%1, changed by both").arg(textOf(row, Field, 400))
                                                             : textOf(row, index.column(), 400);
    case ConflictRole:
        return row.field.conflict;
    default:
        return {};
    }
}

QVariant ThreeWayModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Field:
        return tr("Field");
    case Was:
        return tr("Was");
    case Yours:
        return tr("Yours");
    case Theirs:
        return tr("Theirs");
    default:
        return {};
    }
}
