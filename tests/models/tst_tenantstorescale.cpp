// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pods/podstore.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"
#include "tests/models/records.h"
#include "tests/support/strict.h"

#include <QSignalSpy>

using namespace Records;
using Phase = Kubernetes::PodRecord::Phase;

//! That a small batch stays small beside many pods: counted in signals, never in seconds.
class TestTenantStoreScale final : public QObject
{
    Q_OBJECT

    static constexpr int tenants = 500;
    static constexpr int podsOfEach = 100;
    const QString m_cluster = QStringLiteral("prod");

    void fill(TenantStore &store) const
    {
        QList<Kubernetes::NamespaceRecord> namespaces;
        QList<Kubernetes::PodRecord> all;
        for (int tenant = 0; tenant < tenants; ++tenant) {
            const QByteArray name = "tenant-" + QByteArray::number(tenant);
            namespaces.append(space(name.constData(), name.constData()));
            for (int i = 0; i < podsOfEach; ++i)
                all.append(pod(name.constData(), QByteArray("pod-" + QByteArray::number(i)).constData()));
        }
        store.setCluster(m_cluster, m_cluster, Freshness());
        store.apply(m_cluster, pods(all));
        store.apply(m_cluster, quotas({}));
        store.apply(m_cluster, spaces(namespaces));
        QTRY_VERIFY(store.pods()->settled(m_cluster)); // so large a batch is applied in slices
    }

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void touchesOneRowForOnePodOfFiftyThousand()
    {
        TenantStore store;
        QSignalSpy inserts(store.table(), &QAbstractItemModel::rowsInserted);
        fill(store);
        QCOMPARE(inserts.size(), 1);
        QCOMPARE(store.table()->rowCount(), tenants);
        QSignalSpy changes(store.table(), &QAbstractItemModel::dataChanged);
        QSignalSpy touched(&store, &TenantStore::tenantsChanged);
        store.apply(m_cluster, pods({pod("tenant-250", "pod-7", Phase::Failed)}));
        QCOMPARE(changes.size(), 1);
        const int row = changes[0][0].toModelIndex().row();
        QCOMPARE(changes[0][1].toModelIndex().row(), row);
        QCOMPARE(store.table()->at(row).name, QStringLiteral("tenant-250"));
        QCOMPARE(*store.table()->at(row).podsRunning, podsOfEach - 1);
        QCOMPARE(*store.table()->at(row).podsFailed, 1);
        QCOMPARE(touched.size(), 1);
        QCOMPARE(touched[0][0].toStringList().size(), 1);
    }

    void costsByTheBatchAndNotByWhatIsKept()
    {
        TenantStore store;
        fill(store);
        // A pass over all pods for each of these batches would be 1,000,000,000 steps: the test's deadline is the
        // bound.
        for (int i = 0; i < 20000; ++i) {
            const QByteArray name = "tenant-" + QByteArray::number(i % tenants);
            store.apply(
                m_cluster, pods({pod(name.constData(), "pod-0", i % 3 == 0 ? Phase::Pending : Phase::Running)}));
        }
        QCOMPARE(store.table()->rowCount(), tenants);
        QCOMPARE(*store.table()->at(0).podsRunning + *store.table()->at(0).podsPending, podsOfEach);
    }
};

QTEST_GUILESS_MAIN(TestTenantStoreScale)
#include "tst_tenantstorescale.moc"
