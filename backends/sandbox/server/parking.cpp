// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/server/parking.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <microhttpd.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace Sandbox {

Parking::Parking() : m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_stop(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    epoll_event event{};
    event.events = EPOLLIN; // id 0: the end
    if (m_epoll < 0 || m_stop < 0 || ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_stop, &event) != 0)
        return;
    // Signals are for the program's own thread.
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    m_watch = std::thread([this] { watch(); });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

Parking::~Parking()
{
    close();
    if (m_watch.joinable()) {
        const uint64_t one = 1;
        [[maybe_unused]] const auto written = ::write(m_stop, &one, sizeof one);
        m_watch.join();
    }
    for (const int descriptor : {m_epoll, m_stop}) {
        if (descriptor >= 0)
            ::close(descriptor);
    }
}

std::shared_ptr<Parking::Place> Parking::add(MHD_Connection *connection)
{
    auto place = std::make_shared<Place>();
    place->m_connection = connection;
    if (const auto *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD))
        place->m_socket = info->connect_fd;
    return place;
}

void Parking::remove(const std::shared_ptr<Place> &place)
{
    const std::lock_guard lock(m_mutex);
    place->m_connection = nullptr;
    place->m_gone = true;
}

Parking::Entry Parking::park(const std::shared_ptr<Place> &place)
{
    const std::lock_guard lock(m_mutex);
    if (m_closed || place->m_gone || !place->m_connection)
        return Entry::Gone;
    if (place->m_woken) {
        place->m_woken = false;
        return Entry::Woken;
    }
    place->m_parked = true;
    place->m_id = ++m_lastId;
    m_parked.emplace(place->m_id, place);
    MHD_suspend_connection(place->m_connection);
    epoll_event event{};
    event.events = EPOLLRDHUP | EPOLLONESHOT; // errors come unasked
    event.data.u64 = place->m_id;
    if (m_epoll >= 0)
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, place->m_socket, &event);
    return Entry::Parked;
}

void Parking::wake(const std::shared_ptr<Place> &place)
{
    const std::lock_guard lock(m_mutex);
    if (place->m_parked)
        release(*place);
    else
        place->m_woken = true;
}

void Parking::wakeAll()
{
    const std::lock_guard lock(m_mutex);
    while (!m_parked.empty()) {
        const std::shared_ptr<Place> place = m_parked.begin()->second;
        release(*place);
    }
}

bool Parking::isGone(const std::shared_ptr<Place> &place) const
{
    const std::lock_guard lock(m_mutex);
    return place->m_gone;
}

void Parking::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    while (!m_parked.empty()) {
        const std::shared_ptr<Place> place = m_parked.begin()->second;
        place->m_gone = true;
        release(*place);
    }
}

size_t Parking::count() const
{
    const std::lock_guard lock(m_mutex);
    return m_parked.size();
}

//! Under the lock.
void Parking::release(Place &place)
{
    place.m_parked = false;
    if (m_epoll >= 0)
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, place.m_socket, nullptr);
    MHD_resume_connection(place.m_connection);
    m_parked.erase(place.m_id);
}

void Parking::watch()
{
    std::array<epoll_event, 64> events;
    for (;;) {
        const int count = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), -1);
        if (count < 0 && errno != EINTR)
            return;
        for (int i = 0; i < count; ++i) {
            if (events[static_cast<size_t>(i)].data.u64 == 0)
                return;
            const std::lock_guard lock(m_mutex);
            // It may have been woken in between: then its own writing notices.
            const auto found = m_parked.find(events[static_cast<size_t>(i)].data.u64);
            if (found == m_parked.end())
                continue;
            const std::shared_ptr<Place> place = found->second;
            place->m_gone = true;
            release(*place);
        }
    }
}

} // namespace Sandbox
