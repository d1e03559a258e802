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

//! Whether to ask for packed answers.
enum class Compression : quint8 {
    Auto, //!< unless the server is this machine: packing costs both sides more than a loopback
    On,
    Off,
};

//! Where a server is and what it takes to talk to it.
struct Server
{
    QUrl base; //!< scheme, host, port and path prefix
    TlsSettings tls;
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    Compression compression = Compression::Auto;
    //! What an answer outside 2xx means in this server's protocol.
    std::function<Error(int status, QByteArrayView body)> failure;

    [[nodiscard]] QString name() const; //!< host:port, for people
    [[nodiscard]] bool wantsPacked() const;
};

} // namespace Http
