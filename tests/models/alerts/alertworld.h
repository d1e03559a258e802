// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/alertmanager/alert.h"
#include "backends/alertmanager/silence.h"
#include "backends/prometheus/alerts.h"
#include "models/alerts/alertgrouptablemodel.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/alerttablemodel.h"
#include "models/alerts/silencetablemodel.h"
#include "tests/support/manualclock.h"

//! Servers and what they say, for tests of alerts.
namespace AlertWorld {

inline QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

inline LabelList labels(std::initializer_list<std::pair<const char *, const char *>> pairs)
{
    LabelList list;
    for (const auto &[name, value] : pairs)
        list.append({text(name), text(value)});
    Labels::sort(list);
    return list;
}

inline Alertmanager::Alert alert(
    const LabelList &labels, Alertmanager::Alert::State state = Alertmanager::Alert::State::Active)
{
    Alertmanager::Alert alert;
    alert.labels = labels;
    alert.fingerprint = Labels::fingerprint(labels);
    alert.state = state;
    alert.startsAt = alert.updatedAt = 1795214880000;
    alert.receivers = {text("console")};
    return alert;
}

inline Prometheus::ActiveAlert active(const LabelList &labels, bool firing = true)
{
    Prometheus::ActiveAlert alert;
    alert.labels = labels;
    alert.firing = firing;
    alert.activeAt = 1795214870000;
    return alert;
}

inline Alertmanager::Silence silence(const char *id, const QList<Alertmanager::Matcher> &matchers)
{
    Alertmanager::Silence silence;
    silence.id = text(id);
    silence.matchers = matchers;
    silence.createdBy = text("olga");
    silence.comment = text("because");
    silence.startsAt = silence.updatedAt = 1795214880000;
    silence.endsAt = silence.startsAt + 3'600'000;
    return silence;
}

inline QString keyOf(const LabelList &labels)
{
    return Labels::fingerprintText(Labels::fingerprint(labels));
}

//! Two members of an Alertmanager's cluster and a Prometheus that feeds them.
struct World
{
    ManualClock clock;
    AlertStore store{clock};
    QStringList began; //!< keys
    QStringList ended;

    World()
    {
        for (const char *name : {"am-1", "am-2", "prom"}) {
            AlertServer server;
            server.id = server.name = text(name);
            server.clusterName = text("prod");
            server.kind = server.name == text("prom") ? AlertServer::Kind::Prometheus : AlertServer::Kind::Alertmanager;
            store.setServer(server);
            live(name);
        }
        store.setPlaceOf([](const QString &cluster, const QString &space) {
            AlertPlace place;
            place.cluster = cluster;
            place.clusterId = cluster;
            place.tenant = space.isEmpty() ? QString() : QString(text("tenant of ") + space);
            return place;
        });
        QObject::connect(&store, &AlertStore::began, &store, [this](const Alert &alert) { began.append(alert.key); });
        QObject::connect(
            &store, &AlertStore::ended, &store, [this](const EndedAlert &alert) { ended.append(alert.alert.key); });
    }
    void live(const char *server) { freshness(server, Freshness::State::Live); }
    void freshness(const char *server, Freshness::State state, const char *problem = "")
    {
        store.setFreshness(text(server),
            {state, clock.now(), std::chrono::milliseconds(state == Freshness::State::Stale ? 60000 : 0)},
            text(problem));
        settle();
    }
    void say(const char *server, const QList<Alertmanager::Alert> &alerts)
    {
        Alertmanager::AlertSample sample;
        sample.alerts = alerts;
        store.apply(text(server), sample);
        settle();
    }
    void say(const char *server, const QList<Prometheus::ActiveAlert> &alerts, const std::optional<LabelList> &external)
    {
        Prometheus::ActiveAlertSample sample;
        sample.alerts = alerts;
        sample.externalLabels = external;
        store.apply(text(server), sample);
        settle();
    }
    void silences(const char *server, const QList<Alertmanager::Silence> &list)
    {
        Alertmanager::SilenceSample sample;
        sample.silences = list;
        store.apply(text(server), sample);
        settle();
    }
    void settle()
    {
        for (int i = 0; i < 1000 && !store.settled(); ++i)
            clock.advance(std::chrono::milliseconds(0));
    }
    [[nodiscard]] const Alert *find(const LabelList &labels) const { return store.find(keyOf(labels)); }
    [[nodiscard]] QString stateOf(const LabelList &labels) const
    {
        const Alert *found = find(labels);
        return found ? found->state.id : QString();
    }
};

} // namespace AlertWorld
