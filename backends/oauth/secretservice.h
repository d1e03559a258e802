// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace OAuth {

//! Where a desktop keeps secrets. Lives in one thread, is used there and calls back there.
class SecretService
{
public:
    enum class Outcome : quint8 {
        Done,
        Missing, //!< there is nothing under that key
        Failed, //!< nobody answers, or the person said no
    };
    using Answered = std::function<void(Outcome outcome, const QString &secret)>;

    virtual ~SecretService() = default;
    //! Calls \a answered once, from the event loop; perhaps never, when whoever should answer hangs. With a secret only
    //! when it is done. What was begun first ends first.
    virtual void read(const QString &key, Answered answered) = 0;
    //! Likewise. An empty \a secret removes what is there.
    virtual void write(const QString &key, const QString &secret, Answered answered) = 0;
};

} // namespace OAuth
