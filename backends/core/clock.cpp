// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/clock.h"

#include <QTimer>

#include <ctime>

namespace {

class TimerAlarm final : public Alarm
{
public:
    TimerAlarm(std::chrono::milliseconds delay, std::function<void()> action)
    {
        m_timer.setSingleShot(true);
        // Late is harmless for back-offs and polls of a second or more, and saves wake-ups.
        m_timer.setTimerType(delay < std::chrono::seconds(1) ? Qt::PreciseTimer : Qt::CoarseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [action = std::move(action)] {
            const auto copy = action; // the action may destroy this alarm
            copy();
        });
        m_timer.start(delay);
    }

private:
    QTimer m_timer;
};

} // namespace

std::chrono::milliseconds SystemClock::elapsed() const
{
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time); // unlike CLOCK_MONOTONIC it counts suspended time
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
}

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

std::unique_ptr<Alarm> SystemClock::after(std::chrono::milliseconds delay, std::function<void()> action) const
{
    return std::make_unique<TimerAlarm>(delay, std::move(action));
}
