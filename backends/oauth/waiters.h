// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/credentials.h"

#include <list>

namespace OAuth {

//! Those who wait for one login.
class Waiters
{
public:
    //! Destroying the answer forgets \a ready.
    [[nodiscard]] std::unique_ptr<Http::Call> add(Http::Credentials::Ready ready);
    [[nodiscard]] bool empty() const { return m_list->empty(); }
    //! Tells those who wait now. Any of them may destroy this, or stop waiting.
    void answer(const Result<Http::Grant> &grant);

private:
    struct Waiter
    {
        quint64 serial;
        Http::Credentials::Ready ready;
    };
    using List = std::list<Waiter>;
    class Place;

    std::shared_ptr<List> m_list = std::make_shared<List>();
    quint64 m_serial = 0;
};

} // namespace OAuth
