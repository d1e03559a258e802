// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/onboarding/offboarding.h"
#include "models/onboarding/tenantonboarding.h"
#include "tests/models/onboarding/onboardingworld.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QTest>

class TestOffboarding : public QObject
{
    Q_OBJECT

private:
    const TenantTemplates m_templates = shippedTemplates();
    std::optional<OnboardingWorld> m_world;
    const QString m_key = TenantStore::keyOf(QStringLiteral("eu"), QStringLiteral("team-blue"));

    bool look(Offboarding &offboarding)
    {
        offboarding.look(m_key);
        return m_world->play([&] { return !offboarding.isReading(); });
    }
    static ObjectName claim(const char *name)
    {
        return {{}, QStringLiteral("v1"), QStringLiteral("PersistentVolumeClaim"),
            QStringLiteral("persistentvolumeclaims"), {}, QStringLiteral("team-blue"), QString::fromLatin1(name)};
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_world.emplace();
        const auto edit
            = onboardingEdit(goodForm(m_templates), m_templates, TenantKeys(), m_world->river, m_world->store);
        QCOMPARE(m_world->make(*edit.change)->outcome.kind, ChangeOutcome::Kind::Verified);
        m_world->addTenant("team-blue", "team-blue");
    }

    void takesAllAwayAndBringsTheFrameBack()
    {
        const auto before = m_world->target->objects;
        Offboarding offboarding(m_world->river, m_world->store, nullptr);
        QVERIFY(look(offboarding));
        QVERIFY2(offboarding.problem().isEmpty(), qPrintable(offboarding.problem()));
        QCOMPARE(offboarding.content().frame, before.size() - 1);
        QCOMPARE(offboarding.action(), QStringLiteral("Offboard tenant team-blue from prod-eu"));
        const auto change = offboarding.change();
        QVERIFY(change.has_value());
        QCOMPARE(change->edits.last().object.kind, QStringLiteral("Namespace"));
        QCOMPARE(change->tenants, QStringList{QStringLiteral("team-blue")});
        const auto ended = m_world->make(*change);
        QVERIFY2(ended->outcome.kind == ChangeOutcome::Kind::Verified, qPrintable(ended->outcome.sentence));
        QVERIFY(m_world->target->objects.isEmpty());

        const auto undo = m_world->undo(change->id);
        QVERIFY(undo && undo->possible);
        QCOMPARE(m_world->make(undo->change)->outcome.kind, ChangeOutcome::Kind::Verified);
        QCOMPARE(m_world->target->objects.size(), before.size());
        for (auto it = before.begin(); it != before.end(); ++it)
            QVERIFY2(ObjectCompare::same(m_world->target->objects[it.key()].tree.toJson(), it->tree.toJson()),
                qPrintable(it.key()));
    }

    void leavesToTheNamespaceWhatIsTheTenantsOwn()
    {
        m_world->target->put(claim("data-1"), "{}");
        m_world->target->put(claim("data-2"), "{}");
        ObjectName account = claim("default");
        account.kind = QStringLiteral("ServiceAccount");
        account.resource = QStringLiteral("serviceaccounts");
        m_world->target->put(account, "{}");
        ObjectName config = claim("settings");
        config.kind = QStringLiteral("ConfigMap");
        config.resource = QStringLiteral("configmaps");
        m_world->target->put(config, "{}");
        Offboarding offboarding(m_world->river, m_world->store, nullptr);
        QVERIFY(look(offboarding));
        QCOMPARE(offboarding.content().volumeClaims, std::optional<qlonglong>(2));
        QVERIFY(!offboarding.content().pods.has_value()); // nobody has read them
        const auto change = offboarding.change();
        QVERIFY(change.has_value());
        for (const ObjectEdit &edit : change->edits)
            QVERIFY(edit.object != account && edit.object != config && edit.object != claim("data-1"));
        QVERIFY2(offboarding.sentences().join(u' ').contains(QLatin1String("unknown")),
            qPrintable(offboarding.sentences().join(u' ')));
    }

    void saysSoWhenThereIsNoSuchTenant()
    {
        Offboarding offboarding(m_world->river, m_world->store, nullptr);
        QSignalSpy looked(&offboarding, &Offboarding::looked);
        offboarding.look(QStringLiteral("eu/nobody"));
        QCOMPARE(looked.size(), 1);
        QVERIFY(!offboarding.problem().isEmpty());
        QVERIFY(!offboarding.change());
    }

    void refusesWhatUndoingCouldNotBringBack()
    {
        Offboarding offboarding(m_world->river, m_world->store, nullptr);
        offboarding.look(m_key);
        m_world->river.removeCluster(QStringLiteral("eu"));
        offboarding.look(m_key);
        QVERIFY(m_world->play([&] { return !offboarding.isReading(); }));
        QVERIFY2(offboarding.problem().contains(QLatin1String("networkpolicies")), qPrintable(offboarding.problem()));
        QVERIFY(!offboarding.change());
    }

    void forgetsTheTenantBefore()
    {
        m_world->addTenant("team-red", "team-red");
        Offboarding offboarding(m_world->river, m_world->store, nullptr);
        QSignalSpy looked(&offboarding, &Offboarding::looked);
        offboarding.look(m_key);
        offboarding.look(TenantStore::keyOf(QStringLiteral("eu"), QStringLiteral("team-red")));
        QVERIFY(m_world->play([&] { return !offboarding.isReading(); }));
        (void)m_world->play([] { return false; });
        QCOMPARE(looked.size(), 1);
        QCOMPARE(offboarding.content().namespaces, QStringList{QStringLiteral("team-red")});
        QCOMPARE(offboarding.content().frame, 0);
    }
};

QTEST_GUILESS_MAIN(TestOffboarding)
#include "tst_offboarding.moc"
