// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

namespace OAuth {

//! Bytes that nobody can foresee; injected, so that tests can. Any thread.
using Entropy = std::function<QByteArray(int bytes)>;

//! From the system's generator for secrets.
[[nodiscard]] QByteArray systemEntropy(int bytes);

//! 43 characters of base64url with 256 bits of chance: a state, a nonce, or a code verifier (RFC 7636, 4.1).
[[nodiscard]] QByteArray randomWord(const Entropy &entropy);

//! base64url(SHA-256(verifier)), the method S256 (RFC 7636, 4.2).
[[nodiscard]] QByteArray challengeOf(const QByteArray &verifier);

//! Takes as long for words that differ early as for words that differ late.
[[nodiscard]] bool sameWord(const QByteArray &a, const QByteArray &b);

} // namespace OAuth
