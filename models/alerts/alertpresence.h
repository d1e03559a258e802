// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alertmatching.h"

//! What is wrong with the servers that alert: one that cannot be reached, one that misses the alert that always fires.
//! Only for the sources of this folder.
namespace AlertPresence {

//! Looks at what each server said last; fills AlertServer::watchdogMissing and lackingSince. \a everywhere: the
//! watchdog is missed also where nothing tells that there ever was one.
void look(const AlertMatching::Sources &sources, const QString &watchdog, bool everywhere, const QDateTime &now);
//! One row for each thing that is wrong, of the severity "watchdog".
[[nodiscard]] QList<Alert> rows(const AlertMatching::Sources &sources, const QString &watchdog);

} // namespace AlertPresence
