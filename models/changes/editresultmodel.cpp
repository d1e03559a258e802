// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/editresultmodel.h"

#include "models/changes/plainline.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EditResult)
};

using State = EditResult::State;
using Kind = ChangeOutcome::Kind;
using Severity = Condition::Severity;

QString wordOf(State state, bool over)
{
    switch (state) {
    case State::NotSent:
        return over ? Words::tr("not sent") : Words::tr("waiting");
    case State::Unchanged:
        return Words::tr("was so already");
    case State::Applied:
        return Words::tr("made, not seen yet");
    case State::Verified:
        return Words::tr("made and seen");
    case State::NotConverged:
        return Words::tr("made, not seen");
    case State::Conflict:
        return Words::tr("conflict");
    case State::Refused:
        return Words::tr("refused");
    case State::Failed:
        return Words::tr("failed");
    case State::Unknown:
        return Words::tr("unknown");
    }
    return {};
}

Severity severityOf(State state, bool over)
{
    switch (state) {
    case State::NotSent:
        return over ? Severity::Warning : Severity::Unknown;
    case State::Unchanged:
    case State::Verified:
        return Severity::Fine;
    case State::Applied:
        return Severity::Info;
    case State::NotConverged:
    case State::Conflict:
        return Severity::Warning;
    case State::Unknown:
        return Severity::Unknown;
    case State::Refused:
    case State::Failed:
        return Severity::Critical;
    }
    return Severity::Unknown;
}

QString wordOf(Kind kind)
{
    switch (kind) {
    case Kind::Verified:
        return Words::tr("made and seen");
    case Kind::NotConverged:
        return Words::tr("made, not seen");
    case Kind::Partial:
        return Words::tr("made in part");
    case Kind::Conflict:
        return Words::tr("conflict");
    case Kind::Refused:
        return Words::tr("refused");
    case Kind::Failed:
        return Words::tr("failed");
    case Kind::Unknown:
        return Words::tr("unknown");
    case Kind::Cancelled:
        return Words::tr("given up");
    }
    return {};
}

Severity severityOf(Kind kind)
{
    switch (kind) {
    case Kind::Verified:
        return Severity::Fine;
    case Kind::NotConverged:
    case Kind::Partial:
    case Kind::Conflict:
        return Severity::Warning;
    case Kind::Refused:
    case Kind::Failed:
        return Severity::Critical;
    case Kind::Unknown:
        return Severity::Unknown;
    case Kind::Cancelled:
        return Severity::Info;
    }
    return Severity::Unknown;
}

} // namespace

Condition ChangeText::condition(EditResult::State state, bool over)
{
    return {severityOf(state, over), id(state), wordOf(state, over), 0};
}

Condition ChangeText::condition(ChangeOutcome::Kind kind)
{
    return {severityOf(kind), id(kind), wordOf(kind), 0};
}

void EditResultModel::setResults(const QList<ObjectEdit> &edits, const QList<EditResult> &results, bool over)
{
    QList<Row> rows;
    rows.reserve(edits.size());
    for (qsizetype i = 0; i < edits.size(); ++i) {
        const EditResult result = results.value(i);
        rows.append({plainLine(edits[i].object.title()), ChangeText::condition(result.state, over), result.sentence});
    }
    const bool others = rows.size() != m_rows.size()
        || !std::equal(rows.begin(), rows.end(), m_rows.begin(),
            [](const Row &one, const Row &other) { return one.title == other.title; });
    if (others) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = rows[i];
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed);
    }
}

int EditResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant EditResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case ConditionRole:
        return QVariant::fromValue(row.condition);
    case SentenceRole:
        return plainLine(row.sentence);
    case Qt::ToolTipRole:
        return row.sentence.isEmpty() ? QString() : plainLine(row.sentence, 2000);
    case Qt::AccessibleTextRole:
        return QString(row.title + u": " + row.condition.word + u". " + plainLine(row.sentence));
    default:
        return {};
    }
}
