// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QString>

namespace Records {

class ConsoleKeys;

//! What a console has signed: so many entries there were, and this is the root of the Merkle tree over their hashes.
//! A plain value; any thread. Signed is "pilothouse journal tree head v1", a newline and the canonical form:
//!   {"console":ID,"root":HEX,"size":N,"time":MS}
struct TreeHead
{
    qint64 size = 0; //!< entries
    qint64 time = 0; //!< ms since 1970 UTC
    QString console; //!< id of who signed, see ConsoleKeys::consoleOf()
    QByteArray root; //!< 32 bytes
    QByteArray publicKey; //!< 32 bytes, Ed25519
    QByteArray signature; //!< 64 bytes

    bool operator==(const TreeHead &) const = default;

    [[nodiscard]] static TreeHead signedBy(const ConsoleKeys &keys, qint64 size, const QByteArray &root, qint64 time);
    [[nodiscard]] QByteArray canonical() const;
    //! The signature is the key's, and the key the console's.
    [[nodiscard]] bool genuine() const;

    //! A line of a bundle, canonical: {"head":{...},"key":HEX,"signature":HEX}.
    [[nodiscard]] QByteArray line() const;
    //! Error::Malformed for all but line()'s own form. The signature is not looked at.
    [[nodiscard]] static Result<TreeHead> readLine(QByteArrayView line);
};

} // namespace Records
