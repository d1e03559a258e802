// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/login/tokenfilecredentials.h"

#include "backends/login/fixedcredentials.h"
#include "backends/login/tokenexpiry.h"

#include <QFile>

#include <sys/stat.h>

namespace Login {

TokenFileCredentials::TokenFileCredentials(QString file, QString fallback, const Clock &clock)
    : m_file(std::move(file)), m_clock(clock)
{
    setToken(fallback);
}

std::unique_ptr<Http::Call> TokenFileCredentials::obtain(Ready ready)
{
    ready(read());
    return {};
}

void TokenFileCredentials::setToken(const QString &token)
{
    m_token = token;
    m_expires = tokenExpiry(token.toUtf8());
}

TokenFileCredentials::Stamp TokenFileCredentials::stamp() const
{
    struct stat info
    {
    };
    if (::stat(QFile::encodeName(m_file).constData(), &info) != 0)
        return {};
    return {info.st_dev, info.st_ino, info.st_size, qint64(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec};
}

bool TokenFileCredentials::due()
{
    const auto now = m_clock.elapsed();
    if (!m_readAt || now - *m_readAt >= rereadAfter)
        return true;
    if (now - m_lookedAt < lookAfter)
        return false;
    m_lookedAt = now;
    return stamp() != m_stamp;
}

Result<Http::Grant> TokenFileCredentials::read()
{
    if (due()) {
        m_lookedAt = m_clock.elapsed();
        m_stamp = stamp(); // before reading: a change in between is seen next time
        QFile file(m_file);
        QString token;
        if (file.open(QIODevice::ReadOnly))
            token = QString::fromUtf8(file.read(maxTokenBytes)).trimmed();
        if (!token.isEmpty()) {
            setToken(token);
            m_readAt = m_clock.elapsed();
        } else if (m_token.isEmpty()) {
            const QString reason = file.error() == QFile::NoError ? QStringLiteral("it is empty") : file.errorString();
            return Error{Error::Kind::Configuration, 0, plainDetail(reason), m_file, {}};
        }
    }
    return bearerGrant(m_token);
}

} // namespace Login
