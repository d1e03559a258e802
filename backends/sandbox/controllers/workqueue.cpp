// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/workqueue.h"

namespace Sandbox {

void WorkQueue::add(const Uid &uid, Time due)
{
    const auto found = m_due.find(uid);
    if (found == m_due.end() || std::get<0>(*found->second) > due)
        set(uid, due);
}

void WorkQueue::set(const Uid &uid, Time due)
{
    remove(uid);
    m_due[uid] = m_order.emplace(due, ++m_serial, uid).first;
}

void WorkQueue::remove(const Uid &uid)
{
    const auto found = m_due.find(uid);
    if (found == m_due.end())
        return;
    m_order.erase(found->second);
    m_due.erase(found);
}

std::optional<Uid> WorkQueue::take(Time now)
{
    if (m_order.empty() || std::get<0>(*m_order.begin()) > now)
        return std::nullopt;
    const Uid uid = std::get<2>(*m_order.begin());
    remove(uid);
    return uid;
}

std::optional<WorkQueue::Time> WorkQueue::next() const
{
    return m_order.empty() ? std::nullopt : std::optional(std::get<0>(*m_order.begin()));
}

} // namespace Sandbox
