// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/server/certificate.h"

#include "backends/core/freed.h"

#include <QDateTime>

#include <memory>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace Sandbox {

namespace {

using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using X509Owner = std::unique_ptr<X509, Freed<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;
using Serial = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;

Error failure()
{
    char text[256] = {};
    ERR_error_string_n(ERR_get_error(), text, sizeof text);
    return {Error::Kind::Configuration, 0, QString::fromLatin1(text), {}, {}};
}

std::string contents(const Bio &bio)
{
    char *data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    return data && size > 0 ? std::string(data, static_cast<size_t>(size)) : std::string();
}

Result<Certificate> toPem(X509 *certificate, EVP_PKEY *key)
{
    const Bio certificateText(BIO_new(BIO_s_mem()));
    const Bio keyText(BIO_new(BIO_s_mem()));
    if (!certificateText || !keyText || PEM_write_bio_X509(certificateText.get(), certificate) != 1
        || PEM_write_bio_PKCS8PrivateKey(keyText.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return failure();
    return Certificate{contents(certificateText), contents(keyText)};
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

//! RFC 5280, 4.1.2.2: positive, at most 20 octets, and no two alike of one issuer.
bool setSerial(X509 *certificate)
{
    const Serial number(BN_new());
    return number && BN_rand(number.get(), 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1
        && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

X509Owner blank(const std::string &name, EVP_PKEY *key, const QDateTime &now, int days)
{
    X509Owner certificate(X509_new());
    time_t at = now.toSecsSinceEpoch();
    if (!certificate || X509_set_version(certificate.get(), X509_VERSION_3) != 1 || !setSerial(certificate.get())
        || !X509_time_adj_ex(X509_getm_notBefore(certificate.get()), -1, 0, &at)
        || !X509_time_adj_ex(X509_getm_notAfter(certificate.get()), days, 0, &at)
        || X509_set_pubkey(certificate.get(), key) != 1
        || X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
               reinterpret_cast<const unsigned char *>(name.data()), static_cast<int>(name.size()), -1, 0)
            != 1)
        return nullptr;
    return certificate;
}

} // namespace

Result<Certificate> Certificate::authority(const std::string &name, const QDateTime &now)
{
    const Key key(EVP_EC_gen("P-256"));
    const X509Owner certificate = key ? blank(name, key.get(), now, 3650) : nullptr;
    X509 *const own = certificate.get();
    if (!own || X509_set_issuer_name(own, X509_get_subject_name(own)) != 1
        || !addExtension(own, own, NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        || !addExtension(own, own, NID_key_usage, "critical,keyCertSign,cRLSign")
        || !addExtension(own, own, NID_subject_key_identifier, "hash") || X509_sign(own, key.get(), EVP_sha256()) == 0)
        return failure();
    return toPem(own, key.get());
}

Result<Certificate> Certificate::server(const Certificate &issuer, const QDateTime &now)
{
    const Bio certificateText(BIO_new_mem_buf(issuer.certificate.data(), static_cast<int>(issuer.certificate.size())));
    const Bio keyText(BIO_new_mem_buf(issuer.key.data(), static_cast<int>(issuer.key.size())));
    const X509Owner issuing(PEM_read_bio_X509(certificateText.get(), nullptr, nullptr, nullptr));
    const Key issuingKey(PEM_read_bio_PrivateKey(keyText.get(), nullptr, nullptr, nullptr));
    const Key key(EVP_EC_gen("P-256"));
    const X509Owner certificate = key ? blank("pilothouse-sandbox", key.get(), now, 365) : nullptr;
    X509 *const own = certificate.get();
    if (!issuing || !issuingKey || !own || X509_set_issuer_name(own, X509_get_subject_name(issuing.get())) != 1
        || !addExtension(own, issuing.get(), NID_basic_constraints, "critical,CA:FALSE")
        || !addExtension(own, issuing.get(), NID_key_usage, "critical,digitalSignature")
        || !addExtension(own, issuing.get(), NID_ext_key_usage, "serverAuth")
        || !addExtension(own, issuing.get(), NID_authority_key_identifier, "keyid")
        || !addExtension(own, issuing.get(), NID_subject_alt_name, "IP:127.0.0.1,IP:0:0:0:0:0:0:0:1,DNS:localhost")
        || X509_sign(own, issuingKey.get(), EVP_sha256()) == 0)
        return failure();
    return toPem(own, key.get());
}

} // namespace Sandbox
