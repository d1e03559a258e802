// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QSslKey>

namespace Http {

//! The private key in \a pem: RSA or EC, as PKCS#1, SEC1 or PKCS#8, wherever it stands in the text. It has to belong to
//! the first certificate in \a certificate (PEM). Error::ClientCertificate with a cause: KeyEncrypted, KeyOfAnother or
//! KeyUnreadable. Nobody is asked for a passphrase. Any thread.
[[nodiscard]] Result<QSslKey> privateKey(const QByteArray &pem, const QByteArray &certificate);

} // namespace Http
