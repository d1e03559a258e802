// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/networkerror.h"

#include <QLocale>

namespace Http {

namespace {

//! The gravest certificate error decides: who signed it matters more than when it expires or for whom it is.
Error::Kind certificateKind(const QList<QSslError> &errors)
{
    auto kind = Error::Kind::Tls;
    for (const QSslError &error : errors) {
        switch (error.error()) {
        case QSslError::UnableToGetIssuerCertificate:
        case QSslError::UnableToGetLocalIssuerCertificate:
        case QSslError::UnableToVerifyFirstCertificate:
        case QSslError::SelfSignedCertificate:
        case QSslError::SelfSignedCertificateInChain:
        case QSslError::CertificateUntrusted:
        case QSslError::CertificateRejected:
        case QSslError::CertificateSignatureFailed:
        case QSslError::InvalidCaCertificate:
        case QSslError::CertificateRevoked:
            return Error::Kind::CertificateUntrusted;
        case QSslError::CertificateExpired:
        case QSslError::CertificateNotYetValid:
            kind = Error::Kind::CertificateExpired;
            break;
        case QSslError::HostNameMismatch:
            if (kind == Error::Kind::Tls)
                kind = Error::Kind::CertificateWrongHost;
            break;
        default:
            break;
        }
    }
    return kind;
}

Error::Kind kindOf(QNetworkReply::NetworkError code)
{
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        return Error::Kind::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::UnknownNetworkError: // no route, network unreachable
    case QNetworkReply::BackgroundRequestNotAllowedError:
        return Error::Kind::Refused;
    case QNetworkReply::TimeoutError:
        return Error::Kind::Timeout;
    case QNetworkReply::OperationCanceledError:
        return Error::Kind::Cancelled;
    case QNetworkReply::SslHandshakeFailedError:
        return Error::Kind::Tls;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return Error::Kind::Proxy;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError: // a body that does not unpack
        return Error::Kind::Malformed;
    default:
        return Error::Kind::ConnectionLost;
    }
}

} // namespace

Error networkError(
    QNetworkReply::NetworkError code, const QString &text, const QList<QSslError> &tls, const QString &where)
{
    Error error{kindOf(code), 0, plainDetail(text), where, {}};
    if (!tls.isEmpty()) {
        error.kind = certificateKind(tls);
        error.detail = plainDetail(tls.first().errorString());
    }
    return error;
}

std::optional<std::chrono::seconds> retryAfter(const QByteArray &header, const QDateTime &now)
{
    constexpr qint64 longest = 3600;
    bool isNumber = false;
    qint64 seconds = header.trimmed().toLongLong(&isNumber);
    if (!isNumber) {
        // RFC 9110's preferred form; the obsolete ones are not worth the code
        QDateTime date = QLocale::c().toDateTime(
            QString::fromLatin1(header.trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
        if (!date.isValid())
            return {};
        date.setTimeSpec(Qt::UTC);
        seconds = now.secsTo(date);
    }
    return std::chrono::seconds(qBound<qint64>(0, seconds, longest));
}

} // namespace Http
