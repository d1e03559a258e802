// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/failurestatus.h"

#include <QStringDecoder>

namespace Http {

Error::Kind kindOfStatus(int status)
{
    using Kind = Error::Kind;
    switch (status) {
    case 401:
        return Kind::Unauthorized;
    case 403:
        return Kind::Forbidden;
    case 404:
        return Kind::NotFound;
    case 407:
        return Kind::Proxy;
    case 408:
        return Kind::Timeout;
    case 409:
        return Kind::Conflict;
    case 410:
        return Kind::Gone;
    case 429:
        return Kind::RateLimited;
    default:
        break;
    }
    if (status >= 500 || status == 499) // 499: it saw us go
        return Kind::Server;
    return status >= 400 ? Kind::BadRequest : Kind::Malformed;
}

QString readableBody(QByteArrayView body)
{
    if (body.size() > Error::maxDetail)
        return {};
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = QString(decoder(body)).trimmed();
    if (decoder.hasError() || text.startsWith(u'<') || text.startsWith(u'{') || text.startsWith(u'['))
        return {};
    return plainDetail(text);
}

} // namespace Http
