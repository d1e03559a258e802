// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace Sandbox {

struct Request;

//! /healthz, /livez and /readyz with their checks, as kube-apiserver words them (apiserver, server/healthz). Whoever
//! gets an answer at all gets a good one: a cluster that is down does not answer.
namespace Health {

//! The text for \a path; nothing when it is none of these.
[[nodiscard]] std::optional<std::string> answer(std::string_view path, const Request &request);

} // namespace Health

} // namespace Sandbox
