// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/serverwords.h"

#include "backends/core/error.h"
#include "models/fleet/problem.h"

#include <QCoreApplication>

namespace ServerWords {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ServerWords)
};

QString sentence(const Error &error, const QString &name)
{
    using Kind = Error::Kind;
    switch (error.kind) {
    case Kind::HostNotFound:
        return Words::tr(
            "The host of the Alertmanager %1 is unknown. Check its address, your DNS, and that your VPN is "
            "connected.")
            .arg(name);
    case Kind::Refused:
    case Kind::ConnectionLost:
    case Kind::Proxy:
        return Words::tr("The Alertmanager %1 cannot be reached. It is asked again by itself; look whether it runs.")
            .arg(name);
    case Kind::Timeout:
        return Words::tr("The Alertmanager %1 does not answer. It is asked again by itself; if this stays, look at its "
                         "machine.")
            .arg(name);
    case Kind::CertificateUntrusted:
    case Kind::CertificateExpired:
    case Kind::CertificateWrongHost:
    case Kind::ClientCertificate:
    case Kind::Tls:
        return Words::tr("No secure connection to the Alertmanager %1 comes about. Look at its certificate.").arg(name);
    case Kind::Unauthorized:
    case Kind::Forbidden:
    case Kind::LoginRequired:
    case Kind::LoginRefused:
    case Kind::PluginMissing:
    case Kind::PluginFailed:
        return Words::tr("The Alertmanager %1 does not let you in. Give its address a user and a password, or log in.")
            .arg(name);
    case Kind::NotFound:
    case Kind::Gone:
    case Kind::Malformed:
    case Kind::Unsupported:
    case Kind::Configuration:
        return Words::tr(
            "What answers for %1 is no Alertmanager that speaks its API v2. Check its address and the path "
            "in it; Mimir has it below /alertmanager.")
            .arg(name);
    case Kind::BadRequest:
    case Kind::Conflict:
        return Words::tr("The Alertmanager %1 does not accept this. Correct it and try again.").arg(name);
    case Kind::TooLarge:
        return Words::tr("The Alertmanager %1 sends more than we take in at once. Look at what fires there.").arg(name);
    case Kind::RateLimited:
    case Kind::Server:
    case Kind::Cancelled:
        return Words::tr("The Alertmanager %1 has a fault of its own. It is asked again by itself; look at its log.")
            .arg(name);
    }
    return {};
}

} // namespace

QString problem(const Error &error, const QString &name, bool prometheus)
{
    if (prometheus)
        return ::describe(error, ProblemSource::Prometheus, name).paragraph();
    const QString what = sentence(error, name);
    if (error.detail.isEmpty())
        return what;
    return what + u' ' + Words::tr("More exactly: “%1”.").arg(error.detail);
}

} // namespace ServerWords
