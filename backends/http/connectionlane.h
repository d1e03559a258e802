// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace Http {

//! A manager with the connections that it holds. Lives until the last call on it has gone: deleting a manager deletes
//! its replies.
struct ConnectionLane
{
    struct DeleteLater
    {
        //! A manager may be further up the stack when a reply's signal leads here.
        void operator()(QNetworkAccessManager *manager) const { manager->deleteLater(); }
    };

    std::unique_ptr<QNetworkAccessManager, DeleteLater> manager;
    bool http2 = false; //!< known to be used on it
    std::chrono::milliseconds heardAt{0}; //!< by Clock::elapsed(): when the last byte came, on any of its connections
    //! Something waited in vain and nothing else was heard meanwhile: a connection may look alive and not be. What is
    //! on it may go on, nothing new is sent over it.
    bool doubted = false;
};

//! Lanes for streams. With HTTP/1.1 Qt opens at most six connections a host and manager, and each stream holds one, so
//! a lane carries five streams; with HTTP/2 one connection carries as many as servers usually allow (Go's default is
//! 100 or 250). Lives in one thread.
class StreamLanes
{
public:
    static constexpr long overHttp1 = 5;
    static constexpr long overHttp2 = 90;

    using Make = std::function<std::shared_ptr<ConnectionLane>()>;

    explicit StreamLanes(Make make) : m_make(std::move(make)) { }

    //! A lane with room for one more stream and without a doubt about it, which is on it for as long as it holds the
    //! pointer.
    [[nodiscard]] std::shared_ptr<ConnectionLane> take();
    //! Nothing new goes over the lanes there are.
    void abandon() { m_lanes.clear(); }
    [[nodiscard]] size_t size() const { return m_lanes.size(); }

private:
    Make m_make;
    std::vector<std::shared_ptr<ConnectionLane>> m_lanes;
};

} // namespace Http
