// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quotas/quotarow.h"

#include <QHash>

//! What rows add up to, kept while rows come, change and go: exact, so that taking out what was put in leaves nothing.
class QuotaSums
{
public:
    void add(const QuotaRow &row) { count(row, 1); }
    void remove(const QuotaRow &row) { count(row, -1); }

    [[nodiscard]] int rows() const { return m_rows; }
    //! Whether quotas are known of each row.
    [[nodiscard]] bool known() const { return m_rows > 0 && m_unknown == 0; }
    [[nodiscard]] int otherKeys() const { return m_otherKeys; }
    [[nodiscard]] QList<QuotaRow::Cell> cells() const;
    //! What all limits of \a resource add up to; empty when there is none.
    [[nodiscard]] std::optional<double> hard(int resource) const;

private:
    __extension__ using Whole = __int128;
    struct Sum
    {
        Whole used = 0; //!< nanos
        Whole hard = 0;
        Whole perDay = 0;
        int limited = 0; //!< rows with a limit
        int counted = 0; //!< of these, with a known use
        int trends = 0; //!< of these, with a known trend
        int partly = 0; //!< whose limit is not the whole truth

        [[nodiscard]] QuotaRow::Cell cell(int resource, int rows) const;
    };

    int m_rows = 0;
    int m_unknown = 0;
    int m_otherKeys = 0;
    QHash<int, Sum> m_sums; //!< by resource

    void count(const QuotaRow &row, int sign);
    [[nodiscard]] static Whole nanos(double value);
    [[nodiscard]] static double units(Whole nanos);
};
