// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/alertmanager/decode.h"
#include "backends/core/timestamp.h"
#include "backends/prometheus/alertdecode.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

namespace {

bool sorted(const LabelList &labels)
{
    return std::is_sorted(
        labels.begin(), labels.end(), [](const auto &one, const auto &other) { return one.first < other.first; });
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes = bytesOf(data, size);
    if (const auto sample = Alertmanager::decodeAlerts(bytes)) {
        for (const Alertmanager::Alert &alert : sample->alerts) {
            require(!alert.labels.isEmpty() && alert.labels.size() <= Labels::most);
            require(sorted(alert.labels) && sorted(alert.annotations));
        }
    }
    if (const auto sample = Alertmanager::decodeSilences(bytes)) {
        for (const Alertmanager::Silence &silence : sample->silences)
            require(!silence.id.isEmpty() && silence.marks.size() <= 2);
    }
    (void)Alertmanager::decodeSilence(bytes);
    (void)Alertmanager::decodeStatus(bytes);
    (void)Alertmanager::decodeSilenceId(bytes);
    require(Alertmanager::decodeFailure(503, bytes).kind == Error::Kind::Server);
    require(Alertmanager::decodeFailure(503, bytes).detail.size() <= Error::maxDetail + 1);
    if (const auto sample = Prometheus::decodeAlerts(bytes)) {
        for (const Prometheus::ActiveAlert &alert : sample->alerts)
            require(!alert.labels.isEmpty() && sorted(alert.labels));
    }
    (void)Prometheus::decodeAlertRules(bytes);
    (void)Prometheus::decodeExternalLabels(bytes);
    if (const auto episodes = Prometheus::decodeEpisodes(bytes, std::chrono::seconds(60))) {
        for (const auto &episode : *episodes)
            require(sorted(episode.labels));
    }
    const auto parts = Alertmanager::unmarked(QString::fromUtf8(bytes));
    require(parts.marks.size() <= 2);
    if (const auto time = Timestamp::parse(std::string_view(bytes.data(), size_t(bytes.size()))))
        (void)Timestamp::text(*time);
    return 0;
}
