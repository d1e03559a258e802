// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/core/result.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace Http {

//! How requests say who sends them: headers to add to each. Lives in its transport's thread. The value of a credential
//! leaves an object of this type only as a header.
class Credentials
{
public:
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    virtual ~Credentials() = default;
    //! Error::Configuration when the credential cannot be had; `where` names the file.
    [[nodiscard]] virtual Result<Headers> headers() = 0;
    //! The server answered 401: do not use a cached value again.
    virtual void rejected() { }
};

class FixedCredentials final : public Credentials
{
public:
    [[nodiscard]] static std::unique_ptr<Credentials> none();
    [[nodiscard]] static std::unique_ptr<Credentials> bearer(const QString &token);
    [[nodiscard]] static std::unique_ptr<Credentials> basic(const QString &user, const QString &password);

    [[nodiscard]] Result<Headers> headers() override { return m_headers; }

private:
    Headers m_headers;
};

//! A bearer token in a file that somebody else renews. Read again after a minute at most, as client-go does; while it
//! cannot be read, the last good token goes on, then \a fallback.
class TokenFileCredentials final : public Credentials
{
public:
    TokenFileCredentials(QString file, QString fallback, const Clock &clock);

    [[nodiscard]] Result<Headers> headers() override;
    void rejected() override { m_readAt.reset(); }

private:
    static constexpr std::chrono::seconds rereadAfter{50};
    static constexpr qint64 maxTokenBytes = 64 * 1024;

    QString m_file;
    QString m_token;
    const Clock &m_clock;
    std::optional<std::chrono::milliseconds> m_readAt;
};

} // namespace Http
