// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/kubernetes/decodeobject.h"
#include "backends/kubernetes/protobufreader.h"

#include <optional>

//! What all objects in Kubernetes' protobuf have around them. Only for the sources beside decodepodprotobuf.h.
namespace Kubernetes {

constexpr std::string_view protobufMagic("k8s\0", 4);

//! runtime.Unknown: what kind of object it is, and its message. Views point into the text that was read.
struct Envelope
{
    std::string_view kind;
    std::string_view message;
};

//! None when \a object is not one envelope.
[[nodiscard]] std::optional<Envelope> readEnvelope(std::string_view object);

//! None when it is no Status.
[[nodiscard]] std::optional<StatusAnswer> readProtobufStatus(const Envelope &envelope);

//! Calls \a read(ProtobufReader &) for each field; false when anything was malformed, or as soon as \a read says so.
template <typename Read>
[[nodiscard]] bool eachField(std::string_view message, Read &&read)
{
    ProtobufReader reader(message);
    while (reader.next()) {
        if (!read(reader))
            return false;
    }
    return !reader.failed();
}

} // namespace Kubernetes
