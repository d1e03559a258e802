// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/server.h"

namespace Http {

QString Server::name() const
{
    const int port = base.port(base.scheme() == QLatin1String("http") ? 80 : 443);
    return base.host() + u':' + QString::number(port);
}

} // namespace Http
