// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/slo/definition.h"

#include <QObject>
#include <QStringList>
#include <QThread>

#include <chrono>
#include <map>

class Alarm;
class ChangeRiver;
class Clock;
struct ReadAnswer;

//! Reads what objectives people wrote down: those that the console brings, files and folders of files, and custom
//! resources of connected clusters; again and again, because all of these change. Lives in the window's thread, parses
//! in one of its own.
class SloDefinitions final : public QObject
{
    Q_OBJECT

public:
    //! \a places: files, and folders whose *.yaml and *.yml count. References must outlive this.
    SloDefinitions(QStringList places, ChangeRiver &river, const Clock &clock, QObject *parent = nullptr);
    ~SloDefinitions() override;

    //! What the console brings and what its owner put into $XDG_CONFIG_HOME/pilothouse/slos.
    [[nodiscard]] static QStringList usualPlaces();

    void start();
    //! \a name: for people, as part of where a definition comes from.
    void addCluster(const QString &clusterId, const QString &name);
    void removeCluster(const QString &clusterId);

Q_SIGNALS:
    //! All that one place has now; an empty cluster for the files.
    void changed(const QString &clusterId, const QList<SloSpec::Definition> &definitions);

private:
    struct Cluster
    {
        QString name;
        std::map<QString, QByteArray> texts; // of each kind, as last read
        int open = 0; // questions
        bool different = false;
    };

    static constexpr std::chrono::seconds filesAge{10};
    static constexpr std::chrono::seconds clustersAge{60};

    QStringList m_places;
    ChangeRiver &m_river;
    const Clock &m_clock;
    QThread m_thread;
    QObject *m_reader = nullptr; // lives and dies in m_thread; null before start()
    std::map<QString, Cluster> m_clusters;
    QByteArray m_fingerprint; // of the files as last parsed; m_thread's alone
    std::unique_ptr<Alarm> m_filesDue;
    std::unique_ptr<Alarm> m_clustersDue;

    void readFiles();
    void readClusters();
    void readCluster(const QString &clusterId);
    void take(const QString &clusterId, const QString &kind, const ReadAnswer &answer);
    void parse(const QString &clusterId, const Cluster &cluster);
    void tell(const QString &clusterId, const QList<SloSpec::Definition> &definitions);
};
