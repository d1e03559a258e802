// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/privatekey.h"

#include "backends/core/freed.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace Http {

namespace {

using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;

Bio reading(const QByteArray &text)
{
    return Bio(BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())));
}

//! Without one OpenSSL would ask on the terminal that the console was started from.
int noPassphrase(char *, int, int, void *asked)
{
    *static_cast<bool *>(asked) = true;
    return -1;
}

Error unusable(Error::Cause cause, const QString &reason)
{
    ERR_clear_error();
    Error error{Error::Kind::ClientCertificate, 0, reason, {}, {}};
    error.cause = cause;
    return error;
}

//! As PKCS#8 without encryption, the one form that Qt reads for every algorithm.
QByteArray plainForm(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    char *data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, static_cast<qsizetype>(size));
}

} // namespace

Result<QSslKey> privateKey(const QByteArray &pem, const QByteArray &certificate)
{
    bool passphrase = false;
    const Key key(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, noPassphrase, &passphrase));
    if (!key && (passphrase || pem.contains("ENCRYPTED")))
        return unusable(Error::Cause::KeyEncrypted, QStringLiteral("the key is encrypted with a passphrase"));
    if (!key)
        return unusable(
            Error::Cause::KeyUnreadable, QStringLiteral("it holds no private key in a form that can be read"));
    const int kind = EVP_PKEY_get_base_id(key.get());
    if (kind != EVP_PKEY_RSA && kind != EVP_PKEY_EC)
        return unusable(Error::Cause::KeyUnreadable, QStringLiteral("the private key is neither RSA nor EC"));
    const Certificate own(PEM_read_bio_X509(reading(certificate).get(), nullptr, noPassphrase, &passphrase));
    if (own && X509_check_private_key(own.get(), key.get()) != 1)
        return unusable(
            Error::Cause::KeyOfAnother, QStringLiteral("the private key does not belong to the certificate"));
    const QSslKey read(plainForm(key.get()), kind == EVP_PKEY_RSA ? QSsl::Rsa : QSsl::Ec, QSsl::Pem, QSsl::PrivateKey);
    if (read.isNull())
        return unusable(Error::Cause::KeyUnreadable, QStringLiteral("the private key cannot be used for TLS"));
    return read;
}

} // namespace Http
