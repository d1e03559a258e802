// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

//! Why something outside could not be done: a closed set, so that whoever shows it can say what to do next.
//! A plain value; crosses threads. Holds no sentence for people (models/fleet/problem.h makes those) and no credential.
struct Error
{
    enum class Kind {
        Cancelled, //!< by us; never shown
        Configuration, //!< a file or setting that we cannot use: missing, malformed, contradictory
        Unsupported, //!< configured in a way that this version does not speak
        HostNotFound,
        Refused, //!< nobody listens there, or the way there is blocked
        ConnectionLost, //!< the connection broke before the answer was complete
        Proxy,
        Timeout, //!< connected, but no answer within the deadline
        CertificateUntrusted,
        CertificateExpired,
        CertificateWrongHost,
        ClientCertificate, //!< our certificate or key cannot be read, or the server refuses it
        Tls, //!< any other failure of the handshake
        BadRequest, //!< 400, 405, 406, 415, 422: the server does not understand us
        Unauthorized, //!< 401
        Forbidden, //!< 403
        NotFound, //!< 404
        Conflict, //!< 409
        Gone, //!< 410, or an ERROR event with that code: list again
        RateLimited, //!< 429
        Server, //!< 5xx
        Malformed, //!< an answer that is not what the protocol says
        TooLarge, //!< an answer beyond the bound we set for it
        LoginRequired, //!< a person has to log in, and nobody has yet
        LoginRefused, //!< the identity provider or a credential plugin said no; `facts` hold what it said
        PluginMissing, //!< a credential plugin's command is not to be found; `facts` name the places searched
        PluginFailed, //!< a credential plugin ended badly, took too long, or answered something else
    };

    //! Which of the things that a kind covers it is, where a person has to do something else for each.
    enum class Cause {
        Unspecified,
        FileMissing, //!< no kubeconfig in any place of `where`
        FileMalformed, //!< a kubeconfig that is not well-formed
        ContextMissing, //!< `facts` may name those there are
        KeyEncrypted, //!< the private key needs a passphrase
        KeyOfAnother, //!< the private key does not belong to the certificate
        KeyUnreadable, //!< no private key of a kind that we read
        OwnCertificateExpired, //!< or is not valid yet
        TerminalNeeded, //!< a plugin only works where a person can type
        ProviderGone, //!< a legacy auth-provider; `facts` name the plugin that took its place
    };

    //! Something more that is known, for the person who has to mend it. Plain text, no credential.
    struct Fact
    {
        enum class Kind {
            Command,
            SearchPath, //!< directories, one a line
            ExitStatus, //!< a number
            Output, //!< of its standard error
            Hint, //!< for people, by whoever wrote the configuration
            Contexts, //!< those that exist, separated by ", "
        };
        Kind kind = Kind::Output;
        QString text; //!< lines kept, at most maxFact characters

        bool operator==(const Fact &) const = default;
    };

    Kind kind = Kind::Server;
    int httpStatus = 0; //!< 0 when no answer came
    QString detail; //!< what the other side or the system said: plain text, at most maxDetail characters
    QString where; //!< host:port, path or file that it was about
    std::optional<std::chrono::seconds> retryAfter; //!< the server's own advice
    QList<Fact> facts = {};
    Cause cause = Cause::Unspecified;

    static constexpr int maxDetail = 400;
    static constexpr int maxFact = 4000;

    bool operator==(const Error &) const = default;

    //! Whether the same request may work later without anybody changing anything.
    [[nodiscard]] bool transient() const;
};

//! Cuts to Error::maxDetail, and turns control characters into spaces: what servers say is not to be trusted.
[[nodiscard]] QString plainDetail(QStringView text);
//! Cuts to Error::maxFact, keeping the end, where programs say why they end. Keeps lines; removes escape sequences of
//! terminals and turns other control characters into spaces.
[[nodiscard]] QString plainFact(QStringView text);

Q_DECLARE_METATYPE(Error)
