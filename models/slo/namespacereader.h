// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/seenrollouts.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

class ChangeRiver;
class Clock;

//! What a cluster remembers of one namespace: who rolled out what, and its events.
struct NamespaceHistory
{
    QList<RolloutStep> steps; //!< ascending in time
    QList<NamespaceEvent> events; //!< ascending in time
    QStringList problems; //!< sentences about what could not be read; what could is here

    bool operator==(const NamespaceHistory &) const = default;
};

//! Reads it, whoever made the changes. Lists are taken apart in a thread of its own, because they may be large. Lives
//! in the window's thread and never waits.
class NamespaceReader final : public QObject
{
    Q_OBJECT

public:
    //! Both must outlive this.
    NamespaceReader(ChangeRiver &river, const Clock &clock, QObject *parent = nullptr);
    //! Answers that are on their way are not given any more.
    ~NamespaceReader() override;

    //! Answers once, from the event loop, unless this or \a context is gone by then.
    void read(const QString &clusterId, const QString &namespaceName, QObject *context,
        std::function<void(const NamespaceHistory &)> done);

private:
    struct Reading;

    ChangeRiver &m_river;
    const Clock &m_clock;
    SeenRollouts m_seen;
    QThreadPool m_pool;

    void takeApart(const std::shared_ptr<Reading> &reading);
    void answer(const Reading &reading, NamespaceHistory history);
};
