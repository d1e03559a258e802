// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/request.h"

#include <string_view>

namespace Sandbox {

//! Takes a request line's target apart (RFC 9112, 3.2): origin-form and absolute-form. The path stays as it was sent,
//! the query is decoded as application/x-www-form-urlencoded, as net/http of Go does: what is no escape stays.
void setTarget(Request &request, std::string_view target);

//! "%41+b" -> "A b"; what is no escape stays as it is. Any bytes may come out.
[[nodiscard]] std::string formDecoded(std::string_view text);

} // namespace Sandbox
