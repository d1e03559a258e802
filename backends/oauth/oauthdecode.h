// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

//! What identity providers say, read without trust. Pure functions, any thread, fuzzed. Errors never hold a token.
namespace OAuth {

//! A discovery document (OpenID Connect Discovery 1.0, 3; RFC 8414, 2; RFC 8628, 4).
struct Metadata
{
    QString issuer;
    QUrl authorization; //!< empty when the provider has none; so the others
    QUrl token;
    QUrl deviceAuthorization;
    bool issuerInRedirect = false; //!< a redirect without "iss" is not the provider's (RFC 9207)
    bool secretInBody = false; //!< takes client_secret_post and not client_secret_basic

    bool operator==(const Metadata &) const = default;
};

//! Whether a secret may be sent there: https, or http to this very machine.
[[nodiscard]] bool trustworthy(const QUrl &endpoint);

//! Error::Malformed when it is none, names another issuer than \a issuer, byte for byte, or an endpoint that is not
//! trustworthy().
[[nodiscard]] Result<Metadata> decodeMetadata(QByteArrayView bytes, const QString &issuer);

//! The answer of a token endpoint (RFC 6749, 5.1). Holds secrets: never log, export or print one.
struct Tokens
{
    QString access;
    QString id; //!< a JWT; empty without OpenID Connect
    QString refresh; //!< empty: none, or the one before goes on
    std::optional<std::chrono::seconds> lifetime; //!< of the access token
};
[[nodiscard]] Result<Tokens> decodeTokens(QByteArrayView bytes);

//! The answer of a device authorization endpoint (RFC 8628, 3.2).
struct DeviceCode
{
    QString code; //!< a secret
    QString userCode;
    QUrl page; //!< where the person goes; with the code in it where the provider offers that
    std::chrono::seconds lifetime{};
    std::chrono::seconds interval{5};
};
[[nodiscard]] Result<DeviceCode> decodeDeviceCode(QByteArrayView bytes);

//! What an answer outside 2xx means (RFC 6749, 5.2): Error::LoginRefused when the provider names a reason.
[[nodiscard]] Error decodeRefusal(int status, QByteArrayView body);
//! The provider's word for it, as in "invalid_grant"; empty when it gave none.
[[nodiscard]] QString refusalCode(const Error &error);
[[nodiscard]] Error refusal(const QString &code, const QString &description);

//! Claims of an ID token (OpenID Connect Core 1.0, 2).
struct IdToken
{
    QString issuer;
    QString subject;
    QStringList audience;
    QString authorizedParty;
    QString nonce;
    QDateTime expires; //!< UTC
    QDateTime issuedAt; //!< UTC; invalid when it does not say
};
//! Does not check the signature: see OidcCredentials.
[[nodiscard]] Result<IdToken> decodeIdToken(const QString &token);

struct ExpectedIdToken
{
    QString issuer;
    QString clientId;
    QString nonce; //!< empty: any, for refreshed tokens
    QString subject; //!< empty: any, for the first
};
//! Why \a token is not for us now (OpenID Connect Core 1.0, 3.1.3.7); Error::LoginRefused.
[[nodiscard]] std::optional<Error> objection(
    const IdToken &token, const ExpectedIdToken &expected, const QDateTime &now);
//! Likewise, of the ID token among \a tokens; none when there is no ID token.
[[nodiscard]] std::optional<Error> objection(
    const Tokens &tokens, const ExpectedIdToken &expected, const QDateTime &now);

//! The parameters with which a browser comes back.
struct Redirect
{
    QString code;
    QString state;
    QString issuer;
    QString error;
    QString description;
};
//! The head of an HTTP request. Error::NotFound when it is none for GET \a path, Error::Malformed when a parameter is
//! there twice or there is neither a code nor an error.
[[nodiscard]] Result<Redirect> decodeRedirect(QByteArrayView head, QByteArrayView path);

} // namespace OAuth
