// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/credentials.h"

#include <QFile>

namespace Http {

namespace {

Grant bearerGrant(const QString &token)
{
    Grant grant;
    grant.headers = {{QByteArrayLiteral("Authorization"), QByteArrayLiteral("Bearer ") + token.toUtf8()}};
    return grant;
}

} // namespace

std::unique_ptr<Credentials> FixedCredentials::none()
{
    return std::make_unique<FixedCredentials>();
}

std::unique_ptr<Credentials> FixedCredentials::bearer(const QString &token)
{
    auto credentials = std::make_unique<FixedCredentials>();
    credentials->m_grant = bearerGrant(token);
    return credentials;
}

std::unique_ptr<Credentials> FixedCredentials::basic(const QString &user, const QString &password)
{
    auto credentials = std::make_unique<FixedCredentials>();
    const QByteArray pair = user.toUtf8() + ':' + password.toUtf8();
    credentials->m_grant.headers
        = {{QByteArrayLiteral("Authorization"), QByteArrayLiteral("Basic ") + pair.toBase64()}};
    return credentials;
}

TokenFileCredentials::TokenFileCredentials(QString file, QString fallback, const Clock &clock)
    : m_file(std::move(file)), m_token(std::move(fallback)), m_clock(clock)
{
}

std::unique_ptr<Call> TokenFileCredentials::obtain(Ready ready)
{
    ready(read());
    return {};
}

Result<Grant> TokenFileCredentials::read()
{
    const auto now = m_clock.elapsed();
    if (!m_readAt || now - *m_readAt >= rereadAfter) {
        QFile file(m_file);
        QString token;
        if (file.open(QIODevice::ReadOnly))
            token = QString::fromUtf8(file.read(maxTokenBytes)).trimmed();
        if (!token.isEmpty()) {
            m_token = token;
            m_readAt = now;
        } else if (m_token.isEmpty()) {
            const QString reason = file.error() == QFile::NoError ? QStringLiteral("it is empty") : file.errorString();
            return Error{Error::Kind::Configuration, 0, plainDetail(reason), m_file, {}};
        }
    }
    return bearerGrant(m_token);
}

} // namespace Http
