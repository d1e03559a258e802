// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/credentials.h"

#include <memory>
#include <utility>
#include <vector>

namespace Login {

//! Those who wait for one login and are all told how it ended. Belongs to one thread.
class Waiters
{
public:
    //! Destroying the call forgets who asked.
    [[nodiscard]] std::unique_ptr<Http::Call> add(Http::Credentials::Ready ready)
    {
        auto entry = std::make_shared<Http::Credentials::Ready>(std::move(ready));
        m_entries.push_back(entry);
        return std::make_unique<Place>(std::move(entry));
    }
    //! Whoever is told may ask again, stop others from waiting, or destroy the credentials and this with them.
    void tell(const Result<Http::Grant> &outcome)
    {
        const auto entries = std::exchange(m_entries, {});
        for (const auto &entry : entries) {
            if (const auto ready = std::exchange(*entry, nullptr))
                ready(outcome);
        }
    }

private:
    class Place final : public Http::Call
    {
    public:
        explicit Place(std::shared_ptr<Http::Credentials::Ready> entry) : m_entry(std::move(entry)) { }
        ~Place() override { *m_entry = nullptr; }
        Q_DISABLE_COPY_MOVE(Place)

    private:
        std::shared_ptr<Http::Credentials::Ready> m_entry;
    };

    std::vector<std::shared_ptr<Http::Credentials::Ready>> m_entries;
};

} // namespace Login
