// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>
#include <memory>

//! A pending call of Clock::after(); destroying it cancels the call.
class Alarm
{
public:
    virtual ~Alarm() = default;
};

//! Where time comes from, so that tests need not wait for it. The real clock has no state and may be used from any
//! thread; it must outlive its users.
class Clock
{
public:
    virtual ~Clock() = default;

    //! Milliseconds since some fixed moment; never goes back, and goes on while the machine sleeps, because data ages
    //! then too.
    [[nodiscard]] virtual std::chrono::milliseconds elapsed() const = 0;
    //! The time of day, UTC. For people and for certificates, never for measuring.
    [[nodiscard]] virtual QDateTime now() const = 0;
    //! Calls \a action once after \a delay from the event loop of the calling thread.
    [[nodiscard]] virtual std::unique_ptr<Alarm> after(
        std::chrono::milliseconds delay, std::function<void()> action) const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] std::chrono::milliseconds elapsed() const override;
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::unique_ptr<Alarm> after(
        std::chrono::milliseconds delay, std::function<void()> action) const override;
};
