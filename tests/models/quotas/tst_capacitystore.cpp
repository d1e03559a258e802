// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/capacitystore.h"
#include "tests/models/records.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QTest>

using namespace Records;
using namespace std::chrono_literals;

namespace {

const QString prod = QStringLiteral("prod");

CapacityStore::Standing readable(Freshness::State state = Freshness::State::Live)
{
    return {true, {state, QDateTime(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC), 0ms}, {}};
}

Kubernetes::NodeRecord node(const char *name, double cpu, double gibibytes)
{
    Kubernetes::NodeRecord record;
    record.key.name = text(name);
    record.cpu = amount(cpu);
    record.memory = amount(gibibytes * 1024 * 1024 * 1024);
    record.pods = amount(110);
    record.ready = true;
    return record;
}

Kubernetes::NodeBatch nodes(
    const QList<Kubernetes::NodeRecord> &changed, const QList<Kubernetes::ObjectKey> &removed = {}, bool synced = true)
{
    return batch<Kubernetes::NodeBatch>(changed, removed, synced);
}

Kubernetes::LimitRangeRecord limits(const char *space, const char *name, const char *resource, const char *most)
{
    Kubernetes::LimitRangeRecord record;
    record.key = {text(space), text(name)};
    Kubernetes::LimitRangeItem item;
    item.type = QStringLiteral("Container");
    item.resource = text(resource);
    item.max = Kubernetes::LimitRangeItem::Amount{*Quantity::parse(most), text(most)};
    record.items.append(item);
    return record;
}

} // namespace

class TestCapacityStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void addsUpWhatNodesOffer()
    {
        CapacityStore store;
        QSignalSpy told(&store, &CapacityStore::capacityChanged);
        store.setStanding(prod, readable());
        store.apply(prod, nodes({node("a", 3.92, 16), node("b", 4, 8)}));
        ClusterCapacity capacity = store.capacity(prod);
        QCOMPARE(capacity.clusterId, prod);
        QCOMPARE(capacity.nodes, 2);
        QCOMPARE(*capacity.cpu, 7.92);
        QCOMPARE(*capacity.memory, 24.0 * 1024 * 1024 * 1024);
        QCOMPARE(*capacity.pods, 220.0);
        QCOMPARE(capacity.freshness.state, Freshness::State::Live);
        QCOMPARE(told.last().at(0).value<ClusterCapacity>(), capacity);

        store.apply(prod, nodes({node("b", 2, 8)}, {{{}, text("a")}}));
        capacity = store.capacity(prod);
        QCOMPARE(capacity.nodes, 1);
        QCOMPARE(*capacity.cpu, 2.0);
        const auto before = told.size();
        store.apply(prod, nodes({node("b", 2, 8)})); // another version of the same
        QCOMPARE(told.size(), before);
    }

    void leavesNothingBehindHoweverOftenNodesChange()
    {
        CapacityStore store;
        store.setStanding(prod, readable());
        for (int i = 0; i < 1000; ++i) {
            store.apply(prod, nodes({node("a", 0.1 + i * 0.001, 1), node("b", 0.3, 1)}));
            store.apply(prod, nodes({}, {{{}, text("a")}}));
        }
        QCOMPARE(*store.capacity(prod).cpu, 0.3);
        store.apply(prod, nodes({}, {{{}, text("b")}}));
        QCOMPARE(store.capacity(prod).nodes, 0);
        QCOMPARE(*store.capacity(prod).cpu, 0.0); // known to be none
    }

    void countsNodesThatPodsCanBePutOn()
    {
        CapacityStore store;
        store.setStanding(prod, readable());
        auto cordoned = node("a", 4, 16);
        cordoned.unschedulable = true;
        auto silent = node("b", 4, 16);
        silent.ready = false;
        auto bare = node("c", 4, 16);
        bare.memory.reset();
        store.apply(prod, nodes({cordoned, silent, bare}));
        QCOMPARE(store.capacity(prod).nodes, 1);
        QCOMPARE(*store.capacity(prod).cpu, 4.0);
        QCOMPARE(*store.capacity(prod).memory, 0.0);
        store.apply(prod, nodes({node("a", 4, 16)}));
        QCOMPARE(*store.capacity(prod).cpu, 8.0);
    }

    void doesNotKnowWhatMayNotBeRead()
    {
        CapacityStore store;
        QVERIFY(!store.capacity(prod).cpu);
        store.setStanding(prod, readable());
        QVERIFY(!store.capacity(prod).cpu); // nothing has been read yet
        store.apply(prod, nodes({node("a", 4, 16)}));
        QVERIFY(store.capacity(prod).cpu);
        const QString why = QStringLiteral("olga may not read the nodes of prod.");
        store.setStanding(prod, {false, {}, why});
        store.apply(prod, nodes({}, {{{}, text("a")}}, false));
        QVERIFY(!store.capacity(prod).cpu && !store.capacity(prod).memory && !store.capacity(prod).pods);
        QCOMPARE(store.note(prod), why);
        store.setStanding(prod, readable());
        QVERIFY(!store.capacity(prod).cpu); // not before they have been read again
    }

    void growsOldVisiblyOnly()
    {
        CapacityStore store;
        store.setStanding(prod, readable());
        store.apply(prod, nodes({node("a", 4, 16)}));
        QSignalSpy told(&store, &CapacityStore::capacityChanged);
        auto standing = readable();
        standing.freshness.age = 900ms;
        store.setStanding(prod, standing);
        QCOMPARE(told.size(), 0);
        store.setStanding(prod, readable(Freshness::State::Stale));
        QCOMPARE(told.size(), 1);
        QCOMPARE(*store.capacity(prod).cpu, 4.0); // old, but what is known
        store.removeCluster(prod);
        QVERIFY(!store.capacity(prod).cpu);
    }

    void listsLimitRangesOfANamespace()
    {
        CapacityStore store;
        QVERIFY(!store.limitRanges(prod, text("a"))); // not known
        QSignalSpy changed(&store, &CapacityStore::limitRangesChanged);
        store.apply(prod,
            batch<Kubernetes::LimitRangeBatch>(QList{limits("a", "one", "cpu", "500m"), limits("b", "x", "cpu", "1")}));
        QCOMPARE(changed.size(), 1);
        const auto lines = store.limitRanges(prod, text("a"));
        QVERIFY(lines);
        QCOMPARE(lines->size(), 1);
        QCOMPARE(lines->first().name, QStringLiteral("one"));
        QCOMPARE(lines->first().type, QStringLiteral("Container"));
        QCOMPARE(*lines->first().max.value, 0.5);
        QCOMPARE(lines->first().max.text, QStringLiteral("500m"));
        QVERIFY(!lines->first().min.value);
        QVERIFY(store.limitRanges(prod, text("c"))->isEmpty()); // known to have none
        store.apply(prod,
            batch<Kubernetes::LimitRangeBatch>(QList<Kubernetes::LimitRangeRecord>(), {{text("a"), text("one")}}));
        QVERIFY(store.limitRanges(prod, text("a"))->isEmpty());
        QCOMPARE(changed.last().at(1).toStringList(), QStringList{text("a")});
    }

    void knowsLimitRangesOnlyWhereTheyMayBeRead()
    {
        CapacityStore store;
        auto some = batch<Kubernetes::LimitRangeBatch>(QList{limits("a", "one", "cpu", "500m")});
        some.scope = QStringList{text("a")};
        store.apply(prod, some);
        QVERIFY(store.limitRanges(prod, text("a")));
        QVERIFY(!store.limitRanges(prod, text("b")));
    }

    void keepsWhatCapsuleSays()
    {
        CapacityStore store;
        QSignalSpy changed(&store, &CapacityStore::capsuleTenantsChanged);
        Kubernetes::CapsuleTenantRecord record;
        record.key.name = text("oil");
        record.quotas.append({{QStringLiteral("limits.cpu"), amount(8)}});
        record.namespaces = {text("oil-a")};
        record.cordoned = true;
        store.apply(prod, batch<Kubernetes::CapsuleTenantBatch>(QList{record}));
        const auto tenant = store.capsuleTenant(prod, text("oil"));
        QVERIFY(tenant && tenant->tenantScope && tenant->cordoned);
        QCOMPARE(tenant->quotas.first().first().hard, 8.0);
        QCOMPARE(changed.last().at(1).toStringList(), QStringList{text("oil")});
        QVERIFY(!store.capsuleTenant(prod, text("gas")));
        QVERIFY(!store.capsuleTenant(QStringLiteral("dev"), text("oil")));
        store.apply(
            prod, batch<Kubernetes::CapsuleTenantBatch>(QList<Kubernetes::CapsuleTenantRecord>(), {{{}, text("oil")}}));
        QVERIFY(!store.capsuleTenant(prod, text("oil")));
    }
};

QTEST_GUILESS_MAIN(TestCapacityStore)
#include "tst_capacitystore.moc"
