// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alertsource.h"

#include <memory>
#include <vector>

//! Finds the alert of an Alertmanager that one of Prometheus is. Mostly they have the same fingerprint once Prometheus'
//! external labels are added; where labels are dropped or added on the way (alert_relabel_configs), or the server does
//! not tell its external labels, they are matched by what they have in common. Only for the sources of this folder.
namespace AlertMatching {

using Sources = std::vector<std::unique_ptr<AlertSource>>;

//! Moves alerts of each Prometheus under the fingerprint that Alertmanagers have for them, and back under their own
//! when none has it any more. Returns all fingerprints whose rows are to be made anew.
[[nodiscard]] QList<quint64> settle(const Sources &sources);

} // namespace AlertMatching
