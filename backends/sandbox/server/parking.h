// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>

struct MHD_Connection;

namespace Sandbox {

//! Connections of a listener that wait for something to say. libmicrohttpd does not look at them meanwhile, so this
//! notices when their client goes away. May be used from any thread; whoever holds it last may do so after its listener
//! has ended.
class Parking
{
public:
    //! One exchange's place. Guarded by the parking's mutex.
    class Place
    {
    private:
        friend class Parking;
        MHD_Connection *m_connection = nullptr; // null when the exchange is over
        int m_socket = -1;
        uint64_t m_id = 0;
        bool m_parked = false;
        bool m_woken = false; // before it was parked
        bool m_gone = false; // the client, or the listener
    };

    //! Throws nothing; without the system's help, clients that go are noticed later.
    Parking();
    ~Parking();
    Parking(const Parking &) = delete;
    Parking &operator=(const Parking &) = delete;

    [[nodiscard]] std::shared_ptr<Place> add(MHD_Connection *connection);
    //! The exchange is over: the connection must not be touched any more.
    void remove(const std::shared_ptr<Place> &place);

    enum class Entry {
        Parked, //!< until it is woken; then its callback is called again
        Woken, //!< there is something to do by now
        Gone, //!< nobody waits for an answer
    };
    //! Suspends the connection; only from within one of libmicrohttpd's callbacks for it.
    [[nodiscard]] Entry park(const std::shared_ptr<Place> &place);
    void wake(const std::shared_ptr<Place> &place);
    void wakeAll();
    [[nodiscard]] bool isGone(const std::shared_ptr<Place> &place) const;
    //! All of them end; nothing can be parked any more.
    void close();
    //! How many wait right now.
    [[nodiscard]] size_t count() const;

private:
    mutable std::mutex m_mutex;
    std::unordered_map<uint64_t, std::shared_ptr<Place>> m_parked; // by id
    uint64_t m_lastId = 0;
    bool m_closed = false;
    int m_epoll = -1;
    int m_stop = -1;
    std::thread m_watch;

    void release(Place &place);
    void watch();
};

} // namespace Sandbox
