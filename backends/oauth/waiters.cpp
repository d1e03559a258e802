// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/waiters.h"

namespace OAuth {

class Waiters::Place final : public Http::Call
{
public:
    Place(const std::shared_ptr<List> &list, quint64 serial) : m_list(list), m_serial(serial) { }
    ~Place() override
    {
        if (const auto list = m_list.lock())
            list->remove_if([this](const Waiter &waiter) { return waiter.serial == m_serial; });
    }
    Q_DISABLE_COPY_MOVE(Place)

private:
    std::weak_ptr<List> m_list;
    quint64 m_serial;
};

std::unique_ptr<Http::Call> Waiters::add(Http::Credentials::Ready ready)
{
    m_list->push_back({++m_serial, std::move(ready)});
    return std::make_unique<Place>(m_list, m_serial);
}

void Waiters::answer(const Result<Http::Grant> &grant)
{
    const auto list = m_list; // outlives this
    const quint64 last = m_serial;
    while (!list->empty() && list->front().serial <= last) {
        const auto ready = std::move(list->front().ready);
        list->pop_front();
        ready(grant);
    }
}

} // namespace OAuth
