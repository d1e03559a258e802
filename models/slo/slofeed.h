// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/slo.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <optional>

class Clock;
class SloStore;
struct Error;
namespace Prometheus {
class SloMonitor;
struct SloCourseAnswer;
struct SloSample;
} // namespace Prometheus
namespace SloSpec {
struct Definition;
}

//! Brings what one server says of SLOs from its worker thread to the store of the window's thread, and takes there what
//! the window wants to know.
class SloFeed final : public QObject
{
    Q_OBJECT

public:
    //! \a serverName is what people call the server, \a clusterName the cluster that it speaks of where its series have
    //! no label `cluster` (may be empty). The references must outlive this.
    SloFeed(const QString &serverId, const QString &serverName, const QString &clusterName, SloStore &store,
        const Clock &clock, QObject *parent = nullptr);
    //! Takes the server out of the store.
    ~SloFeed() override;

    //! Lives in another thread and may be destroyed there at any time.
    void follow(Prometheus::SloMonitor *monitor);
    //! Those that are sound are evaluated where nothing records them; those that are faulty become rows that say so.
    void setDefinitions(const QList<SloSpec::Definition> &definitions);
    //! Nobody looks: the server is asked seldom.
    void setNeeded(bool needed);
    //! Looks at the clock.
    void refreshFreshness();
    //! Answered by courseRead(); does nothing when this server does not have the SLO. Milliseconds since the epoch.
    //! A newer question of the same \a asker about that SLO takes the place of one that is not answered yet.
    void readCourse(const Slo &slo, qint64 from, qint64 to, std::chrono::seconds step, const QString &asker = {});

Q_SIGNALS:
    void courseRead(const SloCourse &course, const QString &asker);

private:
    QString m_serverId;
    QString m_serverName;
    QString m_clusterName;
    SloStore &m_store;
    const Clock &m_clock;
    QPointer<Prometheus::SloMonitor> m_monitor;
    QString m_problem;

    void tell();
    void takeSample(const Prometheus::SloSample &sample);
    void takeFailure(const Error &error);
    void takeCourse(const QString &id, const Prometheus::SloCourseAnswer &answer);
    static void fillCourse(SloCourse &course, const Prometheus::SloCourseAnswer &answer, const Slo &slo);
};
