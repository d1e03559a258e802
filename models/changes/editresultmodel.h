// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changeresult.h"
#include "models/common/condition.h"

#include <QAbstractListModel>

//! The objects of a change, and what became of each.
class EditResultModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ConditionRole = Qt::UserRole, //!< Condition: how it does, in a shape and a word
        SentenceRole, //!< QString: what was said of it; may be empty
    };

    using QAbstractListModel::QAbstractListModel;

    //! \a over: nothing more will happen to them.
    void setResults(const QList<ObjectEdit> &edits, const QList<EditResult> &results, bool over);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        QString title;
        Condition condition;
        QString sentence;

        bool operator==(const Row &) const = default;
    };
    QList<Row> m_rows;
};

namespace ChangeText {
//! How one object does; \a over: the change has ended.
[[nodiscard]] Condition condition(EditResult::State state, bool over);
//! How a whole change ended.
[[nodiscard]] Condition condition(ChangeOutcome::Kind kind);
} // namespace ChangeText
