// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/random.h"
#include "models/changes/changeriver.h"
#include "models/changes/changerun.h"
#include "tests/models/changes/scriptedworld.h"

#include <QCoreApplication>
#include <QElapsedTimer>

//! A river with one cluster, "prod-eu", for widgets that change something there.
class ChangeStand
{
public:
    class SeededRandom final : public RandomSource
    {
    public:
        [[nodiscard]] double uniform() override { return m_generator.generateDouble(); }

    private:
        QRandomGenerator m_generator{1};
    };

    //! What a crash has left.
    class Archive final : public ChangeArchive
    {
    public:
        explicit Archive(const Clock &clock) : m_clock(clock) { }

        QList<RecordedChange> changes;

        void unfinished(std::function<void(const QList<RecordedChange> &)> done) override
        {
            m_alarms.push_back(m_clock.after(std::chrono::milliseconds(0), [this, done] { done(changes); }));
        }
        void change(const QUuid &, std::function<void(const std::optional<RecordedChange> &)> done) override
        {
            m_alarms.push_back(m_clock.after(std::chrono::milliseconds(0), [done] { done(std::nullopt); }));
        }
        void between(const QDateTime &, const QDateTime &,
            std::function<void(const QList<RecordedChange> &)> done) override
        {
            m_alarms.push_back(m_clock.after(std::chrono::milliseconds(0), [this, done] { done(changes); }));
        }

    private:
        const Clock &m_clock;
        std::vector<std::unique_ptr<Alarm>> m_alarms;
    };

    ManualClock clock;
    Weather weather;
    SeededRandom random;
    Archive archive{clock};
    ChangeRiver river{clock, random};
    ScriptedTarget *target = nullptr;
    ScriptedJournal *journal = nullptr;

    explicit ChangeStand(int objects = 3)
    {
        addCluster();
        for (int i = 0; i < objects; ++i)
            target->put(quota(i),
                R"({"hard":{"limits.cpu":"4","pods":"10","requests.cpu":"2","requests.memory":"2Gi","services":"5"}})");
    }

    static QString cluster() { return QStringLiteral("eu"); }
    static ObjectName quota(int number)
    {
        return {{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"), {},
            QStringLiteral("tenant-%1").arg(number, 3, 10, QLatin1Char('0')), QStringLiteral("tenant-quota")};
    }
    static QStringList cpuPath()
    {
        return {QStringLiteral("spec"), QStringLiteral("hard"), QStringLiteral("requests.cpu")};
    }

    void addCluster()
    {
        auto newTarget = std::make_unique<ScriptedTarget>(clock, weather);
        auto newJournal = std::make_unique<ScriptedJournal>(clock, weather);
        target = newTarget.get();
        journal = newJournal.get();
        target->onRequest = [](const QUuid &) {};
        river.addCluster(cluster(),
            {QStringLiteral("prod-eu"), QStringLiteral("https://eu.example:6443"), std::move(newTarget),
                std::move(newJournal)});
        river.setCluster(cluster(), QStringLiteral("prod-eu"), QStringLiteral("olga"));
    }

    //! CPU of the first \a objects quotas.
    Change wish(const QString &cpu, int objects = 1)
    {
        Change change = river.newChange(cluster(), ChangeKind::Quota);
        for (int i = 0; i < objects; ++i) {
            ObjectEdit edit;
            edit.object = quota(i);
            edit.text = QStringLiteral(R"({"spec":{"hard":{"requests.cpu":"%1"}}})").arg(cpu).toUtf8();
            edit.before = target->image(quota(i));
            change.edits.append(edit);
            change.tenants.append(edit.object.namespaceName);
        }
        change.pods = 3;
        return change;
    }
    [[nodiscard]] QString cpuOf(int number) const
    {
        return target->objects.value(quota(number).title()).tree.textAt(cpuPath());
    }

    //! Moves on in time until \a holds; widgets let typing settle by the real clock.
    template <typename Holds>
    bool play(Holds holds)
    {
        QElapsedTimer real;
        real.start();
        while (!holds() && real.elapsed() < 10'000) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            clock.advance(std::chrono::milliseconds(5));
            QTest::qWait(1);
        }
        return holds();
    }
};
