// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslConfiguration>
#include <QString>

//! Certificates made on the spot with OpenSSL, because a key in the repository would look like a secret and expire.
namespace Certificates {

struct Pair
{
    QByteArray certificate; //!< PEM
    QByteArray key; //!< PEM, PKCS#8
};

//! A self-signed authority.
[[nodiscard]] Pair authority(const QString &name);
//! Signed by \a issuer. \a host is an address or a DNS name for the server's name; empty for a client. \a validFrom and
//! \a validFor are seconds from now.
[[nodiscard]] Pair issue(const Pair &issuer, const QString &commonName, const QString &host, qint64 validFrom = -3600,
    qint64 validFor = 86400);
//! For a server.
[[nodiscard]] QSslConfiguration serverConfiguration(const Pair &pair);

} // namespace Certificates
