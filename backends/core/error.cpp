// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/error.h"

bool Error::transient() const
{
    switch (kind) {
    case Kind::HostNotFound:
    case Kind::Refused:
    case Kind::ConnectionLost:
    case Kind::Proxy:
    case Kind::Timeout:
    case Kind::Tls:
    case Kind::Gone:
    case Kind::RateLimited:
    case Kind::Server:
    case Kind::Malformed:
        return true;
    case Kind::Cancelled:
    case Kind::Configuration:
    case Kind::Unsupported:
    case Kind::CertificateUntrusted:
    case Kind::CertificateExpired:
    case Kind::CertificateWrongHost:
    case Kind::ClientCertificate:
    case Kind::BadRequest:
    case Kind::Unauthorized:
    case Kind::Forbidden:
    case Kind::NotFound:
    case Kind::Conflict:
    case Kind::TooLarge:
    case Kind::LoginRequired:
    case Kind::LoginRefused:
    case Kind::PluginMissing:
    case Kind::PluginFailed:
        return false;
    }
    return false;
}

QString plainDetail(QStringView text)
{
    QString plain;
    plain.reserve(qMin<qsizetype>(text.size(), Error::maxDetail + 1));
    for (const QChar c : text) {
        if (plain.size() == Error::maxDetail) {
            plain += QChar(0x2026); // …
            break;
        }
        const bool harmless = c.isPrint() || c.isSurrogate();
        plain += harmless ? c : QLatin1Char(' ');
    }
    return plain.simplified();
}
