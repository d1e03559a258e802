// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/format.h"

#include <optional>
#include <string>
#include <string_view>

namespace Sandbox {

struct Request;

//! One part of an Accept header.
struct MediaType
{
    std::string type; //!< lower case: "application/json"
    std::string as;
    std::string group;
    std::string version;
    double quality = 1;
};

//! What \a header accepts, the best first. Nothing is refused: what cannot be read accepts nothing.
[[nodiscard]] std::vector<MediaType> parseAccept(std::string_view header);
//! The first acceptable form. \a many: what is answered is a list; \a objects: it is what tables can be made of.
//! 406 when nothing of what is accepted can be told.
[[nodiscard]] Outcome<Format> negotiate(const Request &request, bool objects, bool many);
//! Whether answers shall be indented: asked for, or the caller is a person with curl or a browser.
[[nodiscard]] bool wantsPretty(const Request &request);

} // namespace Sandbox
