// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/tlssettings.h"

#include "backends/http/privatekey.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <optional>

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

//! Of the certificate's owner; \a now may be invalid, then the time does not count.
std::optional<Error> outOfDate(const QSslCertificate &certificate, const QDateTime &now, const QString &path)
{
    if (!now.isValid() || (now >= certificate.effectiveDate() && now <= certificate.expiryDate()))
        return {};
    const bool early = now < certificate.effectiveDate();
    const QDateTime when = (early ? certificate.effectiveDate() : certificate.expiryDate()).toUTC();
    const QString reason = early ? QStringLiteral("the certificate is not valid before ")
                                 : QStringLiteral("the certificate expired at ");
    Error error{Error::Kind::ClientCertificate, 0, plainDetail(QString(reason + when.toString(Qt::ISODate))), path, {}};
    error.cause = Error::Cause::OwnCertificateExpired;
    return error;
}

std::optional<Error> addClientCertificate(
    QSslConfiguration &configuration, const TlsSettings &settings, const QDateTime &now)
{
    constexpr auto kind = Error::Kind::ClientCertificate;
    const auto chain = certificates(settings.certificateData, settings.certificateFile, kind);
    if (!chain)
        return chain.error();
    const auto pem = material(settings.keyData, settings.keyFile, kind);
    if (!pem)
        return pem.error();
    const auto key = privateKey(*pem, chain->first().toPem());
    if (!key) {
        Error error = key.error();
        error.where = settings.keyFile;
        return error;
    }
    if (const auto error = outOfDate(chain->first(), now, settings.certificateFile))
        return error;
    configuration.setLocalCertificateChain(*chain);
    configuration.setPrivateKey(*key);
    return {};
}

} // namespace

Result<QSslConfiguration> tlsConfiguration(const TlsSettings &settings, const QDateTime &now)
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
        if (const auto error = addClientCertificate(configuration, settings, now))
            return *error;
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
