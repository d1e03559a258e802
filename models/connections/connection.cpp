// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connections/connection.h"

#include "models/common/format.h"
#include "models/freshness/freshness.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionText)
};

QString moment(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

QString latency(const Connection &connection)
{
    if (!connection.p50)
        return Words::tr("No request was answered in the last five minutes.");
    return Words::tr("Half of the answers were complete within %1, 95 % within %2, 99 % within %3.")
        .arg(Format::span(*connection.p50), Format::span(connection.p95.value_or(*connection.p50)),
            Format::span(connection.p99.value_or(*connection.p50)));
}

QString traffic(const Connection &connection)
{
    return Words::tr("%1 requests so far, %2 of them failed; %3 received.")
        .arg(Format::count(connection.requests), Format::count(connection.failures),
            Format::bytes(connection.bytesReceived));
}

QStringList expiries(const Connection &connection)
{
    QStringList lines;
    if (connection.certificateExpires.isValid())
        lines.append(
            Words::tr("The server's certificate is valid until %1.").arg(moment(connection.certificateExpires)));
    if (connection.clientCertificateExpires.isValid())
        lines.append(
            Words::tr("Your client certificate is valid until %1.").arg(moment(connection.clientCertificateExpires)));
    if (connection.tokenExpires.isValid())
        lines.append(Words::tr("Your token is valid until %1.").arg(moment(connection.tokenExpires)));
    return lines;
}

} // namespace

QString ConnectionText::service(Connection::Service service)
{
    switch (service) {
    case Connection::Service::ApiServer:
        return Words::tr("API server");
    case Connection::Service::Prometheus:
        return Words::tr("Prometheus");
    case Connection::Service::Alertmanager:
        break;
    }
    return Words::tr("Alertmanager");
}

QString ConnectionText::details(const Connection &connection)
{
    QStringList lines{connection.protocol.isEmpty()
            ? Words::tr("The %1 of %2 at %3.").arg(service(connection.service), connection.cluster, connection.server)
            : Words::tr("The %1 of %2 at %3, over %4.")
                  .arg(service(connection.service), connection.cluster, connection.server, connection.protocol)};
    if (connection.breakerRetryAt.isValid())
        lines.append(Words::tr("After too many failures nothing is asked until %1, except whether anybody is there.")
                         .arg(QLocale().toString(connection.breakerRetryAt.toLocalTime().time(), QLocale::LongFormat)));
    lines.append(latency(connection));
    lines.append(traffic(connection));
    if (connection.waiting > 0)
        lines.append(Words::tr(
            "%n requests wait, so as not to ask too much at once.", nullptr, static_cast<int>(connection.waiting)));
    lines += expiries(connection);
    if (!connection.loginRemembered)
        lines.append(
            Words::tr("This login will not be remembered: no secret service keeps it once Pilothouse ends. Start "
                      "GNOME Keyring or KWallet in your desktop session, then log in again."));
    if (connection.lastProblem.isEmpty())
        lines.append(Words::tr("Nothing has failed so far."));
    else
        lines.append(Words::tr("Last failure at %1: %2")
                         .arg(moment(connection.lastProblemAt), connection.lastProblem.paragraph()));
    return lines.join(u'\n');
}

QString ConnectionText::whyNoLogin(const Connection &connection)
{
    if (connection.loggingIn && connection.loginUrl.isEmpty())
        return Words::tr("A login is under way.");
    return connection.canLogIn
        ? QString()
        : Words::tr("The credential of %1 is fixed: what it says changes only in the kubeconfig or in its file.")
              .arg(connection.cluster);
}

QString ConnectionText::whyNoBreakerReset(const Connection &connection)
{
    return connection.breakerRetryAt.isValid() ? QString()
                                               : Words::tr("Requests go through: there is nothing to reset.");
}
