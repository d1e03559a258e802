// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/usage.h"

#include <QList>
#include <QString>

#include <optional>

//! One row of the quota board: a tenant in a cluster, a tenant over its clusters, or a cluster over its tenants.
struct QuotaRow
{
    struct Cell
    {
        int resource = 0; //!< QuotaColumns::resources()
        Usage usage;
        std::optional<double> perDay; //!< where what is reserved is going, base units a day

        bool operator==(const Cell &) const = default;
    };
    //! When a limit is reached, and which.
    struct Wall
    {
        std::optional<qint64> time; //!< seconds since 1970; empty: not as far as the forecast goes
        QString resource;

        bool operator==(const Wall &) const = default;
    };

    QString key;
    QString tenant; //!< empty in a row of a cluster
    QString clusterId; //!< empty in a row of a tenant over its clusters
    QString cluster; //!< its name
    int members = 1; //!< how many tenants in clusters the row adds up
    bool quotasKnown = false; //!< of all of them
    QList<Cell> cells; //!< by resource; a key that no quota has is not there
    int otherKeys = 0; //!< keys for which there is no column
    bool forecastKnown = false;
    Wall wall50;
    Wall wall90;
    QList<int> clusters; //!< QuotaBoardModel's numbers of them

    bool operator==(const QuotaRow &) const = default;

    [[nodiscard]] const Cell *find(int resource) const
    {
        for (const Cell &cell : cells) {
            if (cell.resource == resource)
                return &cell;
        }
        return nullptr;
    }
};
