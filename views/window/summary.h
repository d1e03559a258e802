// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/clusterlistmodel.h"
#include "views/common/sign.h"

#include <QString>

//! How sure we are of everything shown, in one line.
struct Summary
{
    Sign sign;
    QString text;
};

[[nodiscard]] Summary summarise(const QList<ClusterItem> &clusters, int tenants);
