// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"

#include "backends/core/freed.h"

#include <QSslCertificate>
#include <QSslKey>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace {

using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;

QByteArray contents(const Bio &bio)
{
    char *data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, static_cast<qsizetype>(size));
}

Certificates::Pair toPem(X509 *certificate, EVP_PKEY *key)
{
    const Bio certificateBio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificateBio.get(), certificate);
    const Bio keyBio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PKCS8PrivateKey(keyBio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return {contents(certificateBio), contents(keyBio)};
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

Certificate blank(const QString &name, EVP_PKEY *key, qint64 from, qint64 lasting)
{
    static long serial = 1000;
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), from);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), from + lasting);
    X509_set_pubkey(certificate.get(), key);
    const QByteArray utf8 = name.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
        reinterpret_cast<const unsigned char *>(utf8.constData()), -1, -1, 0);
    return certificate;
}

} // namespace

Certificates::Pair Certificates::authority(const QString &name)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = blank(name, key.get(), -7200, 86400 * 30);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
    addExtension(certificate.get(), certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    return toPem(certificate.get(), key.get());
}

Certificates::Pair Certificates::issue(
    const Pair &issuer, const QString &commonName, const QString &host, qint64 validFrom, qint64 validFor)
{
    const Bio issuerBio(BIO_new_mem_buf(issuer.certificate.constData(), static_cast<int>(issuer.certificate.size())));
    const Certificate issuerCertificate(PEM_read_bio_X509(issuerBio.get(), nullptr, nullptr, nullptr));
    const Bio keyBio(BIO_new_mem_buf(issuer.key.constData(), static_cast<int>(issuer.key.size())));
    const Key issuerKey(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, nullptr, nullptr));

    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = blank(commonName, key.get(), validFrom, validFor);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuerCertificate.get()));
    if (!host.isEmpty()) {
        const bool isAddress = host.at(0).isDigit();
        addExtension(certificate.get(), issuerCertificate.get(), NID_subject_alt_name,
            (isAddress ? "IP:" : "DNS:") + host.toUtf8());
    }
    X509_sign(certificate.get(), issuerKey.get(), EVP_sha256());
    return toPem(certificate.get(), key.get());
}

QSslConfiguration Certificates::serverConfiguration(const Pair &pair)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(pair.certificate));
    configuration.setPrivateKey(QSslKey(pair.key, QSsl::Ec));
    return configuration;
}
