// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace Records {

//! What this console signs and fingerprints with: made at the first use, kept in files that their owner alone may
//! read. A plain value; any thread.
//!
//! console.pem: an Ed25519 private key (RFC 8032), PKCS#8. fingerprint.key: 32 bytes of chance, in hex.
class ConsoleKeys
{
public:
    //! Reads them, or makes them when there are none; the folder as well, 0700. Two consoles that start at once come
    //! to the same keys. Error::Configuration for files that are there and cannot be used; they are never replaced.
    [[nodiscard]] static Result<ConsoleKeys> ofFolder(const QString &folder);

    [[nodiscard]] const QByteArray &publicKey() const { return m_publicKey; } //!< 32 bytes
    [[nodiscard]] const QByteArray &fingerprintKey() const { return m_fingerprintKey; } //!< 32 bytes; secret
    [[nodiscard]] QString console() const { return consoleOf(m_publicKey); }
    //! 64 bytes.
    [[nodiscard]] QByteArray sign(QByteArrayView message) const;

    //! The id of the console that has this key: the first 16 bytes of the key's SHA-256, in hex. Nobody can take
    //! another's id without its private key.
    [[nodiscard]] static QString consoleOf(QByteArrayView publicKey);
    [[nodiscard]] static bool verify(QByteArrayView message, QByteArrayView signature, QByteArrayView publicKey);

private:
    QByteArray m_privateKey; // 32 bytes
    QByteArray m_publicKey;
    QByteArray m_fingerprintKey;
};

//! Makes a folder for its owner alone, and those above it; an Error with the system's words when that cannot be.
[[nodiscard]] Result<void> makePrivateFolder(const QString &folder);

} // namespace Records
