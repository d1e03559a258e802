// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alertstore.h"

#include <QHash>

//! Alerts that ended in the last day: what this console saw end, and what Prometheus remembers. Bounded. Only for the
//! sources of this folder.
class EndedAlerts
{
public:
    static constexpr qsizetype most = 20'000;

    //! \a now: UTC.
    void add(const Alert &alert, const QDateTime &now);
    //! Of before this console looked; false when it is known already.
    bool remember(const Alert &alert, const QDateTime &ended);
    //! Forgets what ended more than a day before \a now.
    void prune(const QDateTime &now);
    [[nodiscard]] const QList<EndedAlert> &list() const { return m_list; }

private:
    QList<EndedAlert> m_list; // the newest first
    QHash<QString, int> m_keys; // of how many in the list
};
