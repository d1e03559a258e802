// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/freshness.h"

#include <QMetaType>
#include <QString>

#include <optional>

//! What the nodes of one cluster can give to pods: the sum of their status.allocatable, which is what the scheduler
//! counts against (capacity less what is kept for the system). An amount is empty while nodes may not be read: unknown
//! is not zero.
struct ClusterCapacity
{
    QString clusterId; //!< ClusterItem::id
    int nodes = 0; //!< those that pods can be put on
    std::optional<double> cpu; //!< cores
    std::optional<double> memory; //!< bytes
    std::optional<double> pods;
    Freshness freshness;

    bool operator==(const ClusterCapacity &) const = default;
};

Q_DECLARE_METATYPE(ClusterCapacity)
