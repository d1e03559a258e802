// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxy>
#include <QString>
#include <QUrl>

#include <functional>

namespace Http {

//! Reads a variable of the environment; injected for tests.
using Environment = std::function<QString(const char *name)>;

//! The proxy for \a target: \a configured when it is not empty (http or socks5), else what HTTPS_PROXY, HTTP_PROXY and
//! NO_PROXY (or their lower-case forms, which win) say, by the rules of Go's httpproxy: NO_PROXY holds host names with
//! their subdomains, addresses, CIDR ranges, each with an optional port, or "*"; loopback is never proxied by the
//! environment.
[[nodiscard]] QNetworkProxy proxyFor(const QUrl &target, const QUrl &configured, const Environment &environment);

} // namespace Http
