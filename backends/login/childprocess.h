// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/call.h"

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace Login {

//! Another program, run to its end for what it prints. It gets no terminal and an empty input, and a session of its
//! own, so that whatever it starts can be ended with it. Nothing blocks; belongs to the thread that starts it.
class ChildProcess
{
public:
    struct Command
    {
        QString program; //!< an absolute path
        QStringList arguments;
        QProcessEnvironment environment;
        std::chrono::milliseconds limit{60000}; //!< then it is asked to end
        std::chrono::milliseconds grace{2000}; //!< and after this killed
        qint64 outputLimit = 1024 * 1024; //!< bytes of its output; beyond that it is killed
    };

    struct Ending
    {
        enum class How {
            Exited, //!< `status` says with what
            Killed, //!< by a signal, not by us
            NotStarted, //!< `reason` says why
            TookTooLong,
            SaidTooMuch,
        };
        How how = How::Exited;
        int status = 0;
        QByteArray output; //!< may be a secret
        QByteArray errors; //!< the last 16 KiB
        QString reason; //!< the system's words
    };
    using Ended = std::function<void(const Ending &)>;

    //! Calls \a ended once, from the event loop. Destroying the call kills the process and all that it started.
    [[nodiscard]] static std::unique_ptr<Http::Call> start(const Command &command, const Clock &clock, Ended ended);
};

} // namespace Login
