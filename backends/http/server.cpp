// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/server.h"

#include <QHostAddress>

namespace Http {

QString Server::name() const
{
    const int port = base.port(base.scheme() == QLatin1String("http") ? 80 : 443);
    return base.host() + u':' + QString::number(port);
}

bool Server::wantsPacked() const
{
    switch (compression) {
    case Compression::Auto:
        return base.host() != QLatin1String("localhost") && !QHostAddress(base.host()).isLoopback();
    case Compression::On:
        return true;
    case Compression::Off:
        return false;
    }
    return true;
}

} // namespace Http
