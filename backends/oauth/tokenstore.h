// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/call.h"

#include <QString>

#include <functional>
#include <memory>

namespace OAuth {

//! Where refresh tokens outlive the console: a secret service, never a file. Without one nothing is kept.
class TokenStore
{
public:
    using Loaded = std::function<void(const QString &token)>;

    virtual ~TokenStore() = default;
    //! Calls \a loaded once, in the calling thread and never from within this; with an empty text when there is none.
    [[nodiscard]] virtual std::unique_ptr<Http::Call> load(const QString &key, Loaded loaded) = 0;
    //! Any thread. An empty \a token removes what is there.
    virtual void save(const QString &key, const QString &token) = 0;
};

} // namespace OAuth
