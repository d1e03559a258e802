// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/error.h"

bool Error::transient() const
{
    switch (kind) {
    case Kind::HostNotFound:
    case Kind::Refused:
    case Kind::ConnectionLost:
    case Kind::Proxy:
    case Kind::Timeout:
    case Kind::Tls:
    case Kind::Gone:
    case Kind::RateLimited:
    case Kind::Server:
    case Kind::Malformed:
        return true;
    case Kind::Cancelled:
    case Kind::Configuration:
    case Kind::Unsupported:
    case Kind::CertificateUntrusted:
    case Kind::CertificateExpired:
    case Kind::CertificateWrongHost:
    case Kind::ClientCertificate:
    case Kind::BadRequest:
    case Kind::Unauthorized:
    case Kind::Forbidden:
    case Kind::NotFound:
    case Kind::Conflict:
    case Kind::TooLarge:
    case Kind::LoginRequired:
    case Kind::LoginRefused:
    case Kind::PluginMissing:
    case Kind::PluginFailed:
        return false;
    }
    return false;
}

namespace {

//! What follows an ESC: "[" with parameters and a letter, "]" with a text up to BEL or ESC, else one character.
qsizetype escapeLength(QStringView text)
{
    if (text.isEmpty())
        return 0;
    qsizetype length = 1;
    if (text.front() == u'[') {
        while (length < text.size() && text[length] >= u' ' && text[length] < u'@')
            ++length;
        return qMin(length + 1, text.size());
    }
    if (text.front() == u']') {
        while (length < text.size() && text[length] != u'\a' && text[length] != u'\x1b' && text[length] != u'\n')
            ++length;
        return length < text.size() && text[length] == u'\a' ? length + 1 : length;
    }
    return length;
}

} // namespace

QString plainDetail(QStringView text)
{
    QString plain;
    plain.reserve(qMin<qsizetype>(text.size(), Error::maxDetail + 1));
    for (const QChar c : text) {
        if (plain.size() == Error::maxDetail) {
            plain += QChar(0x2026); // …
            break;
        }
        const bool harmless = c.isPrint() || c.isSurrogate();
        plain += harmless ? c : QLatin1Char(' ');
    }
    return plain.simplified();
}

QString plainFact(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\x1b')
            i += escapeLength(text.sliced(i + 1));
        else if (c == u'\n' || c.isPrint() || c.isSurrogate())
            plain += c;
        else if (c != u'\r')
            plain += u' ';
    }
    plain = plain.trimmed();
    return plain.size() > Error::maxFact ? QString(QChar(0x2026) + plain.last(Error::maxFact - 1)) : plain;
}
