// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/credentials.h"

#include <QString>

namespace Login {

//! A bearer token in a file that somebody else renews. Whether it changed is looked at once a second at most (its time,
//! size and inode behind all links, because projected tokens change by a link), and after a minute it is read anyhow,
//! as client-go does; at once after a refusal. While it cannot be read, the last good token goes on, then \a fallback.
class TokenFileCredentials final : public Http::Credentials
{
public:
    TokenFileCredentials(QString file, QString fallback, const Clock &clock);

    [[nodiscard]] std::unique_ptr<Http::Call> obtain(Ready ready) override;
    void rejected() override { m_readAt.reset(); }
    [[nodiscard]] QDateTime expires() const override { return m_expires; }

private:
    //! What tells one state of the file from another without reading it.
    struct Stamp
    {
        quint64 device = 0;
        quint64 inode = 0;
        qint64 size = -1;
        qint64 changed = 0; //!< nanoseconds

        bool operator==(const Stamp &) const = default;
    };
    static constexpr std::chrono::seconds rereadAfter{50};
    static constexpr std::chrono::seconds lookAfter{1};
    static constexpr qint64 maxTokenBytes = 64 * 1024;

    QString m_file;
    QString m_token;
    QDateTime m_expires;
    const Clock &m_clock;
    Stamp m_stamp;
    std::optional<std::chrono::milliseconds> m_readAt;
    std::chrono::milliseconds m_lookedAt{0};

    [[nodiscard]] Result<Http::Grant> read();
    [[nodiscard]] bool due();
    [[nodiscard]] Stamp stamp() const;
    void setToken(const QString &token);
};

} // namespace Login
