// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/credentials.h"
#include "backends/oauth/oauthdecode.h"

namespace OAuth {

//! One login that a person takes part in. Destroying it ends it.
class LoginFlow
{
public:
    struct Events
    {
        std::function<void()> promptChanged;
        //! Once, from the event loop; may destroy the flow. The ID token's claims are checked where there is one.
        std::function<void(const Result<Tokens> &)> ended;
    };

    virtual ~LoginFlow() = default;
    virtual void start() = 0;
    [[nodiscard]] virtual std::optional<Http::LoginPrompt> prompt() const = 0;
};

} // namespace OAuth
