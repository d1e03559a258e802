// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/kubernetes/decode.h"

#include <string_view>

//! Pods in Kubernetes' protobuf, application/vnd.kubernetes.protobuf: about two thirds of the bytes of JSON for the
//! client and far less work for the server. Field numbers are those of generated.proto in k8s.io/api/core/v1 and
//! k8s.io/apimachinery/pkg/apis/meta/v1; they never change. Checked against kube-apiserver 1.20.
namespace Kubernetes {

//! One Pod message, as lists hold it. False when it is malformed, or has no name or namespace.
[[nodiscard]] bool readProtobufPod(std::string_view message, DecodeContext &context, PodRecord &record);

//! One frame of a watch of pods. As decodeWatchEvent().
[[nodiscard]] Result<WatchEvent<PodRecord>> decodePodFrame(QByteArrayView frame, DecodeContext &context);

} // namespace Kubernetes
