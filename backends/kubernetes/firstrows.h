// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>

namespace Kubernetes {

//! How many clusters of a fleet still wait for their first rows, which large lists of others would slow down. Shared by
//! their threads; all functions may be called in any of them.
class FirstRows final : public QObject
{
    Q_OBJECT

public:
    void expect() { ++m_awaited; }
    //! For each expect() once.
    void settle()
    {
        if (--m_awaited == 0)
            Q_EMIT allSettled();
    }
    [[nodiscard]] bool awaited() const { return m_awaited > 0; }

Q_SIGNALS:
    //! In the thread of the last one.
    void allSettled();

private:
    std::atomic<int> m_awaited = 0;
};

} // namespace Kubernetes
