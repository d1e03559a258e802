// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/pkce.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace OAuth {

namespace {

constexpr auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray systemEntropy(int bytes)
{
    QByteArray random;
    while (random.size() < bytes) {
        std::array<quint32, 8> words{};
        QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
        random.append(reinterpret_cast<const char *>(words.data()), sizeof words);
    }
    random.truncate(bytes);
    return random;
}

QByteArray randomWord(const Entropy &entropy)
{
    return entropy(32).toBase64(urlSafe);
}

QByteArray challengeOf(const QByteArray &verifier)
{
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(urlSafe);
}

bool sameWord(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a.at(i)) ^ static_cast<unsigned>(static_cast<unsigned char>(b.at(i)));
    return difference == 0;
}

} // namespace OAuth
