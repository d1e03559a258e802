// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alertgroups.h"
#include "models/alerts/alertgrouptablemodel.h"
#include "models/alerts/alertmatching.h"
#include "models/alerts/alertmerge.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/alerttablemodel.h"
#include "models/alerts/endedalerts.h"
#include "models/alerts/silencetablemodel.h"

#include <QSet>

#include <deque>

class Alarm;

//! The inside of AlertStore. Only for its sources, which include what it declares of the backends.
struct AlertStore::Private
{
    //! An answer that is taken in, bit by bit.
    struct Job
    {
        QString serverId;
        QList<Alertmanager::Alert> fromAlertmanager;
        QList<Prometheus::ActiveAlert> fromPrometheus;
        qsizetype at = 0;

        [[nodiscard]] qsizetype size() const { return fromAlertmanager.size() + fromPrometheus.size(); }
    };

    //! So much is done at once: some milliseconds' worth.
    static constexpr qsizetype intakeSlice = 2000;
    static constexpr qsizetype mergeSlice = 500;
    //! So many rows are shown at once: each time all that looks at the table sorts and paints.
    static constexpr qsizetype showSlice = 2500;

    //! Begins the ids of questions about the past whose answers say nothing about all alerts.
    static constexpr QLatin1String recalled{"recalled"};

    Private(AlertStore &store, const Clock &itsClock) : q(store), clock(itsClock) { }

    AlertStore &q;
    const Clock &clock;
    AlertTableModel table;
    AlertGroupTableModel groups;
    SilenceTableModel silences;
    QString grouping = QStringLiteral("tenant");
    QString watchdog = QStringLiteral("Watchdog");
    bool watchdogEverywhere = false;
    AlertMatching::Sources sources; // Alertmanagers first
    std::function<AlertPlace(const QString &, const QString &)> askPlace;
    QHash<QPair<QString, QString>, AlertPlace> places;
    QHash<quint64, AlertMerge::Claim> claims;
    QList<Alert> consoleAlerts;
    EndedAlerts history;
    QDateTime historySince;
    std::deque<Job> jobs;
    QList<quint64> dirty; // fingerprints, in their order
    QSet<quint64> isDirty;
    // What the table does not have yet; no fingerprint twice, because touch() shows them first.
    QList<Alert> newRows;
    QStringList endedKeys;
    AlertMerge::SafeUrls urls;
    QSet<QString> began; // keys of rows that were told to have begun, or were met firing at first
    QSet<quint64> atFirst; // met in the first answer of a server
    QSet<QString> loud; // keys of what the console itself says
    int lacking = 0;
    std::unique_ptr<Alarm> next;

    [[nodiscard]] AlertSource *source(const QString &id) const;
    AlertSource *addSource(AlertServer::Kind kind);
    void removeSource(const QString &id);

    void begin(Job job);
    [[nodiscard]] bool settled() const { return jobs.empty() && dirty.isEmpty() && !next; }
    void touch(const QList<quint64> &fingerprints);
    void touchAll();
    void workSoon();
    void work();
    void takeSlice();
    void takeIn(AlertSource &source, quint64 own, const SeenAlert &alert);
    void sweep(AlertSource &source);
    void mergeSome();
    void mergeOne(quint64 fingerprint, const AlertMerge::Surroundings &around);
    void showChanged();
    void tellBegun(const Alert &alert, bool quietly);
    //! What follows from all of it: groups, silences, what the console itself says.
    void finish();
    void regroup();
    void showOwn();
    void showSilences();

    void takeClaims();
    void takeHistory(const AlertSource &source, const Prometheus::AlertHistory &history);
    void setFreshness(AlertSource &source, const Freshness &freshness, const QString &problem);
    [[nodiscard]] AlertPlace placeOf(const QString &clusterName, const QString &namespaceName);
    [[nodiscard]] AlertMerge::Surroundings surroundings();
};
