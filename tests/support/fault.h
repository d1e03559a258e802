// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>

#include <array>
#include <atomic>
#include <chrono>

//! One thing that goes wrong between a client and a server, for a while.
struct Fault
{
    enum class Kind {
        // Of connections, with and without insight into what they carry.
        Delay, //!< everything arrives `amount` ms later
        Stall, //!< a partition: nothing passes while it lasts, everything after it, as TCP does
        Swallow, //!< half-open, for good: what is sent is lost. `amount` 0: both ways, 1: towards the client only
        Reset, //!< RST
        Finish, //!< FIN in the middle
        Truncate, //!< FIN after `amount` more bytes
        Corrupt, //!< bytes become others; HTTP: such as no text and no varint has, inside a correct frame
        Drip, //!< `amount` bytes every 10 ms
        // Of requests; only for a relay that reads them.
        Answer, //!< the status `amount` instead of the server's answer
        AnswerLater, //!< likewise, with Retry-After: 1
        WatchError, //!< an ERROR event with the code `amount`, and the end
        SilentWatch, //!< opens and says nothing, or nothing any more, for good
        EndedWatch, //!< ends at once, correctly
        CutBody, //!< ends after `amount` bytes, correctly framed
        BrokenFrame, //!< ends after `amount` bytes, with more announced
    };
    static constexpr int kinds = static_cast<int>(Kind::BrokenFrame) + 1;
    enum class Where { Everything, Lists, Watches, Probes };

    Kind kind = Kind::Delay;
    Where where = Where::Everything;
    std::chrono::milliseconds from{0}; //!< after the start of the scenario
    std::chrono::milliseconds lasting{0};
    int amount = 0;
    int oneIn = 1; //!< concerns every n-th connection or request only

    [[nodiscard]] QString text() const;
    [[nodiscard]] static QString name(Kind kind);
    [[nodiscard]] bool ofRequests() const { return kind >= Kind::Answer; }
};

//! The faults of one scenario, by the time since its start, and how often each kind has struck. Belongs to one thread,
//! except for the counts.
class FaultBoard
{
public:
    void start(const QList<Fault> &faults);
    //! From now on everything is well, except for what has been lost already.
    void heal() { m_faults.clear(); }

    //! The first fault that concerns such a connection or request, the \a ordinal-th, now; none when all is well.
    [[nodiscard]] const Fault *on(Fault::Where what, int ordinal) const;
    //! Counts connections or requests of one sort: their ordinal.
    [[nodiscard]] int next(Fault::Where what) { return m_next[static_cast<size_t>(what)]++; }
    void struck(Fault::Kind kind) { ++m_struck[static_cast<size_t>(kind)]; }
    [[nodiscard]] int count(Fault::Kind kind) const { return m_struck[static_cast<size_t>(kind)]; }

private:
    QList<Fault> m_faults;
    QElapsedTimer m_started;
    std::array<int, 4> m_next{};
    std::array<std::atomic<int>, Fault::kinds> m_struck{};
};
