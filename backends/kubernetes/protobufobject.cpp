// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/protobufobject.h"

#include <algorithm>

namespace Kubernetes {

namespace {

bool readDetails(std::string_view message, StatusAnswer &status)
{
    return eachField(message, [&status](ProtobufReader &field) {
        constexpr quint64 longest = 24 * 3600;
        if (field.field() == 5)
            status.retryAfterSeconds = static_cast<int>(std::min(field.number(), longest));
        return true;
    });
}

} // namespace

std::optional<Envelope> readEnvelope(std::string_view object)
{
    if (!object.starts_with(protobufMagic))
        return {};
    Envelope envelope;
    const bool read = eachField(object.substr(protobufMagic.size()), [&envelope](ProtobufReader &field) {
        if (field.field() == 2)
            envelope.message = field.bytes();
        if (field.field() != 1)
            return true;
        return eachField(field.bytes(), [&envelope](ProtobufReader &type) {
            if (type.field() == 2)
                envelope.kind = type.bytes();
            return true;
        });
    });
    if (!read)
        return {};
    return envelope;
}

std::optional<StatusAnswer> readProtobufStatus(const Envelope &envelope)
{
    if (envelope.kind != "Status")
        return {};
    StatusAnswer status;
    const bool read = eachField(envelope.message, [&status](ProtobufReader &field) {
        switch (field.field()) {
        case 3:
            status.message = cutText(field.bytes());
            return true;
        case 4:
            status.reason = cutText(field.bytes());
            return true;
        case 5:
            return readDetails(field.bytes(), status);
        case 6:
            status.code = static_cast<int>(std::min<quint64>(field.number(), 999));
            return true;
        default:
            return true;
        }
    });
    if (!read)
        return {};
    return status;
}

} // namespace Kubernetes
