// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/uid.h"

#include <QByteArrayView>
#include <QCryptographicHash>

namespace Kubernetes {

namespace {

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isDash(size_t at)
{
    return at == 8 || at == 13 || at == 18 || at == 23;
}

//! Whether \a text is 32 digits, or those with the dashes of a UUID; then they are in \a words.
bool readDigits(std::string_view text, quint64 (&words)[2])
{
    const bool dashed = text.size() == 36;
    if (!dashed && text.size() != 32)
        return false;
    int count = 0;
    for (size_t at = 0; at < text.size(); ++at) {
        if (dashed && isDash(at)) {
            if (text[at] != '-')
                return false;
            continue;
        }
        const int digit = digitOf(text[at]);
        if (digit < 0)
            return false;
        quint64 &word = words[count++ / 16];
        word = word << 4 | static_cast<quint64>(digit);
    }
    return true;
}

} // namespace

Uid Uid::of(std::string_view text)
{
    Uid uid;
    if (text.empty())
        return uid;
    quint64 words[2] = {0, 0};
    if (!readDigits(text, words)) {
        words[0] = words[1] = 0;
        const QByteArray digest = QCryptographicHash::hash(
            QByteArrayView(text.data(), static_cast<qsizetype>(text.size())), QCryptographicHash::Sha256);
        for (qsizetype at = 0; at < 16; ++at) {
            quint64 &word = words[at / 8];
            word = word << 8 | static_cast<unsigned char>(digest.at(at));
        }
    }
    uid.m_high = words[0];
    uid.m_low = words[1];
    return uid;
}

QString Uid::text() const
{
    if (isNull())
        return {};
    QString text = QStringLiteral("%1%2").arg(m_high, 16, 16, QLatin1Char('0')).arg(m_low, 16, 16, QLatin1Char('0'));
    const quint64 version = m_high >> 12 & 0xf;
    const bool isUuid = m_low >> 62 == 2 && version >= 1 && version <= 8;
    if (isUuid) {
        for (const qsizetype at : {20, 16, 12, 8})
            text.insert(at, u'-');
    }
    return text;
}

} // namespace Kubernetes
