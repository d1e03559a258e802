// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alertmatching.h"
#include "models/alerts/alertmerge.h"
#include "models/alerts/silence.h"

namespace Alertmanager {
struct Matcher;
} // namespace Alertmanager

//! Makes one truth of what several Alertmanagers say of silences. Only for the sources of this folder. Pure.
namespace SilenceMerge {

//! Those that silence or will, and those that ended in the day before \a now. \a counts: alerts by the id of a silence
//! that silences them.
[[nodiscard]] QList<Silence> rows(
    const AlertMatching::Sources &sources, const QHash<QString, qlonglong> &counts, const QDateTime &now);
//! By the fingerprint of the alert that is claimed.
[[nodiscard]] QHash<quint64, AlertMerge::Claim> claims(const AlertMatching::Sources &sources);
//! The key of the alert that these matchers claim; empty: they claim none.
[[nodiscard]] QString claimOf(const QList<Alertmanager::Matcher> &matchers);

} // namespace SilenceMerge
