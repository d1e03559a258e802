// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/endedalerts.h"

#include <algorithm>

void EndedAlerts::add(const Alert &alert, const QDateTime &now)
{
    m_list.prepend({alert, now});
    m_keys.insert(alert.key);
    prune(now);
}

bool EndedAlerts::remember(const Alert &alert, const QDateTime &ended)
{
    if (m_keys.contains(alert.key) || m_list.size() >= most)
        return false;
    const auto place = std::lower_bound(m_list.begin(), m_list.end(), ended,
        [](const EndedAlert &one, const QDateTime &time) { return one.ended > time; });
    m_list.insert(place, {alert, ended});
    m_keys.insert(alert.key);
    return true;
}

void EndedAlerts::prune(const QDateTime &now)
{
    const QDateTime dayAgo = now.addDays(-1);
    const qsizetype before = m_list.size();
    while (!m_list.isEmpty() && (m_list.size() > most || m_list.last().ended < dayAgo))
        m_list.removeLast();
    if (m_list.size() == before)
        return;
    m_keys.clear();
    for (const EndedAlert &ended : std::as_const(m_list))
        m_keys.insert(ended.alert.key);
}
