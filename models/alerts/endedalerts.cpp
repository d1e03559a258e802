// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/endedalerts.h"

#include <algorithm>

void EndedAlerts::add(const Alert &alert, const QDateTime &now)
{
    m_list.prepend({alert, now});
    ++m_keys[alert.key];
    prune(now);
}

bool EndedAlerts::remember(const Alert &alert, const QDateTime &ended)
{
    if (m_keys.contains(alert.key) || m_list.size() >= most)
        return false;
    const auto place = std::lower_bound(m_list.begin(), m_list.end(), ended,
        [](const EndedAlert &one, const QDateTime &time) { return one.ended > time; });
    m_list.insert(place, {alert, ended});
    ++m_keys[alert.key];
    return true;
}

void EndedAlerts::prune(const QDateTime &now)
{
    const QDateTime dayAgo = now.addDays(-1);
    while (!m_list.isEmpty() && (m_list.size() > most || m_list.last().ended < dayAgo)) {
        const auto known = m_keys.find(m_list.last().alert.key);
        if (--*known == 0)
            m_keys.erase(known);
        m_list.removeLast();
    }
}
