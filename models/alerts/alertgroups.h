// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert.h"
#include "models/alerts/alertgroup.h"

//! Groups of alerts. Only for the sources of this folder. Pure.
namespace AlertGroups {

//! The value of \a alert by which it is grouped: "tenant", "slo", "cluster", "severity", "alertname", "state", "owner",
//! "source", or the name of a label.
[[nodiscard]] QString keyOf(const Alert &alert, const QString &grouping);
[[nodiscard]] QList<AlertGroup> of(const QList<Alert> &alerts, const QString &grouping);

} // namespace AlertGroups
