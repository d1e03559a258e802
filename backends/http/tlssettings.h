// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QSslConfiguration>
#include <QString>

namespace Http {

//! How to make sure of the server, and how to prove who we are to it. PEM texts, each from data or else from a file.
struct TlsSettings
{
    QByteArray authorityData; //!< certificates to trust instead of the system's
    QString authorityFile;
    bool verify = true;
    QString verifyName; //!< name to find in the certificate and to send as SNI; empty: the URL's host
    QByteArray certificateData;
    QString certificateFile;
    QByteArray keyData;
    QString keyFile;

    [[nodiscard]] bool hasClientCertificate() const { return !certificateData.isEmpty() || !certificateFile.isEmpty(); }
};

//! Reads the files and builds what Qt wants. Error::Configuration or Error::ClientCertificate with the file in `where`;
//! the latter, with a cause, also when the key needs a passphrase or is another's, or the client certificate is not
//! valid at \a now (UTC; invalid: whenever that is).
[[nodiscard]] Result<QSslConfiguration> tlsConfiguration(const TlsSettings &settings, const QDateTime &now = {});

//! Who a client certificate says we are: Kubernetes takes the common name as user and organisations as groups.
struct CertificateIdentity
{
    QString user;
    QStringList groups;
    QDateTime expires; //!< UTC
};
[[nodiscard]] Result<CertificateIdentity> certificateIdentity(const TlsSettings &settings);

} // namespace Http
