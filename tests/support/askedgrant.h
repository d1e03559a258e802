// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/credentials.h"

//! Somebody who has asked for a credential, and what they were told so far. Destroying it stops waiting.
struct AskedGrant
{
    int answers = 0;
    QByteArray header; //!< the value of the first
    std::optional<Error> error;
    std::unique_ptr<Http::Call> call;

    [[nodiscard]] static std::unique_ptr<AskedGrant> of(Http::Credentials &credentials)
    {
        auto asked = std::make_unique<AskedGrant>();
        asked->call = credentials.obtain([to = asked.get()](const Result<Http::Grant> &grant) {
            ++to->answers;
            if (grant)
                to->header = grant->headers.first().second;
            else
                to->error = grant.error();
        });
        return asked;
    }
};
