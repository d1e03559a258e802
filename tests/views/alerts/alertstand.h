// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/alertmanager/alert.h"
#include "backends/alertmanager/silence.h"
#include "models/alerts/alertgrouptablemodel.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/alerttablemodel.h"
#include "models/alerts/silenceedit.h"
#include "models/alerts/silencetablemodel.h"
#include "models/fleet/clusterlistmodel.h"
#include "tests/views/changes/changestand.h"

#include <QLabel>
#include <QWidget>

//! One Alertmanager, "am-1", whose alerts and silences are given by hand, and a river that leads there.
class AlertStand
{
public:
    using Labelled = std::initializer_list<std::pair<const char *, QString>>;

    ManualClock clock;
    Weather weather;
    ChangeStand::SeededRandom random;
    ChangeRiver river{clock, random};
    ClusterListModel clusters;
    AlertStore store{clock};
    ScriptedTarget *target = nullptr;

    AlertStand()
    {
        auto newTarget = std::make_unique<ScriptedTarget>(clock, weather);
        target = newTarget.get();
        target->onRequest = [](const QUuid &) {};
        river.addCluster(SilenceEdits::placeOf(server()),
            {QStringLiteral("am-1"), QStringLiteral("http://am-1.example:9093"), std::move(newTarget),
                std::make_unique<ScriptedJournal>(clock, weather)});
        river.setCluster(SilenceEdits::placeOf(server()), QStringLiteral("am-1"), QStringLiteral("olga"));
        store.setPlaceOf([](const QString &cluster, const QString &space) {
            return AlertPlace{QStringLiteral("eu"), cluster.isEmpty() ? QStringLiteral("prod-eu") : cluster, space,
                space.isEmpty() ? QString() : QString(QStringLiteral("eu\n") + space)};
        });
        addServer(server());
        confirm(server());
    }

    static QString server() { return QStringLiteral("am-1"); }
    void addServer(const QString &id, AlertServer::Kind kind = AlertServer::Kind::Alertmanager)
    {
        AlertServer added;
        added.id = added.name = id;
        added.kind = kind;
        store.setServer(added);
        settle();
    }
    void confirm(const QString &id)
    {
        store.setFreshness(id, {Freshness::State::Live, clock.now(), {}}, {});
        settle();
    }
    void settle()
    {
        clock.advance(std::chrono::milliseconds(0));
        for (int turn = 0; turn < 10'000 && !store.settled(); ++turn)
            clock.advance(std::chrono::milliseconds(1));
    }

    [[nodiscard]] Alertmanager::Alert alert(Labelled labels, Labelled annotations = {}) const
    {
        Alertmanager::Alert made;
        for (const auto &[name, value] : labels)
            made.labels.append({QString::fromLatin1(name), value});
        Labels::sort(made.labels);
        for (const auto &[name, value] : annotations)
            made.annotations.append({QString::fromLatin1(name), value});
        Labels::sort(made.annotations);
        made.fingerprint = Labels::fingerprint(made.labels);
        made.startsAt = clock.now().addSecs(-720).toMSecsSinceEpoch();
        made.updatedAt = clock.now().toMSecsSinceEpoch();
        made.endsAt = clock.now().addSecs(300).toMSecsSinceEpoch();
        made.receivers = {QStringLiteral("on-call")};
        return made;
    }
    //! Alerts of a storm: \a count over ten tenants, one in ten critical.
    [[nodiscard]] QList<Alertmanager::Alert> storm(int count) const
    {
        static const QStringList names{QStringLiteral("ErrorBudgetBurn"), QStringLiteral("PodCrashLooping"),
            QStringLiteral("HighLatency"), QStringLiteral("NodeMemoryPressure")};
        QList<Alertmanager::Alert> alerts;
        for (int i = 0; i < count; ++i) {
            const QString tenant = QStringLiteral("tenant-%1").arg(i % 10, 3, 10, QLatin1Char('0'));
            alerts.append(
                alert({{"alertname", names.at(i % 4)}, {"namespace", tenant},
                          {"severity", i % 10 == 3 ? QStringLiteral("critical") : QStringLiteral("warning")},
                          {"pod", QStringLiteral("web-%1").arg(i)}, {"team", QStringLiteral("team-%1").arg(i % 3)}},
                    {{"summary", QStringLiteral("web-%1 of %2 is in trouble").arg(i).arg(tenant)}}));
            alerts.last().startsAt -= qint64(i) * 100;
        }
        return alerts;
    }
    void apply(const QList<Alertmanager::Alert> &alerts, const QString &id = server())
    {
        store.apply(id, Alertmanager::AlertSample{alerts, 0, clock.elapsed()});
        settle();
    }
    [[nodiscard]] Alertmanager::Silence silence(const QString &id, const QList<Alertmanager::Matcher> &matchers) const
    {
        Alertmanager::Silence made;
        made.id = id;
        made.matchers = matchers;
        made.startsAt = clock.now().addSecs(-600).toMSecsSinceEpoch();
        made.updatedAt = made.startsAt;
        made.endsAt = clock.now().addSecs(3600).toMSecsSinceEpoch();
        made.createdBy = QStringLiteral("olga");
        made.comment = QStringLiteral("node is replaced");
        return made;
    }
    void apply(const QList<Alertmanager::Silence> &silences, const QString &id = server())
    {
        store.apply(id, Alertmanager::SilenceSample{silences, 0, clock.elapsed()});
        settle();
    }
    //! Moves on in time until \a holds; widgets let typing settle by the real clock.
    template <typename Holds>
    [[nodiscard]] bool play(Holds holds)
    {
        QElapsedTimer timer;
        timer.start();
        while (!holds()) {
            if (timer.hasExpired(5000))
                return false;
            clock.advance(std::chrono::milliseconds(10));
            QTest::qWait(1);
        }
        return true;
    }
};
