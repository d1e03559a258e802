// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/credentials.h"

#include <QString>

namespace Login {

//! The headers of a bearer token, and when it says it expires.
[[nodiscard]] Http::Grant bearerGrant(const QString &token);

//! What never changes, as a kubeconfig or a URL says it.
class FixedCredentials final : public Http::Credentials
{
public:
    [[nodiscard]] static std::unique_ptr<Http::Credentials> none();
    [[nodiscard]] static std::unique_ptr<Http::Credentials> bearer(const QString &token);
    [[nodiscard]] static std::unique_ptr<Http::Credentials> basic(const QString &user, const QString &password);

    [[nodiscard]] std::unique_ptr<Http::Call> obtain(Ready ready) override
    {
        ready(m_grant);
        return {};
    }
    [[nodiscard]] QDateTime expires() const override { return m_grant.expires; }

private:
    Http::Grant m_grant;
};

} // namespace Login
