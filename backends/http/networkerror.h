// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/error.h"

#include <QNetworkReply>
#include <QSslError>

namespace Http {

//! What Qt's error means in our closed set. \a tls are the certificate errors met on the way, if any; \a where is
//! host:port.
[[nodiscard]] Error networkError(
    QNetworkReply::NetworkError code, const QString &text, const QList<QSslError> &tls, const QString &where);

//! Seconds to wait by a Retry-After header: a number of seconds or an HTTP date after \a now; empty if it is neither.
//! At most an hour: longer is not believed.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const QByteArray &header, const QDateTime &now);

} // namespace Http
