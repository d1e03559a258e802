// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/call.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Login {

//! Lets a few in at a time and the others wait their turn, first come, first served. One is shared by the credentials
//! of all clusters, so that a console that starts does not open ten browsers at once. Any thread; nothing blocks.
class Gate
{
public:
    static constexpr int logins = 2; //!< at once

    explicit Gate(int places = logins);
    ~Gate();
    Q_DISABLE_COPY_MOVE(Gate)

    //! Calls \a enter once, from the event loop of the calling thread and never from within this, as soon as there is
    //! a place. The answer is the place in the queue and then the place inside: destroy it, in the same thread, to
    //! leave either. It may outlive the gate.
    [[nodiscard]] std::unique_ptr<Http::Call> acquire(std::function<void()> enter);

private:
    class State;
    class Ticket;
    std::shared_ptr<State> m_state;
};

} // namespace Login
