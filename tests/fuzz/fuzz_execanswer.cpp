// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/login/execplugin.h"
#include "backends/login/pluginsearch.h"
#include "backends/login/tokenexpiry.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes = bytesOf(data, size);
    const auto answer = Login::parseExecAnswer(bytes, QStringLiteral("client.authentication.k8s.io/v1"));
    if (answer) {
        require(!answer->token.isEmpty() || !answer->certificate.isEmpty());
        require(answer->certificate.isEmpty() == answer->key.isEmpty());
        require(std::none_of(answer->token.begin(), answer->token.end(), [](char c) { return c <= ' '; }));
        require(!answer->expires.isValid() || answer->expires.timeSpec() == Qt::UTC);
    } else {
        require(!answer.error().detail.isEmpty() && answer.error().detail.size() <= Error::maxDetail + 1);
    }
    const QByteArray claims = bytes.toByteArray().toBase64(QByteArray::Base64UrlEncoding);
    const QDateTime expiry = Login::tokenExpiry(QByteArray("e30." + claims + ".x"));
    require(!expiry.isValid() || expiry.date().year() <= 9999);
    (void)Login::tokenExpiry(bytes);

    const QString path = Login::PluginSearch::markedPath(bytes.toByteArray());
    for (const QString &directory : Login::PluginSearch::directoriesOf(path))
        require(directory.startsWith(u'/'));
    const QString fact = plainFact(QString::fromUtf8(bytes));
    require(fact.size() <= Error::maxFact && !fact.contains(u'\x1b'));
    return 0;
}
