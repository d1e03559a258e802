// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serverlink.h"
#include "backends/slo/definition.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <map>
#include <memory>
#include <vector>

class AlertStore;
class Changes;
class ResponseTimes;
class SloStore;
struct Slo;
struct SloCourse;

//! The servers that SLOs and alerts are read from: one or several of each connected cluster, and those that stand for
//! themselves. What asks them lives in the thread that all metrics share. Lives in the window's thread.
class ServerLinks final : public QObject
{
    Q_OBJECT

public:
    struct Models
    {
        ConnectionTableModel &connections;
        SloStore &slos;
        AlertStore &alerts;
        Changes &changes; //!< where silences go
        ResponseTimes &responses;
        QStringList responseMetrics; //!< see Prometheus::ResponseMonitor
    };

    //! References must outlive this; \a thread is to run no longer than they do.
    ServerLinks(const Models &models, QThread &thread, const Clock &clock, QObject *parent = nullptr);
    ~ServerLinks() override;

    //! The one with this id and service, which is connected unless it is already.
    const ServerLink *connectServer(const ServerLink::Setting &setting, const ServerAccess &access);
    //! All that belong to it.
    void disconnectCluster(const QString &clusterId);
    void disconnectAll();
    void setClusterName(const QString &clusterId, const QString &name);

    //! Whether somebody looks at SLOs, at alerts.
    void setNeeds(bool slos, bool alerts);
    //! Of a cluster's custom resources, or with an empty id of files: takes the place of those set before. What a
    //! cluster has is evaluated by its own servers, or where it has none by those that stand for themselves.
    void setDefinitions(const QString &clusterId, const QList<SloSpec::Definition> &definitions);
    //! Looks at the clock.
    void refreshFreshness();
    //! See SloFeed::readCourse().
    void readCourse(const Slo &slo, qint64 from, qint64 to, std::chrono::seconds step, const QString &asker = {});

    //! Asks the first Prometheus of the cluster for the bounds that a histogram (without _bucket) has; calls \a done
    //! once, from the event loop, with none when nobody knows.
    using BoundsDone = std::function<void(const QStringList &bounds)>;
    void askBounds(const QString &clusterId, const QString &namespaceName, const QString &histogram, BoundsDone done);

    [[nodiscard]] bool has(Connection::Service service) const;
    //! One that people call so.
    [[nodiscard]] bool known(const QString &name, Connection::Service service) const;
    //! Null when there is none.
    [[nodiscard]] EndpointRelay *endpoint(const QString &id, Connection::Service service) const;
    //! Every server has answered or failed.
    [[nodiscard]] bool slosSettled() const;
    [[nodiscard]] bool alertsSettled() const;

Q_SIGNALS:
    void courseRead(const SloCourse &course, const QString &asker);
    void changed();

private:
    struct Entry;

    Models m_models;
    QThread &m_thread;
    const Clock &m_clock;
    std::vector<std::unique_ptr<Entry>> m_entries;
    std::map<QString, QList<SloSpec::Definition>> m_definitions; // by cluster; of files: empty
    std::map<quint64, BoundsDone> m_bounds; // by question
    quint64 m_questions = 0;
    bool m_slosNeeded = false;
    bool m_alertsNeeded = false;

    [[nodiscard]] Entry *find(const QString &id, Connection::Service service) const;
    void addPrometheus(Entry &entry);
    void addAlertmanager(Entry &entry);
    void addResponses(Entry &entry);
    void remove(Entry &entry);
    void tellDefinitions(Entry &entry) const;
    void startSlos(Entry &entry) const;
    void takeBounds(quint64 id, const QStringList &bounds);
    template <typename Worker>
    Worker *settle(Entry &entry, std::unique_ptr<Worker> worker);
};
