// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class AlertGroupTableModel;
class AlertTableModel;
class Clock;
class SilenceTableModel;
struct Problem;
struct Silence;
namespace Alertmanager {
struct AlertSample;
struct ServerStatus;
struct SilenceSample;
} // namespace Alertmanager
namespace Prometheus {
struct ActiveAlertSample;
struct AlertHistory;
struct AlertRuleSample;
} // namespace Prometheus

//! A namespace's place in the console.
struct AlertPlace
{
    QString clusterId;
    QString cluster; //!< for people
    QString tenant;
    QString tenantKey;

    bool operator==(const AlertPlace &) const = default;
};

//! A server that alerts come from.
struct AlertServer
{
    enum class Kind : quint8 { Alertmanager, Prometheus };

    QString id;
    QString name; //!< for people
    QString clusterName; //!< that its alerts are about when they do not say; may be empty
    Kind kind = Kind::Alertmanager;
    Freshness freshness;
    QString problem; //!< a sentence while it cannot be reached
    QStringList peers; //!< of an Alertmanager: ids of the members of its cluster
    bool answered = false; //!< at least once, about alerts
    bool silencesKnown = false; //!< it has answered at least once about silences
    bool watchdogMissing = false;
    qsizetype leftOut = 0; //!< alerts beyond what is read of one answer

    bool operator==(const AlertServer &) const = default;
};

//! An alert that ended.
struct EndedAlert
{
    Alert alert; //!< as it was last
    QDateTime ended; //!< UTC

    bool operator==(const EndedAlert &) const = default;
};

//! Keeps what all servers say of alerts and silences and makes one truth of it. Alerts of the same fingerprint are one:
//! over the members of an Alertmanager's cluster, over several of them, and over Alertmanager and Prometheus, whose own
//! alerts lack its external labels. One is silenced or inhibited only when all that know it agree; what a server says
//! that does not answer any more counts only where no other knows better, grows stale, and never vanishes. Large
//! answers are taken in slices, so that the window's thread, in which this lives, does not stand still.
class AlertStore final : public QObject
{
    Q_OBJECT

public:
    //! \a clock must outlive this.
    explicit AlertStore(const Clock &clock, QObject *parent = nullptr);
    ~AlertStore() override;

    [[nodiscard]] AlertTableModel *table() const;
    [[nodiscard]] AlertGroupTableModel *groups() const;
    [[nodiscard]] SilenceTableModel *silences() const;

    //! "tenant", "slo", "cluster", "severity", "alertname", "state", "owner", or the name of any label.
    void setGrouping(const QString &grouping);
    [[nodiscard]] QString grouping() const;
    //! What \a alert is in by the present grouping: the key of its row in groups().
    [[nodiscard]] QString groupOf(const Alert &alert) const;
    //! Names of labels that alerts have, sorted: what one can group by, too.
    [[nodiscard]] QStringList labelNames() const;

    //! Says whose namespace of which cluster an alert is about: \a clusterName is what its label cluster or its server
    //! says. Asked once for each pair until refreshPlaces().
    void setPlaceOf(std::function<AlertPlace(const QString &clusterName, const QString &namespaceName)> placeOf);
    void refreshPlaces();

    //! The name of the alert that always fires; empty: none is expected. It is missed where a server had it before, or
    //! a Prometheus has a rule for it; \a everywhere: in every server, had it ever been there or not.
    void setWatchdog(const QString &alertname, bool everywhere = false);
    [[nodiscard]] QString watchdog() const;

    void setServer(const AlertServer &server); //!< its id, names and kind; what else it says is not looked at
    void removeServer(const QString &serverId);
    [[nodiscard]] QList<AlertServer> servers() const;
    [[nodiscard]] std::optional<AlertServer> server(const QString &serverId) const;

    void apply(const QString &serverId, const Alertmanager::AlertSample &sample);
    void apply(const QString &serverId, const Alertmanager::SilenceSample &sample);
    void apply(const QString &serverId, const Alertmanager::ServerStatus &status);
    void apply(const QString &serverId, const Prometheus::ActiveAlertSample &sample);
    void apply(const QString &serverId, const Prometheus::AlertRuleSample &sample);
    //! What Prometheus remembers of the last day; goes into the history.
    void apply(const QString &serverId, const Prometheus::AlertHistory &history);
    //! \a problem: a sentence while it cannot be reached.
    void setFreshness(const QString &serverId, const Freshness &freshness, const QString &problem);
    //! What the console's own rules say; replaces what they said before. Only key (without "console:"), name, severity,
    //! summary, tenant, tenantKey, cluster, clusterId, namespaceName, since and labels are looked at.
    void setConsoleAlerts(const QList<Alert> &alerts);

    //! Alerts that ended in the last day, the newest first; bounded.
    [[nodiscard]] const QList<EndedAlert> &history() const;
    //! UTC: how far back history() reaches.
    [[nodiscard]] QDateTime historySince() const;
    //! Whether everything that has been applied is in the tables.
    [[nodiscard]] bool settled() const;
    //! By key; null when there is none.
    [[nodiscard]] const Alert *find(const QString &key) const;

Q_SIGNALS:
    //! An alert fires that did not; not for those that are met when a server is first asked.
    void began(const Alert &alert);
    //! One that fired is gone from all servers that answer.
    void ended(const EndedAlert &alert);
    //! The groups, their counts or the servers' standing are other ones.
    void changed();
    //! How many servers miss the alert that always fires or cannot be reached: the loudest state when it is not 0.
    void silenceOfServersChanged(int servers);
    //! Prometheus is wanted to tell of the last day.
    void historyWanted(const QString &serverId, const QString &id, const QString &matchers, qint64 from, qint64 to,
        qint64 stepSeconds);

public:
    //! Asks every Prometheus for what fired in the last day with these equality labels; historyWanted() follows.
    void wantHistory(const QList<QPair<QString, QString>> &labels);
    //! Likewise, for who looks at these alone: historySince() stays as it is.
    void recallHistory(const QList<QPair<QString, QString>> &labels);

private:
    struct Private;
    std::unique_ptr<Private> d;

    void askHistory(const QString &purpose, const QList<QPair<QString, QString>> &labels);
};

Q_DECLARE_METATYPE(EndedAlert)
