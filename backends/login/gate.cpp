// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/login/gate.h"

#include <QMutex>
#include <QObject>
#include <QThread>

#include <deque>

namespace Login {

//! Who is inside and who waits. Locked only for as long as it takes to count.
class Gate::State
{
public:
    explicit State(int places) : m_free(places) { }

    void join(Ticket *ticket)
    {
        const QMutexLocker locker(&m_mutex);
        m_queue.push_back(ticket);
        admit();
    }
    //! \a inside is the ticket's own mark, which only admit() sets.
    void leave(Ticket *ticket, const bool &inside)
    {
        const QMutexLocker locker(&m_mutex);
        if (inside)
            ++m_free;
        else
            std::erase(m_queue, ticket);
        admit();
    }

private:
    QMutex m_mutex;
    std::deque<Ticket *> m_queue;
    int m_free;

    void admit();
};

class Gate::Ticket final : public Http::Call
{
public:
    Ticket(std::shared_ptr<State> state, std::function<void()> enter)
        : m_state(std::move(state)), m_enter(std::move(enter))
    {
    }
    ~Ticket() override
    {
        Q_ASSERT(QThread::currentThread() == m_here.thread());
        m_state->leave(this, m_inside);
    }
    Q_DISABLE_COPY_MOVE(Ticket)

    //! With the state locked, so this cannot be destroyed meanwhile; what is posted dies with m_here.
    void admit()
    {
        m_inside = true;
        QMetaObject::invokeMethod(
            &m_here,
            [this] {
                const auto enter = std::move(m_enter); // it may destroy this
                enter();
            },
            Qt::QueuedConnection);
    }

private:
    std::shared_ptr<State> m_state;
    std::function<void()> m_enter;
    QObject m_here; // stands for the thread that asked
    bool m_inside = false;
};

void Gate::State::admit()
{
    while (m_free > 0 && !m_queue.empty()) {
        Ticket *next = m_queue.front();
        m_queue.pop_front();
        --m_free;
        next->admit();
    }
}

Gate::Gate(int places) : m_state(std::make_shared<State>(places))
{
}

Gate::~Gate() = default;

std::unique_ptr<Http::Call> Gate::acquire(std::function<void()> enter)
{
    auto ticket = std::make_unique<Ticket>(m_state, std::move(enter));
    m_state->join(ticket.get());
    return ticket;
}

} // namespace Login
