// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/freshness.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>
#include <optional>

class AlertStore;
class Clock;
struct Error;
namespace Alertmanager {
class Client;
class Monitor;
} // namespace Alertmanager
namespace Prometheus {
class AlertMonitor;
}

//! Brings what one server says of alerts from the thread of the metrics to the store in the window's thread.
class AlertFeed final : public QObject
{
    Q_OBJECT

public:
    //! \a clusterName: what its alerts are about when they do not say; may be empty. All references must outlive this.
    AlertFeed(const QString &serverId, const QString &serverName, const QString &clusterName, AlertStore &store,
        const Clock &clock, QObject *parent = nullptr);
    //! Takes the server out of the store.
    ~AlertFeed() override;

    //! One of these, once. They live in another thread and may be destroyed there at any time.
    void follow(Alertmanager::Monitor *monitor);
    void follow(Prometheus::AlertMonitor *monitor);
    //! What it writes is read at once.
    void follow(Alertmanager::Client *client);
    //! Whether somebody looks at alerts: they are asked for more often then.
    void setNeeded(bool needed);

    //! Looks at the clock: what has not been confirmed for a while turns delayed, then stale.
    void refreshFreshness();
    [[nodiscard]] Freshness freshness() const;

private:
    QString m_serverId;
    QString m_serverName;
    QString m_clusterName;
    AlertStore &m_store;
    const Clock &m_clock;
    QPointer<Alertmanager::Monitor> m_alertmanager;
    QPointer<Prometheus::AlertMonitor> m_prometheus;
    std::chrono::milliseconds m_pace{2000};
    std::optional<std::chrono::milliseconds> m_confirmed;
    QDateTime m_confirmedAt;
    QString m_problem;

    void confirm(std::chrono::milliseconds confirmed, std::chrono::milliseconds pace);
    void fail(const Error &error);
};
