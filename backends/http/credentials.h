// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/http/call.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPair>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace Http {

//! What proves to a server who we are. Holds secrets: never log, export or print one.
struct Grant
{
    QList<QPair<QByteArray, QByteArray>> headers; //!< to add to each request
    QByteArray certificate; //!< PEM, for the connection; takes the place of TlsSettings' when not empty
    QByteArray key; //!< PEM, of `certificate`
    QDateTime expires; //!< UTC; invalid when it does not, or nobody tells
};

//! What a person has to do for a login to go on: open `url`, and type `userCode` there if there is one. No secret.
struct LoginPrompt
{
    QUrl url;
    QString userCode; //!< of the device flow; empty otherwise
    QDateTime expires; //!< UTC; after it the login has failed

    bool operator==(const LoginPrompt &) const = default;
};

//! How requests say who sends them. Lives in its transport's thread. The value of a credential leaves an object of this
//! type only inside a Grant.
class Credentials
{
public:
    using Ready = std::function<void(const Result<Grant> &)>;

    virtual ~Credentials() = default;
    //! Calls \a ready once: before this returns when the grant is at hand (the answer is null then), otherwise later.
    //! However many ask, there is one login at a time (single-flight); destroying the call only forgets who asked.
    //! Error::Configuration when the credential cannot be had (`where` names the file), else one of the login kinds.
    [[nodiscard]] virtual std::unique_ptr<Call> obtain(Ready ready) = 0;
    //! The server answered 401: do not use a cached value again.
    virtual void rejected() { }
    //! The person wants to log in now, whatever is cached; a browser may be asked for.
    virtual void logInAgain() { rejected(); }
    //! Whether logInAgain() can lead to another grant without anybody changing a file.
    [[nodiscard]] virtual bool canLogIn() const { return false; }
    //! Of the grant that is in use, UTC; invalid when it does not, or nobody tells.
    [[nodiscard]] virtual QDateTime expires() const { return {}; }
    //! Set while a login waits for a person.
    [[nodiscard]] virtual std::optional<LoginPrompt> prompt() const { return {}; }
    //! False when a login was to outlive the console and cannot: nothing keeps it.
    [[nodiscard]] virtual bool remembered() const { return true; }
    //! \a changed is called, in the thread of this, when expires(), prompt() or remembered() may answer something else.
    void onChange(std::function<void()> changed) { m_changed = std::move(changed); }

protected:
    void changed() const
    {
        if (m_changed)
            m_changed();
    }

private:
    std::function<void()> m_changed;
};

} // namespace Http
