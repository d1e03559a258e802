// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/login/fixedcredentials.h"

#include "backends/login/tokenexpiry.h"

namespace Login {

Http::Grant bearerGrant(const QString &token)
{
    Http::Grant grant;
    grant.headers = {{QByteArrayLiteral("Authorization"), QByteArrayLiteral("Bearer ") + token.toUtf8()}};
    grant.expires = tokenExpiry(token.toUtf8());
    return grant;
}

std::unique_ptr<Http::Credentials> FixedCredentials::none()
{
    return std::make_unique<FixedCredentials>();
}

std::unique_ptr<Http::Credentials> FixedCredentials::bearer(const QString &token)
{
    auto credentials = std::make_unique<FixedCredentials>();
    credentials->m_grant = bearerGrant(token);
    return credentials;
}

std::unique_ptr<Http::Credentials> FixedCredentials::basic(const QString &user, const QString &password)
{
    auto credentials = std::make_unique<FixedCredentials>();
    const QByteArray pair = user.toUtf8() + ':' + password.toUtf8();
    credentials->m_grant.headers
        = {{QByteArrayLiteral("Authorization"), QByteArrayLiteral("Basic ") + pair.toBase64()}};
    return credentials;
}

} // namespace Login
