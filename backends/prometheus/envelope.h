// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/json.h"

#include <QStringView>

#include <chrono>
#include <optional>
#include <string_view>

//! What all answers of Prometheus' HTTP API have in common; for the decoders beside it.
namespace Prometheus {

//! What every answer says around its data.
struct Envelope
{
    bool success = false;
    bool hasStatus = false;
    //! Data of other replicas or stores is missing: Prometheus and Thanos give `warnings`, VictoriaMetrics isPartial.
    bool partial = false;
    QString warning; //!< the first of them; plain text
    QString errorType;
    QString error;
};

//! Calls \a readData(Json::Value) for `data`. Within Json::parse().
template <typename ReadData>
Envelope readEnvelope(Json::Object root, ReadData &&readData)
{
    Envelope envelope;
    Json::eachField(root, [&](Json::Key key, Json::Value value) {
        if (key == "status") {
            envelope.success = Json::view(value) == "success";
            envelope.hasStatus = true;
        } else if (key == "errorType") {
            envelope.errorType = Json::text(value);
        } else if (key == "error") {
            envelope.error = Json::text(value);
        } else if (key == "warnings") {
            Json::eachElement(value, [&envelope](Json::Value each) {
                if (envelope.warning.isEmpty())
                    envelope.warning = plainDetail(Json::text(each));
                envelope.partial = true;
            });
        } else if (key == "isPartial") {
            envelope.partial = (!Json::isNull(value) && value.get_bool().value()) || envelope.partial;
        } else if (key == "data") {
            readData(value);
        }
    });
    if (!envelope.hasStatus)
        Json::reject(QStringLiteral("not an answer of Prometheus"));
    return envelope;
}

[[nodiscard]] Error errorOfEnvelope(const Envelope &envelope, int httpStatus);

//! A number as Go prints it, NaN and infinities included; nothing when \a text is none.
[[nodiscard]] std::optional<double> goNumber(std::string_view text);

//! A duration of Prometheus: 15s, 1m30s, 1h, 30d; nothing when \a text is none.
[[nodiscard]] std::optional<std::chrono::milliseconds> goDuration(QStringView text);

} // namespace Prometheus
