// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/error.h"
#include "backends/http/tlssettings.h"

#include <QByteArrayView>
#include <QNetworkProxy>
#include <QString>
#include <QUrl>

#include <functional>

namespace Http {

//! Where a server is and what it takes to talk to it.
struct Server
{
    QUrl base; //!< scheme, host, port and path prefix
    TlsSettings tls;
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    bool compression = true; //!< ask for packed answers
    //! What an answer outside 2xx means in this server's protocol.
    std::function<Error(int status, QByteArrayView body)> failure;

    [[nodiscard]] QString name() const; //!< host:port, for people
};

} // namespace Http
