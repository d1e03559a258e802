// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/endpointreport.h"

#include <QObject>

#include <memory>

namespace Http {
class Endpoint;
}

//! The window thread's end of an Endpoint that lives and dies in another thread: reports come out, wishes go in. While
//! there is no endpoint, wishes are lost.
class EndpointRelay final : public QObject
{
    Q_OBJECT

public:
    //! Shared with what makes the endpoint in its own thread; goes in the thread where it was made, whoever has it
    //! last.
    [[nodiscard]] static std::shared_ptr<EndpointRelay> make();

    //! To be called in the endpoint's thread.
    void attach(Http::Endpoint &endpoint);

Q_SIGNALS:
    void reported(const Http::EndpointReport &report);
    //! A login that was asked for has led to new credentials.
    void loggedIn();

    // Wishes: emit them.
    void breakerResetWanted();
    void loginWanted();
    void reconnectionWanted();
};
