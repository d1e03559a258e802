// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/decode.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace Prometheus;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes = bytesOf(data, size);
    if (const auto series = decodeSeries(bytes, "namespace")) {
        for (const Series &each : *series) {
            for (const Point &point : each.points)
                require(std::isfinite(point.value));
        }
    }
    const auto interval = decodeScrapeInterval(bytes);
    require(!interval || interval->count() > 0);
    require(decodeFailure(503, bytes).kind == Error::Kind::Server);

    const QString text = QString::fromUtf8(bytes);
    const QString literal = quoted(text);
    require(literal.startsWith(u'"') && literal.endsWith(u'"') && !literal.contains(u'\n'));
    (void)literalsRegex({text, text});
    return 0;
}
