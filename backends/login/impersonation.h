// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/credentials.h"

#include <QStringList>

namespace Login {

//! Whom to act as: Kubernetes checks that we may, then treats the request as that user's. A plain value.
struct Impersonation
{
    QString user; //!< empty: nobody else
    QString uid;
    QStringList groups;
    QList<QPair<QString, QStringList>> extra;

    bool operator==(const Impersonation &) const = default;
};

//! The headers that say so: one Impersonate-Group for each group and one Impersonate-Extra-KEY for each value, so names
//! repeat; what a header's name cannot have in KEY is percent-encoded, as client-go does. Error::Configuration for what
//! a header cannot carry: control characters, or blanks at either end.
[[nodiscard]] Result<QList<QPair<QByteArray, QByteArray>>> impersonationHeaders(const Impersonation &who);

//! Other credentials, acting as somebody else.
class ImpersonatingCredentials final : public Http::Credentials
{
public:
    //! \a headers are impersonationHeaders().
    ImpersonatingCredentials(std::unique_ptr<Http::Credentials> own, QList<QPair<QByteArray, QByteArray>> headers);

    [[nodiscard]] std::unique_ptr<Http::Call> obtain(Ready ready) override;
    void rejected() override { m_own->rejected(); }
    void logInAgain() override { m_own->logInAgain(); }
    [[nodiscard]] bool canLogIn() const override { return m_own->canLogIn(); }
    [[nodiscard]] QDateTime expires() const override { return m_own->expires(); }
    [[nodiscard]] bool remembered() const override { return m_own->remembered(); }
    [[nodiscard]] std::optional<Http::LoginPrompt> prompt() const override { return m_own->prompt(); }

private:
    std::unique_ptr<Http::Credentials> m_own;
    QList<QPair<QByteArray, QByteArray>> m_headers;
};

} // namespace Login
