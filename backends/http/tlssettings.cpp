// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/tlssettings.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace Http {

namespace {

constexpr qint64 maxPemBytes = 4 * 1024 * 1024;

Result<QByteArray> material(const QByteArray &data, const QString &path, Error::Kind kind)
{
    if (!data.isEmpty())
        return data;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{kind, 0, plainDetail(file.errorString()), path, {}};
    return file.read(maxPemBytes);
}

Result<QList<QSslCertificate>> certificates(const QByteArray &data, const QString &path, Error::Kind kind)
{
    const auto pem = material(data, path, kind);
    if (!pem)
        return pem.error();
    auto list = QSslCertificate::fromData(*pem, QSsl::Pem);
    list.removeIf([](const QSslCertificate &certificate) { return certificate.isNull(); });
    if (list.isEmpty())
        return Error{kind, 0, QStringLiteral("it holds no PEM certificate"), path, {}};
    return list;
}

Result<QSslKey> privateKey(const TlsSettings &settings)
{
    const auto pem = material(settings.keyData, settings.keyFile, Error::Kind::ClientCertificate);
    if (!pem)
        return pem.error();
    for (const auto algorithm : {QSsl::Ec, QSsl::Rsa, QSsl::Dsa}) {
        const QSslKey key(*pem, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull())
            return key;
    }
    const QString reason = pem->contains("ENCRYPTED") ? QStringLiteral("the private key is encrypted")
                                                      : QStringLiteral("it holds no private key that can be read");
    return Error{Error::Kind::ClientCertificate, 0, reason, settings.keyFile, {}};
}

} // namespace

Result<QSslConfiguration> tlsConfiguration(const TlsSettings &settings)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!settings.authorityData.isEmpty() || !settings.authorityFile.isEmpty()) {
        const auto authorities
            = certificates(settings.authorityData, settings.authorityFile, Error::Kind::Configuration);
        if (!authorities)
            return authorities.error();
        configuration.setCaCertificates(*authorities);
    }
    if (!settings.verify)
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (settings.hasClientCertificate()) {
        const auto chain
            = certificates(settings.certificateData, settings.certificateFile, Error::Kind::ClientCertificate);
        if (!chain)
            return chain.error();
        const auto key = privateKey(settings);
        if (!key)
            return key.error();
        configuration.setLocalCertificateChain(*chain);
        configuration.setPrivateKey(*key);
    }
    return configuration;
}

Result<CertificateIdentity> certificateIdentity(const TlsSettings &settings)
{
    const auto chain = certificates(settings.certificateData, settings.certificateFile, Error::Kind::ClientCertificate);
    if (!chain)
        return chain.error();
    const QSslCertificate &own = chain->first();
    return CertificateIdentity{own.subjectInfo(QSslCertificate::CommonName).value(0),
        own.subjectInfo(QSslCertificate::Organization), own.expiryDate().toUTC()};
}

} // namespace Http
