// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/tablemodel.h"

#include <QList>
#include <QString>

#include <vector>

//! The filter language of every table, as a value. Terms are separated by spaces and all must hold:
//!   word            some text column contains it, whatever its case
//!   tenant:x        that column contains x; on a Freshness column its word starts with x; figures as they are shown
//!   tenant=x        that column is x; nothing behind the sign: it is none
//!   cpu>80 cpu<=50  comparison; a usage column (cpu, memory, pods) compares its percent, or with a unit its reserved
//!                   amount; 80%, 500m, 2Gi, 1.5G are understood. What is unknown satisfies no comparison.
//!   -term           not
//!   "two words"     quotes keep spaces and colons together, also after a colon: owner:"a b"
//! Columns go by their id or the beginning of it if no other column's id begins so, except ids that only go on where
//! the shortest one ends: "mem" is memory although there is memory_used.
class TableFilter
{
public:
    //! A text with mistakes gives a filter whose problem() is a sentence for the person and which accepts every row, so
    //! that a half-typed filter does not empty the table.
    [[nodiscard]] static TableFilter parse(const QString &text, const TableModel &model);

    [[nodiscard]] bool accepts(const TableModel &model, int row) const;
    [[nodiscard]] bool empty() const { return m_terms.empty(); }
    [[nodiscard]] QString problem() const { return m_problem; }

private:
    class Parser;

    enum class Operator { Contains, Equal, Less, LessOrEqual, Greater, GreaterOrEqual };
    struct Term
    {
        int column = -1; //!< -1: any text column
        Operator op = Operator::Contains;
        QString text;
        double number = 0;
        bool amount = false; //!< number has a unit: compares a usage's reserved amount rather than its percent
        bool negated = false;
    };
    std::vector<Term> m_terms;
    QString m_problem;

    [[nodiscard]] static bool matches(const Term &term, const TableModel &model, int row);
    [[nodiscard]] static bool matchesColumn(const Term &term, const TableModel &model, int row);
    [[nodiscard]] static bool holds(Operator op, double left, double right);
};
