// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/oauthdecode.h"
#include "tests/fuzz/fuzz.h"

using namespace OAuth;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes = bytesOf(data, size);
    if (const auto metadata = decodeMetadata(bytes, QStringLiteral("https://id.example"))) {
        require(trustworthy(metadata->token));
        require(metadata->authorization.isEmpty() || trustworthy(metadata->authorization));
    }
    if (const auto tokens = decodeTokens(bytes)) {
        for (const QString &token : {tokens->access, tokens->id, tokens->refresh}) {
            for (const QChar c : token)
                require(c > u' ' && c < u'\x7f'); // fit for a header
        }
        require(!tokens->lifetime || tokens->lifetime->count() >= 0);
    }
    if (const auto device = decodeDeviceCode(bytes))
        require(trustworthy(device->page) && device->interval.count() >= 1 && device->userCode.size() <= 64);
    for (const int status : {400, 503}) {
        const Error error = decodeRefusal(status, bytes);
        require(error.detail.size() <= Error::maxDetail + 1 && refusalCode(error).size() <= Error::maxDetail + 1);
    }
    if (const auto token = decodeIdToken(QString::fromLatin1(bytes)))
        require(token->expires.isValid() && !token->issuer.isEmpty() && !token->audience.isEmpty());
    if (const auto redirect = decodeRedirect(bytes, "/callback"))
        require(redirect->code.isEmpty() != redirect->error.isEmpty());
    return 0;
}
