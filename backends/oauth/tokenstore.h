// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/call.h"

#include <QString>

#include <functional>
#include <memory>

namespace OAuth {

//! Where refresh tokens outlive the console: a secret service, never a file. Without one they last as long as the
//! console does. Any thread.
class TokenStore
{
public:
    using Loaded = std::function<void(const QString &token)>;
    using Saved = std::function<void(bool kept)>;

    virtual ~TokenStore() = default;
    //! Calls \a loaded once, in the calling thread and never from within this; with an empty text when there is none.
    //! Destroying the call, in the same thread, only forgets who asked.
    [[nodiscard]] virtual std::unique_ptr<Http::Call> load(const QString &key, Loaded loaded) = 0;
    //! An empty \a token removes what is there. \a saved is called like `loaded`: whether the token outlives the
    //! console.
    [[nodiscard]] virtual std::unique_ptr<Http::Call> save(const QString &key, const QString &token, Saved saved) = 0;
};

} // namespace OAuth
