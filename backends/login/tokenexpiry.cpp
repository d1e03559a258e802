// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/login/tokenexpiry.h"

#include "backends/core/json.h"

#include <cmath>
#include <optional>

namespace Login {

namespace {

constexpr qsizetype longestToken = 64 * 1024;
constexpr double lastSecond = 253402300799.0; // of the year 9999

} // namespace

QDateTime tokenExpiry(QByteArrayView token)
{
    const qsizetype first = token.indexOf('.');
    const qsizetype second = first < 0 ? -1 : token.indexOf('.', first + 1);
    if (second < 0 || token.size() > longestToken)
        return {};
    const auto claims = QByteArray::fromBase64Encoding(token.sliced(first + 1, second - first - 1).toByteArray(),
        QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!claims)
        return {};
    std::optional<double> expiry;
    const auto read = Json::parse(*claims, [&expiry](Json::Object object) {
        Json::eachField(object, [&expiry](const Json::Key &key, Json::Value value) {
            if (key == "exp" && value.type() == simdjson::ondemand::json_type::number)
                expiry = value.get_double();
        });
    });
    if (!read || !expiry || !(*expiry > 0 && *expiry <= lastSecond))
        return {};
    return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(std::floor(*expiry)), Qt::UTC);
}

} // namespace Login
